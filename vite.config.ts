import react from "@vitejs/plugin-react";
import { basename, join } from "node:path";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { builtScenariosPlugin } from "./scripts/built-scenarios-plugin.ts";
import { duckdbPlugin } from "./scripts/duckdb-plugin.ts";
import { equationsPlugin } from "./scripts/equations-plugin.ts";
import { firstRunPlugin } from "./scripts/first-run-plugin.ts";
import { lessonFilesPlugin, lessonsPlugin } from "./scripts/lessons/plugin.ts";
import { libraryPlugin } from "./scripts/library-plugin.ts";
import { oldestTargets } from "./scripts/oldest-phones.ts";
import { policyPlugin } from "./scripts/policy-plugin.ts";
import { reportRuntimePlugin } from "./scripts/report-runtime-plugin.ts";
import { serviceWorkerPlugin } from "./scripts/service-worker-plugin.ts";

/** Shared memory needs an isolated page; everything works without, more slowly for huge runs. */
const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const app: UserConfig = {
  root: "ui",
  base: "./", // works from any path on any static host
  plugins: [
    react(),
    libraryPlugin(),
    equationsPlugin(),
    firstRunPlugin(),
    lessonsPlugin(),
    reportRuntimePlugin(),
    duckdbPlugin(),
    serviceWorkerPlugin(),
    policyPlugin(),
  ],
  worker: { format: "es" },
  server: { headers: isolated },
  preview: { headers: isolated },
  build: { outDir: "../dist/app", emptyOutDir: true, target: "es2022" },
};

/**
 * Pages of a class: what phones open, and the teacher's board. Apart from the app, since they are fetched over the air
 * by sixty phones at once, some of them old.
 */
const classroom: UserConfig = {
  root: "ui/class",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../../dist/class",
    emptyOutDir: true,
    target: oldestTargets(),
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: "ui/class/index.html", board: "ui/class/board.html" } },
  },
};

/** In a page that stands alone, what would be fetched or asked for elsewhere has a stand-in. */
const STAND_INS = ["ui/class/phone/phone.ts", "ui/class/connection.ts", "ui/store/pool.ts"];

const standIns = (): Plugin => ({
  name: "pricewar-stand-ins",
  enforce: "pre",
  async resolveId(id, importer, options) {
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    const place = STAND_INS.find((file) => found?.id === join(import.meta.dirname, file));
    return place ? join(import.meta.dirname, "ui/solo", basename(place)) : null;
  },
});

/** The script and style of lessons and games that are handed out as one file or as SCORM packages. */
const solo: UserConfig = {
  plugins: [react(), standIns(), lessonFilesPlugin()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "dist/solo",
    emptyOutDir: true,
    target: oldestTargets(),
    copyPublicDir: false,
    lib: {
      entry: "ui/solo/main.tsx",
      formats: ["iife"],
      name: "pricewarSolo",
      fileName: () => "solo.js",
      cssFileName: "solo",
    },
  },
};

const node: UserConfig = {
  plugins: [builtScenariosPlugin()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  // Packages are bundled: a command line that loads forty of them file by file starts four times slower.
  // Native code cannot be bundled.
  ssr: { target: "node", noExternal: true, external: ["@resvg/resvg-js"] },
  build: {
    ssr: true,
    outDir: "dist",
    emptyOutDir: false,
    target: "node20",
    minify: false,
    rolldownOptions: {
      input: {
        "cli/main": "cli/main.ts",
        "cli/command-line": "cli/command-line.ts", // the tests call it in their own process
        "lib/index": "cli/library.ts",
        "lib/worker-node": "workers/worker-node.ts",
        "lib/queue-processor": "workers/queue-processor.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "lib/[name].js" },
    },
  },
};

/** The engine and the reader of scenario files alone, without Node or DOM: for a page or a worker of one's own. */
const engine: UserConfig = {
  build: {
    outDir: "dist/engine",
    minify: false,
    target: "es2022",
    lib: {
      entry: { index: "engine/index.ts", authoring: "engine/authoring.ts", validation: "engine/validation.ts" },
      formats: ["es"],
    },
  },
};

const configs: Readonly<Record<string, UserConfig>> = { node, engine, class: classroom, solo };

export default defineConfig(({ mode }) => configs[mode] ?? app);
