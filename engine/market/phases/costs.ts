import { COST_FACTORS } from "../../costs/cost-model.ts";
import { costModels } from "../../costs/index.ts";
import type { Market, Model } from "../../types.ts";
import { loadOf } from "../load.ts";
import { vendorTraffic } from "../traffic.ts";

/** Phase 3: what a million tokens costs each product in the long run, at its vendor's target load. */
export function computeCosts(model: Model, market: Market): void {
  const tick = Math.max(0, market.tick);
  market.gpuPrice = model.gpuPrice[tick] * market.shifts.gpuPrice;
  market.technology = model.technology[tick] * market.shifts.technology;
  const { costInput, costOutput, costFactors, cumulative } = market.products;
  const traffic = model.vendors.map((v) => vendorTraffic(model, market, v));
  const loads = model.vendors.map((v) => loadOf(model, market, v.index));
  for (const { index: j, vendor, product } of model.products) {
    const unit = costModels.get(product.cost.kind).unitCost(market.serving[j], {
      gpuPrice: market.gpuPrice,
      technology: market.technology * market.vendors[vendor].technology,
      efficiency: market.vendors[vendor].efficiency,
      load: loads[vendor],
      cumulative: cumulative[j],
      traffic: traffic[vendor][model.vendors[vendor].products.indexOf(j)],
    });
    costInput[j] = unit.input * model.scenario.costs.level;
    costOutput[j] = unit.output * model.scenario.costs.level;
    costFactors.set(unit.factors, j * COST_FACTORS.length);
  }
}
