import type { Tree } from "./case.ts";
import type { Tolerance } from "./compare.ts";

/**
 * A tolerance relative to the expected number, by the longest prefix of the path that the file names, with `default`
 * for the rest: {"default": 0, "lv-01": {"default": 0.1, "prefill": 0.25}}.
 */
export function relativeTolerance(tolerance: Tree): Tolerance {
  return (path, expected) => {
    let node = tolerance;
    let share = defaultOf(node) ?? 0;
    for (const key of path.split(".")) {
      if (typeof node !== "object" || node === null) break;
      node = (node as { readonly [k: string]: Tree })[key] ?? null;
      share = defaultOf(node) ?? share;
    }
    return share * Math.abs(expected);
  };
}

function defaultOf(node: Tree): number | undefined {
  if (typeof node === "number") return node;
  if (typeof node !== "object" || node === null || Array.isArray(node)) return undefined;
  const { default: share } = node as { readonly default?: Tree };
  return typeof share === "number" ? share : undefined;
}
