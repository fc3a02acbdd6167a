import { strategies } from "../../strategies/index.ts";
import type { Decision } from "../../strategies/strategy.ts";
import type { Market, Model } from "../../model/market.ts";
import { lawful } from "../../model/lawful-price.ts";
import { postPrice } from "../../model/post-price.ts";
import { postTariff } from "../../model/post-tariff.ts";
import { keepListing, rivalsSeen } from "../sight.ts";
import { saleCost } from "../unit-cost.ts";
import { publicProducts, tokensByProduct, viewOf } from "../view.ts";
import type { Price } from "../../price.ts";

/** Vendors decide on one view of the market, so moves of one tick are simultaneous; then prices are posted. */
export function decide(model: Model, market: Market): void {
  const listed = publicProducts(model, market);
  keepListing(model, market, listed);
  const tokens = tokensByProduct(model, market);
  const posts: { decision: Decision; rule: string }[] = [];
  for (const { index, vendor, strategies: assigned } of model.vendors) {
    const state = market.vendors[index];
    if (!state.alive || !itsDay(market.day, model.tickDays, vendor.conduct.everyDays)) continue;
    const rivals = rivalsSeen(model, market, index, listed);
    assigned.forEach(({ kind, parameters, products, from, until }, k) => {
      if (market.tick < from || market.tick >= until) return;
      const strategy = strategies.get(kind);
      const view = viewOf(model, market, index, { products, rivals, tokens });
      state.memory[k] ??= strategy.remember(view, parameters);
      for (const decision of strategy.decide(view, parameters, state.memory[k])) posts.push({ decision, rule: kind });
    });
  }
  for (const { decision, rule } of posts) {
    const to = bound(model, market, decision.product, decision.to);
    postPrice(market, decision.product, to, rule, decision.because);
    if (decision.tariff) postTariff(market, decision.product, decision.tariff);
  }
}

/** The first tick on or after each `every`-th day since the start. */
const itsDay = (day: number, tickDays: number, every: number): boolean =>
  every <= tickDays || Math.floor(day / every) > Math.floor((day - tickDays) / every);

/** M-13, M-15: a price no lower than the rules allow, below cost or in one step. */
function bound(model: Model, market: Market, j: number, to: Price): Price {
  const { price, cost } = market.products;
  const { rules } = model.scenario;
  const { largestCut } = model.vendors[model.vendorOf[j]].vendor.conduct;
  const step = 1 - Math.min(rules.largestCut, largestCut);
  const floor = (unitCost: number, now: number) => Math.max(rules.belowCost ? 0 : unitCost, now * step);
  const byMonth = model.products[j].meter === "month";
  const inputCost = byMonth && !rules.belowCost ? saleCost(model, market, j).unitCost : cost.input[j];
  const [inputFloor, outputFloor] = [floor(inputCost, price.input[j]), floor(cost.output[j], price.output[j])];
  return lawful(model, market, j, {
    ...to,
    input: Math.max(to.input, Math.min(inputFloor, price.input[j])),
    output: Math.max(to.output, Math.min(outputFloor, price.output[j])),
  });
}
