import { series } from "../../metrics/lookup.ts";
import { attributeGrowth, GROWTH_CAUSES, type GrowthAttribution, growthCoalitions } from "../growth-causes.ts";
import type { Span } from "../../benchmarks/nash-prices.ts";
import { rowOf } from "../standings.ts";
import type { Question } from "./question.ts";

export interface GrowthOf {
  readonly span: Span;
}

/** What multiplied tokens: 16 runs a replication, and the one they retell. */
export const growth: Question<GrowthOf, GrowthAttribution, readonly GrowthAttribution[]> = {
  runs: () => 2 ** GROWTH_CAUSES.length + 1,
  least: 1,
  async one(scenario, { span }, simulate) {
    const actual = await simulate(scenario);
    const ends: number[] = [];
    for (const coalition of growthCoalitions(scenario, actual)) {
      const r = await simulate(coalition);
      ends.push(series(r, "market.tokens")[rowOf(r, span.to)]);
    }
    return attributeGrowth(series(actual, "market.tokens")[rowOf(actual, span.from)], ends);
  },
  all: (_scenario, _of, pieces) => pieces,
};
