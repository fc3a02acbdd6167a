// Builds the app (dist/app) with the script of live reports, the pages of a class (dist/class), the command line, the
// library and the Node worker (dist/cli, dist/lib), the engine alone (dist/engine), and the library's types (dist/types).
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { installPackages, run } from "./install.mjs";

const SOURCES = [
  "engine",
  "words",
  "prices",
  "charts",
  "workers",
  "experiments",
  "report",
  "server",
  "cli",
  "ui",
  "scenarios",
  "package.json",
  "vite.config.ts",
];

function newest(path) {
  const at = statSync(path);
  if (!at.isDirectory()) return at.mtimeMs;
  return Math.max(at.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a built file is missing or older than its sources. */
export function isStale(done) {
  const sources = SOURCES.filter((path) => existsSync(path));
  return !existsSync(done) || statSync(done).mtimeMs <= Math.max(...sources.map(newest));
}

/** Builds what is missing or older than its sources. */
export function build({ force = false } = {}) {
  installPackages();
  if (!force && !isStale("dist/cli/main.js")) return;
  process.stderr.write("Building ...\n");
  // The names of shared pieces change with what imports them; those of an earlier build would be shipped too.
  for (const folder of ["dist/cli", "dist/lib"]) rmSync(folder, { recursive: true, force: true });
  run("npx", ["tsc", "-p", "tsconfig.types.json"]);
  run("npx", ["vite", "build", "--logLevel", "warn"], { env: { NODE_ENV: "production" } });
  for (const mode of ["class", "solo", "node", "engine"])
    run("npx", ["vite", "build", "--mode", mode, "--logLevel", "warn"], { env: { NODE_ENV: "production" } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build({ force: true });
