import type { Market, Model } from "../../model/market.ts";
import { raiseFunds } from "../../finance/funding.ts";
import { bill, servedCost } from "../../model/bill.ts";
import { taxWithin } from "../../model/tax.ts";
import { drawOnPurses } from "../../finance/purse.ts";
import { publishAccounts } from "../accounts.ts";
import { setBudget } from "../../research/budget.ts";
import { captiveCost, fleetCost } from "../fleet.ts";

/** Money. Revenue at realised prices net of tax, cost of revenue, cash, new capital. */
export function settle(model: Model, market: Market): void {
  const { flows } = market;
  flows.revenue.fill(0);
  flows.cost.fill(0);
  flows.tax.fill(0);
  for (const s of model.segments) for (const j of s.products) billProduct(model, market, s.index, j);
  giveBack(model, market);
  for (const { index } of model.vendors) {
    setBudget(model, market, index); // by the margins up to the last tick
    settleVendor(model, market, index);
  }
  passOnProfits(model, market);
  raiseFunds(model, market);
  drawOnPurses(model, market);
  publishAccounts(model, market);
}

/** Refunds lower the revenue of the tick they fall in. */
function giveBack(model: Model, { flows, refunds }: Market): void {
  for (let j = 0; j < refunds.length; j++) {
    if (refunds[j] === 0) continue;
    flows.revenue[j] -= refunds[j] / model.dt;
    refunds[j] = 0;
  }
}

/** What a segment pays for a product, and what it costs to serve. */
function billProduct(model: Model, market: Market, s: number, j: number): void {
  const { flows } = market;
  const k = s * model.products.length + j;
  const paid = bill(model.products[j].meter, market, k);
  const tax = taxWithin(model, market, j, k, paid);
  flows.tax[s] += tax;
  flows.revenue[j] += paid - tax;
  flows.cost[j] += servedCost(market, k, j);
}

function settleVendor(model: Model, market: Market, v: number): void {
  const state = market.vendors[v];
  const { products } = model.vendors[v];
  state.revenue = 0;
  state.costOfRevenue = 0;
  state.captiveCost = 0;
  state.idleCost = 0;
  state.profit = 0;
  if (!state.alive) return;
  state.captiveCost = captiveCost(model, market, v);
  const busy = products.reduce((sum, j) => sum + market.flows.cost[j], 0);
  if (state.fleet) shareFleetCost(model, market, v);
  else payForIdle(model, market, v);
  for (const j of products) {
    state.revenue += market.flows.revenue[j];
    state.costOfRevenue += market.flows.cost[j];
  }
  state.idleCost = state.costOfRevenue - busy;
  const spent =
    state.costOfRevenue + state.captiveCost + state.outlays + (state.research?.spend ?? 0) + market.flows.credits[v];
  state.profit = state.revenue - spent;
  state.cash += state.profit * model.dt;
}

/** What a sold product earns goes to its owner; all else that a vendor earns, to the vendor's. */
function passOnProfits(model: Model, market: Market): void {
  const { revenue, cost } = market.flows;
  for (const { index: from, vendor, products } of model.vendors) {
    for (const j of products) {
      const { owner: to, product } = model.products[j];
      if (product.owner !== undefined) hand(model, market, { from, to }, revenue[j] - cost[j]);
    }
    if (vendor.owner === undefined) continue;
    const to = model.vendors.findIndex(({ id }) => id === vendor.owner);
    hand(model, market, { from, to }, market.vendors[from].profit);
  }
}

function hand(model: Model, { vendors }: Market, { from, to }: { from: number; to: number }, profit: number): void {
  vendors[from].profit -= profit;
  vendors[to].profit += profit;
  vendors[from].cash -= profit * model.dt;
  vendors[to].cash += profit * model.dt;
}

/** Capacity reserved beyond what serving needs is on the books, borne by whatever is served. */
function payForIdle(model: Model, market: Market, v: number): void {
  const use = model.vendors[v].fleetUse[Math.max(0, market.tick)];
  if (use === 1) return;
  for (const j of model.vendors[v].products) market.flows.cost[j] /= use;
  market.vendors[v].captiveCost /= use;
}

/** A leased fleet costs what it costs; use decides only who bears it. */
function shareFleetCost(model: Model, market: Market, v: number): void {
  const { flows, gpuPrice } = market;
  const state = market.vendors[v];
  const total = fleetCost(state.fleet!, gpuPrice);
  const { products } = model.vendors[v];
  const served = products.reduce((sum, j) => sum + flows.cost[j], state.captiveCost);
  const live = products.filter((j) => market.products.live[j] === 1);
  if (served > 0) for (const j of products) flows.cost[j] *= total / served;
  else for (const j of live) flows.cost[j] = total / live.length;
  state.captiveCost *= served > 0 ? total / served : 0;
}
