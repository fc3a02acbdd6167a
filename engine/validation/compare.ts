import type { Branch, Row, Tree } from "./case.ts";

/** What a solver found, in the shape of a case's `expected`; what it leaves out is not compared. */
export type Found =
  | number
  | string
  | boolean
  | null
  | undefined
  | Float64Array
  | readonly Found[]
  | { readonly [key: string]: Found };

/** Largest |got - expected| that passes, by path: one number for all, or a rule. */
export type Tolerance = number | ((path: string, expected: number) => number);

/** Rows for everything that stands in both trees, in the order of `expected`. */
export function compareTrees(expected: Tree, found: Found, tolerance: Tolerance, path = ""): Row[] {
  if (found === undefined) return [];
  if (Array.isArray(expected) && isList(found)) {
    const list = expected as readonly Tree[];
    const rows = list.flatMap((e, i) => compareTrees(e, found[i], tolerance, `${path}[${i}]`));
    return list.length === found.length ? rows : [...rows, text(`${path}.length`, list.length, found.length)];
  }
  if (isBranch(expected) && isBranch(found)) {
    const computed = found as { readonly [key: string]: Found };
    return Object.keys(expected).flatMap((key) => {
      if (computed[key] === undefined) return []; // nor asked for: it is said that nothing answers it
      return compareTrees(expected[key], computed[key], tolerance, path ? `${path}.${key}` : key);
    });
  }
  if (typeof expected === "number" && typeof found === "number") {
    const within = typeof tolerance === "number" ? tolerance : tolerance(path, expected);
    return [{ path, expected, got: found, tolerance: within, pass: Math.abs(found - expected) <= within }];
  }
  if (isBranch(expected) || isBranch(found) || isList(found) || Array.isArray(expected))
    return [text(path, shape(expected), shape(found))];
  return [text(path, expected as Row["expected"], found as Row["got"])];
}

const isList = (x: Found | Tree): x is readonly Found[] => Array.isArray(x) || x instanceof Float64Array;
const isBranch = (x: Found | Tree): x is Branch => typeof x === "object" && x !== null && !isList(x);
const shape = (x: Found | Tree): string => (isList(x) ? "list" : isBranch(x) ? "record" : String(x));

const text = (path: string, expected: Row["expected"], got: Row["got"]): Row => ({
  path,
  expected,
  got,
  tolerance: NaN,
  pass: expected === got,
});
