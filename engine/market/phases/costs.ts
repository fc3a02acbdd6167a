import { LIKE_METERS } from "../../price.ts";
import { COST_FACTORS, type UnitCost } from "../../costs/cost-model.ts";
import type { Traffic } from "../../costs/replicas.ts";
import { costModels } from "../../costs/index.ts";
import type { Market, Model, VendorSpec } from "../../model/market.ts";
import { scheduledLoad } from "../scheduling.ts";
import { vendorTraffic } from "../traffic.ts";

/** What a million tokens costs each product in the long run, at its vendor's target load. */
export function computeCosts(model: Model, market: Market): void {
  const tick = Math.max(0, market.tick);
  market.gpuPrice = model.gpuPrice[tick] * market.shifts.gpuPrice;
  market.technology = model.technology[tick] * market.shifts.technology;
  for (const vendor of model.vendors) vendorCosts(model, market, vendor);
}

function vendorCosts(model: Model, market: Market, vendor: VendorSpec): void {
  const { cost, costFactors, cumulative } = market.products;
  const state = market.vendors[vendor.index];
  state.load = scheduledLoad(model, market, vendor);
  const traffic = vendorTraffic(model, market, vendor);
  vendor.products.forEach((j, k) => {
    const unit = unitCost(model, market, j, traffic[k], cumulative[j]);
    const { level } = model.scenario.costs;
    cost.input[j] = unit.input * level;
    cost.output[j] = unit.output * level;
    for (const { id, like, costs } of LIKE_METERS)
      cost[id][j] = (unit[id] ?? unit[like] * (costs ? model.scenario.costs[costs] : 1)) * level;
    costFactors.set(unit.factors, j * COST_FACTORS.length);
  });
}

/** A product's unit cost on the day at some traffic and experience [Mtok since the start], before the costs' level. */
export function unitCost(model: Model, market: Market, j: number, traffic: Traffic, cumulative: number): UnitCost {
  const { product, vendor } = model.products[j];
  const { efficiency, load, technology } = market.vendors[vendor];
  return costModels.get(product.cost.kind).unitCost(market.serving[j], {
    gpuPrice: market.gpuPrice,
    technology: market.technology * technology,
    efficiency,
    load,
    cumulative,
    traffic,
  });
}
