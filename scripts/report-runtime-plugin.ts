import react from "@vitejs/plugin-react";
import { join } from "node:path";
import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";

/** Scripts inside pages that stand alone: live reports, pages that answer in SQL. */
const SCRIPTS = { "report-runtime": "report/live/main.ts", "sql-page": "ui/sql/page/main.tsx" };

/** One classic file each, as a page opened from disk can load no module. */
const config = (name: string, entry: string): InlineConfig => ({
  root: join(import.meta.dirname, ".."),
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    write: false,
    target: "es2022",
    copyPublicDir: false,
    lib: { entry, formats: ["iife"], name: "pricewarPage", fileName: () => `${name}.js`, cssFileName: name },
  },
});

/** Builds those scripts as files of the app's, so that the service worker, which lists them, has them too. */
export function reportRuntimePlugin(): Plugin {
  return {
    name: "pricewar-report-runtime",
    apply: "build",
    async buildEnd(error) {
      if (error) return;
      for (const [name, entry] of Object.entries(SCRIPTS)) {
        const [{ output }] = (await build(config(name, entry))) as Rolldown.RolldownOutput[];
        for (const file of output)
          this.emitFile({
            type: "asset",
            fileName: file.fileName,
            source: file.type === "chunk" ? file.code : file.source,
          });
      }
    },
  };
}
