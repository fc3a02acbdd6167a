import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

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

/** What a test that is about a file speaks of: what it exports, and its own name. */
function wordsOf(file: string): readonly RegExp[] {
  const exported = [...readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)];
  const own = basename(file, ".ts").replaceAll("-", "[- ]?");
  return [...exported.map(([, name]) => new RegExp(`\\b${name}\\b`)), new RegExp(`\\b${own}`, "i")];
}

/**
 * The tests that reach a file, those first that are about it: that speak of it most, few imports away, and reach few
 * others.
 */
export function nearest(tests: readonly string[], file: string): readonly string[] {
  const words = wordsOf(file);
  const asked = tests.map((test) => {
    if (!reaches.has(test)) reaches.set(test, reach(test));
    const text = readFileSync(test, "utf8");
    return { test, reached: reaches.get(test)!, spoken: words.filter((word) => word.test(text)).length };
  });
  return asked
    .filter(({ reached }) => reached.has(file))
    .toSorted(
      (a, b) => b.spoken - a.spoken || a.reached.get(file)! - b.reached.get(file)! || a.reached.size - b.reached.size,
    )
    .map(({ test }) => test);
}
