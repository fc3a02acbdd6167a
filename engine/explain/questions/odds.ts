import { SOBOL_DIMENSIONS, sobolPoints } from "../../math/sobol-points.ts";
import { exp, log } from "../../math/elementary.ts";
import type { Lever, Scenario } from "../../scenario/scenario.ts";
import { withLever } from "../../scenario/levers.ts";
import type { Span } from "../../benchmarks/nash-prices.ts";
import { type Explanation, explainChanges, type RunChanges, runChanges } from "../explain.ts";
import type { Convention } from "../standings.ts";
import type { Question } from "./question.ts";

export interface OddsOf {
  readonly span: Span;
}

/** Each run is told by all of these: what serving costs, and how high the price of competition stands. */
const CONVENTIONS: readonly Convention[] = (["books", "longRun"] as const).flatMap((served) =>
  [0.5, 1, 2].map((nashTimes): Convention => ({ served, nashTimes })),
);

/**
 * How likely each word is, over what is not known: each replication draws every lever from its plausible range (a point
 * of the Sobol' sequence, even on the lever's own scale) with a seed of its own, and is told by every convention.
 */
export const odds: Question<OddsOf, readonly RunChanges[], Explanation> = {
  runs: () => 1,
  least: 2,
  async one(scenario, { span }, simulate, { replication }) {
    const r = await simulate(drawn(scenario, replication), { nashBetween: span });
    return CONVENTIONS.map((convention) => runChanges(r, span, convention));
  },
  all: (_scenario, { span }, pieces) => explainChanges(pieces.flat(), span, CONVENTIONS.length),
};

/** The scenario with every lever at its value in draw k. */
function drawn(scenario: Scenario, k: number): Scenario {
  const levers = scenario.levers.slice(0, SOBOL_DIMENSIONS);
  if (levers.length === 0) return scenario;
  const point = sobolPoints(1, levers.length, k + 1);
  return levers.reduce((s, lever, d) => withLever(s, lever, within(lever, point[d])), scenario);
}

function within({ plausible: [low, high], scale }: Lever, u: number): number {
  return scale === "log" && low > 0 ? exp(log(low) + u * log(high / low)) : low + u * (high - low);
}
