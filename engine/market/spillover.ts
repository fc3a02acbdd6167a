import { exp } from "../math/elementary.ts";
import type { Market, Model } from "../model/market.ts";

/** Every vendor but the source learns the same part of what remains: exponential, so that no day is special. */
export function spreadAdvances(model: Model, market: Market): void {
  for (const advance of market.spillovers) {
    const learnt = advance.remaining * (1 - exp(-model.dt / advance.weeks));
    advance.remaining -= learnt;
    const factor = exp(learnt);
    for (const { index } of model.vendors) if (index !== advance.source) market.vendors[index].technology *= factor;
  }
}
