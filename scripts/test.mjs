// npm test: installs what is missing, type-checks, lints, builds, runs every test, and prints the true counts.
// `npm test -- --slow` adds the slow suite, `--draw N` has properties draw other cases; other words go to vitest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { build } from "./build.mjs";
import { installPackages, run } from "./install.mjs";
import { installSystem } from "./system.mjs";

installPackages();
installSystem();
run("npx", ["tsc", "--noEmit"]);
run("npx", ["oxlint", "--deny-warnings"]);
run("npx", ["oxfmt", "--check"], { quiet: true });
build();

const words = process.argv.slice(2);
const slow = take("--slow", 1).length > 0;
const [, draw] = take("--draw", 2);
if (draw !== undefined) process.env.PRICEWAR_DRAW = draw;
const folder = mkdtempSync(join(tmpdir(), "pricewar-test-"));
const report = join(folder, "report.json");
const projects = slow ? [] : ["--project", "!slow*"];
const args = [
  "vitest",
  "run",
  ...projects,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...words,
];
const { status } = spawnSync("npx", args, { stdio: "inherit", shell: process.platform === "win32" });
let failed = true;
try {
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, "utf8"));
  failed = !success || status !== 0 || numPassedTests === 0;
  process.stdout.write(`\n${numPassedTests} passed, ${failed ? Math.max(1, numFailedTests) : numFailedTests} failed\n`);
} catch {
  process.stdout.write("\n0 passed, 1 failed\n"); // the runner itself broke: no report
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** An option and what belongs to it, out of the words. */
function take(option, length) {
  const at = words.indexOf(option);
  return at < 0 ? [] : words.splice(at, length);
}
