import { join } from "node:path";
import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";

const FILE = "report-runtime.js";

/** The script inside HTML reports: one classic file, as a page opened from disk can load no module. */
const config = (root: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: "warn",
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    write: false,
    target: "es2022",
    copyPublicDir: false,
    lib: { entry: "report/live/main.ts", formats: ["iife"], name: "pricewarReport", fileName: () => FILE },
  },
});

/** Builds the reports' script as one of the app's files, so that the service worker, which lists them, has it too. */
export function reportRuntimePlugin(): Plugin {
  return {
    name: "pricewar-report-runtime",
    apply: "build",
    async buildEnd(error) {
      if (error) return;
      const [{ output }] = (await build(config(join(import.meta.dirname, "..")))) as Rolldown.RolldownOutput[];
      this.emitFile({ type: "asset", fileName: FILE, source: output[0].code });
    },
  };
}
