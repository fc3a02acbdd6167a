import type { Span } from "../../benchmarks/nash-prices.ts";
import { type Indices, indicesBetween } from "../indices.ts";
import type { Question } from "./question.ts";

export interface IndicesOf {
  readonly span: Span;
}

/** How much cheaper it became, by every index: one run a replication. */
export const indices: Question<IndicesOf, Indices, readonly Indices[]> = {
  runs: () => 1,
  least: 1,
  one: async (scenario, { span }, simulate) => indicesBetween(await simulate(scenario, { nashBetween: span }), span),
  all: (_scenario, _of, pieces) => pieces,
};
