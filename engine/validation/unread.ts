import type { Row, Tree } from "./case.ts";

/**
 * What published cases state and their solver does not compute: data beside the numbers, numbers of another method. Of
 * `null` the rows have names of their own, or inputs stand among what is expected: nothing can be said of those.
 */
const LEFT: Readonly<Record<string, readonly string[] | null>> = {
  "static-logit": ["dev_from_monopoly", "closed_form"],
  "learning-entry-exit": ["mode", "verify_residuals", "monte_carlo"],
  "lq-duopoly": ["path_from_q1_1_q2_1"],
  "wright-law": ["x", "y"],
  "learning-monopoly": ["numeric_max", "numeric_q_range"],
  metrics: null,
  "variance-indices": "mean variance V1 V2 V13 S2_12 S2_13 S2_23 partial_variance".split(" "),
  "sobol-sequence": ["halton_first8_4d", "lhs_property"],
  optimiser: ["argmin", "published_fmin", "zdt1_front_11pts"],
  "switching-chain": ["mc_t30"],
  "sampling-noise": ["chi2_99_df2", "note"],
  "merger-simulation": null,
  "switching-costs": null,
  "alternating-moves": null,
  "learning-forgetting": null,
  "q-learning": null,
};

/** What a case expects and no row answers, by path. */
export function unanswered(expected: Tree, rows: readonly Row[], solver: string): string[] {
  const left = LEFT[solver];
  if (left === null) return [];
  const answered = new Set(rows.flatMap(({ path }) => prefixes(path)));
  const walk = (tree: Tree, path: string): string[] => {
    if (path !== "" && !answered.has(path)) return [path];
    if (Array.isArray(tree)) {
      // A list of another length fails as a whole.
      return tree.flatMap((x: Tree, k) => (answered.has(`${path}[${k}]`) ? walk(x, `${path}[${k}]`) : []));
    }
    if (typeof tree !== "object" || tree === null) return [];
    return Object.entries(tree)
      .filter(([key]) => !left?.includes(key))
      .flatMap(([key, x]) => walk(x as Tree, path === "" ? key : `${path}.${key}`));
  };
  return walk(expected, "");
}

/** A path with every path above it. Names may hold dots: one that begins another path is above it anyway. */
function prefixes(path: string): string[] {
  const ends = [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));
  return [...ends, path];
}

const KEYS = ["id", "title", "topic", "source", "params", "expected", "tolerance", "notes", "verified_by"];

/** Keys of a case that nothing reads. */
export const strayKeys = (file: object): string[] => Object.keys(file).filter((key) => !KEYS.includes(key));
