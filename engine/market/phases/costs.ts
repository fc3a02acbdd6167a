import { blend, LIKE_METERS, type TokenPrice } from "../../price.ts";
import { COST_FACTORS, type UnitCost } from "../../costs/cost-model.ts";
import type { Traffic } from "../../costs/replicas.ts";
import { costModels } from "../../costs/index.ts";
import type { Market, Model, VendorSpec } from "../../model/market.ts";
import { lengthCost } from "../context-costs.ts";
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
  const { cumulative } = market.products;
  const state = market.vendors[vendor.index];
  state.load = scheduledLoad(model, market, vendor);
  const traffic = vendorTraffic(model, market, vendor);
  vendor.products.forEach((j, k) => {
    const longer = lengthCost(model, market, j);
    const work = { input: traffic[k].input * longer.input, output: traffic[k].output * longer.output };
    quote(model, market, j, { unit: unitCost(model, market, j, work, cumulative[j]), longer });
  });
}

/** Writes product j's unit cost, meter by meter, and the factors it is a product of; length is one of technology. */
function quote(
  { scenario }: Model,
  { products: { cost, costFactors } }: Market,
  j: number,
  { unit, longer }: { unit: UnitCost; longer: TokenPrice },
): void {
  const { level } = scenario.costs;
  cost.input[j] = unit.input * longer.input * level;
  cost.output[j] = unit.output * longer.output * level;
  for (const { id, like, costs } of LIKE_METERS)
    cost[id][j] = (unit[id] ?? unit[like] * (costs ? scenario.costs[costs] : 1)) * longer[like] * level;
  const at = j * COST_FACTORS.length;
  costFactors.set(unit.factors, at);
  if (longer.input === 1 && longer.output === 1) return;
  const asServed = { input: unit.input * longer.input, output: unit.output * longer.output };
  costFactors[at + COST_FACTORS.indexOf("technology")] *= blend(asServed) / blend(unit);
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
