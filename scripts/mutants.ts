// npx tsx scripts/mutants.ts [--each 12] [--seed 1] [--limit 300] [--minutes 60]: draws mutants in every folder of
// the engine, holds each against tests that reach it, and writes docs/mutation.md.
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { nameHash, uniform } from "../engine/math/random.ts";
import { type Mutant, mutantsOf } from "./mutants/mutate.ts";
import { mutationPage, type Tried } from "./mutants/page.ts";

const root = join(import.meta.dirname, "..");
const { values: flags } = parseArgs({
  options: {
    each: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    limit: { type: "string", default: "300" },
    minutes: { type: "string", default: "600" },
  },
});
const LEFT_OUT = /\.generated\.|\/wasm\/|-words\.|\/validation\//; // tables, another language's twin, cases of others

const files = execFileSync("git", ["ls-files", "engine/*.ts"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file.endsWith(".ts") && !LEFT_OUT.test(file));
const folderOf = (file: string): string =>
  file
    .split("/")
    .slice(0, 2)
    .join("/")
    .replace(/\/[^/]*\.ts$/, "");

/** In the order of a draw, by folder; rounds take one of each, so that an early end leaves no folder out. */
function drawn(): readonly Mutant[] {
  const all = files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8")));
  const rank = ({ file, start, becomes }: Mutant) =>
    uniform(Number(flags.seed), nameHash(`${file}:${start}:${becomes}`), 0, 0);
  const folders = [...new Set(all.map(({ file }) => folderOf(file)))];
  const chosen = folders.map((folder) =>
    all
      .filter(({ file }) => folderOf(file) === folder)
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, Number(flags.each)),
  );
  return Array.from({ length: Number(flags.each) }, (_, k) => chosen.flatMap((list) => list.slice(k, k + 1))).flat();
}

let judge: ChildProcess | null = null;

async function judgeReady(): Promise<ChildProcess> {
  if (judge) return judge;
  const own = { execArgv: ["--import", "tsx"], detached: true, silent: true };
  judge = fork(join(root, "scripts/mutants/judge.ts"), own);
  await new Promise((resolve, reject) => judge!.once("message", resolve).once("exit", reject));
  return judge;
}

function end(): void {
  if (judge?.pid) process.kill(-judge.pid, "SIGKILL"); // and its workers, which may never end by themselves
  judge = null;
}

/** The test that failed, null if none did, undefined where the limit came first: it may hang, or tests take longer. */
async function killerOf(mutant: Mutant, sound = false): Promise<string | null | undefined> {
  const child = await judgeReady();
  const answer = new Promise<string | null>((resolve) =>
    child.once("message", ({ killer }: { killer: string | null }) => resolve(killer)),
  );
  child.send({ ...mutant, sound });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), Number(flags.limit) * 1000)),
  );
  const killer = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (killer === undefined) end();
  return killer;
}

/** A judge who finds fault with what is sound would kill all that follows. */
async function mustBeSound(mutant: Mutant): Promise<void> {
  const killer = await killerOf(mutant, true);
  if (typeof killer === "string") throw new Error(`${killer} fails with nothing changed`);
}

const CONTROL = 10; // mutants between two controls
const tried: Tried[] = [];
const until = performance.now() + Number(flags.minutes) * 60_000;
for (const mutant of drawn()) {
  if (performance.now() > until) break;
  if (tried.length % CONTROL === 0) await mustBeSound(mutant);
  const killer = await killerOf(mutant);
  tried.push({ ...mutant, folder: folderOf(mutant.file), verdict: killer === undefined ? null : killer !== null });
  const word = killer === undefined ? "late" : killer === null ? "SURVIVES" : "killed";
  process.stdout.write(`${word} ${mutant.file}:${mutant.line} ${mutant.was} -> ${mutant.becomes} ${killer ?? ""}\n`);
  writeFileSync(join(root, "docs/mutation.md"), mutationPage(tried, flags.seed));
}
end();
