import { strategies } from "../../strategies/index.ts";
import type { Decision } from "../../strategies/strategy.ts";
import type { Market, Model } from "../../types.ts";
import { postPrice } from "../prices.ts";
import { publicProducts, viewOf } from "../view.ts";

/** Phase 2: vendors decide on one view of the market, so moves of one tick are simultaneous; then prices are posted. */
export function decide(model: Model, market: Market): void {
  const listed = publicProducts(model, market);
  const posts: { decision: Decision; rule: string }[] = [];
  for (const { index, strategies: assigned } of model.vendors) {
    const state = market.vendors[index];
    if (!state.alive) continue;
    assigned.forEach(({ kind, parameters, products }, k) => {
      const strategy = strategies.get(kind);
      const view = viewOf(model, market, index, products, listed);
      state.memory[k] ??= strategy.remember(view, parameters);
      for (const decision of strategy.decide(view, parameters, state.memory[k])) posts.push({ decision, rule: kind });
    });
  }
  for (const { decision, rule } of posts) postPrice(market, decision.product, decision.to, rule, decision.because);
}
