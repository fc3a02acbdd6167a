import type { Row, Tree } from "./case.ts";
import { branch } from "./read.ts";

/**
 * What published cases state and their solver does not compute: data beside the numbers, numbers of another method. By
 * the end of its path, places in lists left out.
 */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  "static-logit": ["closed_form"],
  "learning-entry-exit": ["mode", "verify_residuals", "monte_carlo"],
  "lq-duopoly": ["path_from_q1_1_q2_1"],
  "wright-law": ["x", "y"],
  "learning-monopoly": ["numeric_max", "numeric_q_range"],
  "variance-indices": "mean variance V1 V2 V13 S2_12 S2_13 S2_23 partial_variance".split(" "),
  "sobol-sequence": ["halton_first8_4d", "lhs_property"],
  optimiser: ["argmin", "published_fmin", "zdt1_front_11pts"],
  "switching-chain": ["mc_t30"],
  "sampling-noise": ["chi2_99_df2", "note"],
  "merger-simulation": "upp own_solver_diff note_cap cap.pricePre cap.sharesPre cap.CV cap.cmcr cap.hhi".split(" "),
  "alternating-moves": ["beta"],
  "learning-forgetting": ["modes_t", "verify"],
  "q-learning": (
    "sessions converged pN pM Delta_sd Delta_se frac_constant_price Delta_i frac_deviation_profitable last_firm " +
    "published"
  ).split(" "),
  metrics: (
    "merger_delta.rule logit_welfare.mc_logsum logit_welfare.note lerner.rule lerner.weighted predation_tests.name " +
    "predation_tests.marginal_cost"
  ).split(" "),
};

const isLeft = (path: string, solver: string): boolean => {
  const plain = path.replace(/\[\d+\]/g, "");
  return (LEFT[solver] ?? []).some((end) => plain === end || plain.endsWith(`.${end}`));
};

/** Kinds whose rows have names of their own, or that expect inputs too: there, what was asked for. */
const UNNAMED = new Set(
  "metrics merger-simulation switching-costs alternating-moves learning-forgetting q-learning".split(" "),
);

interface Answered {
  readonly rows: readonly Row[];
  readonly unasked: readonly string[];
}

/** What a case expects and no row answers, by path. */
export function unanswered(expected: Tree, { rows, unasked }: Answered, solver: string): string[] {
  if (UNNAMED.has(solver)) return unasked.filter((path) => !isLeft(path, solver));
  const answered = new Set(rows.flatMap(({ path }) => prefixes(path)));
  const walk = (tree: Tree, path: string): string[] => {
    if (tree === null) return []; // states nothing
    if (path !== "" && !answered.has(path)) return [path];
    if (Array.isArray(tree)) {
      // A list of another length fails as a whole.
      return tree.flatMap((x: Tree, k) => (answered.has(`${path}[${k}]`) ? walk(x, `${path}[${k}]`) : []));
    }
    if (typeof tree !== "object") return [];
    return Object.entries(tree)
      .map(([key, x]) => [path === "" ? key : `${path}.${key}`, x as Tree] as const)
      .flatMap(([at, x]) => (isLeft(at, solver) ? [] : walk(x, at)));
  };
  return walk(expected, "");
}

/** A path with every path above it. Names may hold dots: one that begins another path is above it anyway. */
function prefixes(path: string): string[] {
  const ends = [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));
  return [...ends, path];
}

const KEYS = ["id", "title", "topic", "source", "params", "expected", "tolerance", "notes", "verified_by"];

/** Tolerances that kinds know besides `abs`. */
const TOLERANCES: Readonly<Record<string, readonly string[]>> = {
  "merger-simulation": ["abs_price", "calibration_alpha_rel"],
  "learning-entry-exit": ["solved_abs", "published_abs"],
  "q-learning": ["Delta_abs", "price_abs", "periods_rel", "irf_abs"],
};
/** Those of what published cases state and no solver computes. */
const BESIDE = ["mc", "mc_rel", "monte_carlo_rel", "estimator_tol_suggest", "Delta_n4_abs"];
/** Kinds whose tolerances are named by what they are of: {"default": 0, "lv-01": {"prefill": 0.25}}. */
const BY_PATH = new Set(["serving-dimensions", "serving-accounts", "serving-steps"]);

/** Tolerances that nothing is held to: of another name than the solver knows, or no numbers. */
export function strayTolerances(tolerance: Tree, solver: string): string[] {
  if (BY_PATH.has(solver)) return [];
  const known = ["abs", ...(TOLERANCES[solver] ?? [])];
  return Object.entries(branch(tolerance)).flatMap(([key, x]) =>
    BESIDE.includes(key) || (known.includes(key) && typeof x === "number" && x >= 0) ? [] : [key],
  );
}

/** The same of tolerances that are named by what they are of: known once there are rows. */
export const tolerancesOfNoRow = (tolerance: Tree, rows: readonly Row[], solver: string): string[] =>
  BY_PATH.has(solver) ? strayPaths(tolerance, new Set(rows.flatMap(({ path }) => prefixes(path)))) : [];

function strayPaths(tolerance: Tree, answered: ReadonlySet<string>, path = ""): string[] {
  if (typeof tolerance === "number") return tolerance >= 0 ? [] : [path];
  return Object.entries(branch(tolerance)).flatMap(([key, x]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return key === "default" || answered.has(at) ? strayPaths(x, answered, at) : [at];
  });
}

/** Keys of a case that nothing reads. */
export const strayKeys = (file: object): string[] => Object.keys(file).filter((key) => !KEYS.includes(key));
