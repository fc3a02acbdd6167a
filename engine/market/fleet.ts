import { exp, log } from "../math/elementary.ts";
import type { FleetPlan } from "../scenario/scenario.ts";
import type { Market, Model } from "../model/market.ts";
import { servedCost } from "../model/bill.ts";
import { captiveTokens } from "./traffic.ts";
import { blend } from "../price.ts";
import type { Fleet } from "../model/vendor.ts";

const HOURS_A_WEEK = 168;

/** A fleet fit for the demand the burn-in ended with. */
export function openFleets(model: Model, market: Market): void {
  for (const { index, vendor } of model.vendors) {
    const { fleet, load } = market.vendors[index];
    if (!fleet || !vendor.fleet) continue;
    fleet.need = gpusNeeded(model, market, index);
    fleet.gpus = vendor.fleet.gpus ?? Math.max(fleet.need / load, least(model, market, index, vendor.fleet));
  }
}

/** Serves what the fleet can serve, every product of the vendor alike, and remembers what it turned away. */
export function ration(model: Model, market: Market): void {
  for (const { index, vendor } of model.vendors) {
    const state = market.vendors[index];
    if (!state.fleet || !vendor.fleet) continue;
    const need = gpusNeeded(model, market, index);
    const capacity = state.fleet.gpus * vendor.fleet.ceiling;
    state.fulfilment = need > capacity ? capacity / need : 1;
    state.congestion = 1 - state.fulfilment;
    state.fleet.utilisation = state.fleet.gpus > 0 ? (need * state.fulfilment) / state.fleet.gpus : 0;
    watchGrowth(state.fleet, need, vendor.fleet, model.dt);
    if (state.fulfilment < 1) scaleFlows(model, market, index, state.fulfilment);
  }
}

/** Takes in what has arrived, gives back what is too much, orders what demand will need by the time it comes. */
export function planFleets(model: Model, market: Market): void {
  for (const { index, vendor } of model.vendors) {
    const { fleet, alive, load } = market.vendors[index];
    const plan = vendor.fleet;
    if (!fleet || !plan) continue;
    for (const order of fleet.orders) if (order.day <= market.day) fleet.gpus += order.gpus;
    fleet.orders = fleet.orders.filter((order) => order.day > market.day);
    const ahead = fleet.need * exp(fleet.growth * plan.leadWeeks);
    const foreseen = Math.max(ahead / load, least(model, market, index, plan));
    const target = alive ? (fleet.target ?? foreseen) : 0;
    const coming = fleet.orders.reduce((sum, order) => sum + order.gpus, fleet.gpus);
    if (target > coming) fleet.orders.push({ day: market.day + 7 * plan.leadWeeks, gpus: target - coming });
    else if (fleet.gpus > target) fleet.gpus -= (fleet.gpus - target) * (1 - exp(-plan.releasePerWeek * model.dt));
  }
}

/** What the fleet costs a week, used or idle [money/week]. */
export const fleetCost = (fleet: Fleet, gpuPrice: number): number => fleet.gpus * gpuPrice * HOURS_A_WEEK;

/** GPUs that vendor v's demand, its own products' included, would keep busy at full load. */
function gpusNeeded(model: Model, market: Market, v: number): number {
  const { products } = model.vendors[v];
  const n = model.products.length;
  // From unit cost at load to GPU weeks at full load.
  const perMoney = market.vendors[v].load / (market.gpuPrice * HOURS_A_WEEK);
  let cost = 0;
  for (const j of products) {
    for (let k = j; k < market.flows.tokensInput.length; k += n) {
      cost += servedCost(market, k, j);
    }
  }
  return (cost + captiveCost(model, market, v)) * perMoney;
}

/** Serving the vendor's own products [money/week]. */
export function captiveCost(model: Model, market: Market, v: number): number {
  if (model.vendors[v].captive[Math.max(0, market.tick)] === 0) return 0;
  const { cost } = market.products;
  const tokens = captiveTokens(model, market, model.vendors[v]);
  return model.vendors[v].products.reduce(
    (sum, j, k) => sum + tokens[k] * blend({ input: cost.input[j], output: cost.output[j] }),
    0,
  );
}

function least(model: Model, market: Market, v: number, { leastPerProduct }: FleetPlan): number {
  return leastPerProduct * model.vendors[v].products.filter((j) => market.products.live[j] === 1).length;
}

function watchGrowth(fleet: Fleet, need: number, { planWeeks }: FleetPlan, dt: number): void {
  const weight = 1 - exp(-dt / planWeeks);
  if (need > 0 && fleet.need > 0) fleet.growth += (log(need / fleet.need) / dt - fleet.growth) * weight;
  fleet.need = need;
}

function scaleFlows(model: Model, { flows }: Market, v: number, factor: number): void {
  const n = model.products.length;
  const { tokensInput, tokensOutput, freeInput, freeOutput, off, surplus } = flows;
  const inProportion = [tokensInput, tokensOutput, freeInput, freeOutput, off, surplus];
  for (const j of model.vendors[v].products) {
    for (let k = j; k < flows.users.length; k += n) {
      for (const column of inProportion) column[k] *= factor;
    }
  }
}
