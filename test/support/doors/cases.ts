import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { survives, type Try } from "./tried.ts";

const folder = join(import.meta.dirname, "../../../scenarios/validation");

/** What takes minutes is left to its own test; that of Q-learning is in test/theory/own-cases.test.ts. */
const LONG = /^c01d|^c03a|^c03c|^c09a/;

const WRONG: readonly (readonly [what: string, value: unknown])[] = [
  ["gone", undefined],
  ["null", null],
  ["a text", "x"],
  ["an empty list", []],
  ["nothing in it", {}],
];

/** Cases of the library, each with one part wrong: a parameter, what is expected, what is tolerated. */
export function caseTries(at: string): readonly Try[] {
  mkdirSync(at, { recursive: true });
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !LONG.test(name));
  return names.flatMap((name) => {
    const file = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, object>;
    return ["params", "expected", "tolerance"].flatMap((part) =>
      Object.keys(file[part]).map((key, k) => {
        const [what, value] = WRONG[k % WRONG.length];
        const wrong = { ...file, [part]: { ...file[part], [key]: value } };
        return {
          what: `${name}: ${part}.${key} ${what}`,
          take() {
            const path = join(at, "case.json");
            writeFileSync(path, JSON.stringify(wrong));
            return survives(["validate", path], at, [0, 1, 2]);
          },
        };
      }),
    );
  });
}
