import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What each file imports, types left out: nothing of them runs. */
const imports = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const found = [...text.matchAll(/^(?:import|export)(?! type)\b[^;]*?from "(\.[^"]+\.tsx?)"/gm)].map(([, name]) =>
    join(dirname(file), name),
  );
  imports.set(file, found);
  return found;
}

/** How many imports lie between a file and each that it reaches. */
function reach(from: string): ReadonlyMap<string, number> {
  const found = new Map([[from, 0]]);
  for (const [file, steps] of found)
    // grows while it is gone through
    for (const next of importsOf(file)) if (!found.has(next)) found.set(next, steps + 1);
  return found;
}

const reaches = new Map<string, ReadonlyMap<string, number>>();

/** The tests that reach a file, those first that are about little else: few imports away, few others reached. */
export function nearest(tests: readonly string[], file: string): readonly string[] {
  const asked = tests.map((test) => {
    if (!reaches.has(test)) reaches.set(test, reach(test));
    return { test, reached: reaches.get(test)! };
  });
  return asked
    .filter(({ reached }) => reached.has(file))
    .toSorted((a, b) => a.reached.get(file)! - b.reached.get(file)! || a.reached.size - b.reached.size)
    .map(({ test }) => test);
}
