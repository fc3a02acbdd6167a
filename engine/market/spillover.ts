import { exp } from "../math/elementary.ts";
import type { Market, Model } from "../model/market.ts";

/** An advance of one vendor that the others are still learning (from papers, open weights, people who move). */
export interface Spillover {
  readonly source: number; // vendor
  remaining: number; // of ln throughput still to be learnt
  readonly weeks: number; // mean time it takes
}

/** Every vendor but the source learns the same part of what remains: exponential, so that no day is special. */
export function spreadAdvances(model: Model, market: Market): void {
  for (const advance of market.spillovers) {
    const learnt = advance.remaining * (1 - exp(-model.dt / advance.weeks));
    advance.remaining -= learnt;
    const factor = exp(learnt);
    for (const { index } of model.vendors) if (index !== advance.source) market.vendors[index].technology *= factor;
  }
}
