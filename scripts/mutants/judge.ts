import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import type { Plugin } from "vite";
import { createVitest } from "vitest/node";
import { nearest } from "./nearest.ts";
import { type Mutant, mutated } from "./mutate.ts";

/**
 * Holds one mutant after the other against tests that reach its file, in one warm process: `scripts/mutants.ts`
 * starts it, and ends it where a mutant never ends. Sources on the disk stay as they are.
 */
const root = join(import.meta.dirname, "../..");
let mutant: Mutant | null = null;

const inPlace: Plugin = {
  name: "mutant",
  enforce: "pre",
  load(id) {
    const file = mutant && join(root, mutant.file);
    return file !== null && id.split("?")[0] === file ? mutated(readFileSync(file, "utf8"), mutant!) : null;
  },
};

const vitest = await createVitest(
  "test",
  {
    config: join(root, "test/mutants/vitest.config.ts"),
    root,
    watch: false,
    bail: 1,
    isolate: false, // loading everything anew for each file takes longer than the tests
    maxWorkers: 1,
    reporters: [{}],
    silent: true,
  },
  { plugins: [inPlace] },
);

const NEAR = Number(process.env.MUTANTS_NEAR ?? 16);
/** Tests that see what no test speaks of: every number of the library, and tables as schema and docs tell them. */
const FAR = /\/golden\/|\/generated\.test/;

/**
 * The test that fails with it: one of the nearest, or, where those all pass, one of those that see all. Null where
 * none does. `sound` is the control: the same tests, nothing changed, must all pass.
 */
async function killerOf(next: Mutant, sound: boolean): Promise<string | null> {
  if (mutant) vitest.invalidateFile(join(root, mutant.file)); // or the last one would live on in what was loaded
  mutant = sound ? null : next;
  const file = join(root, next.file);
  vitest.invalidateFile(file);
  const specs = new Map(all.map((spec) => [spec.moduleId, spec]));
  const near = nearest([...specs.keys()], file);
  const far = near.filter((test, k) => k >= NEAR && FAR.test(test));
  for (const tests of [near.slice(0, NEAR), far].filter((list) => list.length > 0)) {
    vitest.state.clearErrors(); // like the results below, those of earlier mutants are kept
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests.map((id) => specs.get(id)!));
    const failed = testModules.find((module) => tests.includes(module.moduleId) && !module.ok());
    if (failed) return relative(root, failed.moduleId);
    if (unhandledErrors.length > 0) return String(unhandledErrors[0]);
  }
  return null;
}

const all = await vitest.globTestSpecifications();
process.on("message", ({ sound, ...next }: Mutant & { sound: boolean }) => {
  void killerOf(next, sound).then(
    (killer) => process.send!({ killer }),
    (error) => process.send!({ killer: String(error) }),
  );
});
process.send!({ ready: true });
