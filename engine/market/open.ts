import { inFull, perMeter, priceOf } from "../price.ts";
import { openTariff } from "../tariff/open-tariff.ts";
import { demandOf } from "../demand/demand-model.ts";
import { COST_FACTORS } from "../costs/cost-model.ts";
import type { Flows, Market, Model, ProductColumns, VendorState } from "../model/market.ts";
import type { ResearchState } from "../model/vendor.ts";
import { isPlan } from "../demand/plans.ts";
import { newOffers, refreshOffers } from "../demand/offers.ts";
import { NO_TAX } from "../model/tax.ts";
import { firstAccounts } from "./accounts.ts";
import { openFleets } from "./fleet.ts";
import { keepInProportion } from "./proportion.ts";
import { computeCosts } from "./phases/costs.ts";

/**
 * A fresh market: initial prices, and a burn-in in which people find their products while money and time stand still.
 */
export function openMarket(model: Model): Market {
  const demand = demandOf(model);
  const shared: Omit<Market, "expectations"> = {
    tick: -model.burnInTicks,
    day: -7 * model.burnInTicks,
    news: 0,
    gpuPrice: model.gpuPrice[0],
    technology: 1,
    shifts: { gpuPrice: 1, technology: 1 },
    serving: model.products.map((p) => p.cost),
    spillovers: [],
    products: productColumns(model),
    offers: newOffers(model),
    sentiment: 0,
    sectorMargin: NaN,
    vendors: model.vendors.map(vendorState),
    flows: emptyFlows(model),
    floor: { input: 0, output: 0 },
    refunds: new Float64Array(model.products.length),
    taxes: model.vendors.map(({ vendor }) => vendor.tax ?? model.scenario.rules.tax ?? NO_TAX),
    outages: [],
    moves: [],
    listings: [],
  };
  // Not spread into one literal: every tick reads the market, and V8 reads a copy by spreading a fifth slower.
  const market: Market = Object.assign(shared, demand.open(model));
  computeCosts(model, market);
  refreshOffers(model, market);
  demand.settle(model, market);
  openFleets(model, market);
  keepInProportion(model, market);
  return market;
}

function productColumns(model: Model): ProductColumns {
  const { products, vendors, segments } = model;
  const n = products.length;
  /** Use of a plan is counted as that of an allowance is: its quota lies in the offers, by segment. */
  const asPlan = (j: number) => segments.some((s) => s.products.includes(j) && isPlan(model, s, j));
  const column = (value: (p: (typeof products)[number]) => number) => Float64Array.from(products, value);
  return {
    live: Uint8Array.from(products, (p) => (p.launchTick < 0 && !p.product.reference ? 1 : 0)),
    price: perMeter((id) => column((p) => inFull(priceOf(p.product.price))[id])),
    lnQuality: column((p) => p.product.quality),
    trust: column((p) => vendors[p.vendor].vendor.trust),
    cost: perMeter(() => new Float64Array(n)),
    costFactors: new Float64Array(n * COST_FACTORS.length),
    cumulative: new Float64Array(n),
    tariff: products.map(({ product }) => product.tariff && openTariff(product.tariff, inFull(priceOf(product.price)))),
    tariffs: new Int32Array(n),
    quota: column((p) => (asPlan(p.index) ? Infinity : (p.product.free?.quota ?? 0))),
    quotaWindow: products.map((p) => p.product.free?.every ?? "week"),
    payBeyond: Uint8Array.from(products, (p) => (asPlan(p.index) || p.product.free?.beyond === "pay" ? 1 : 0)),
    stale: new Uint8Array(n),
  };
}

function vendorState({ vendor, strategies }: Model["vendors"][number]): VendorState {
  const { research: plan, outlays } = vendor;
  const research: ResearchState | null = plan && {
    base: plan.spend,
    reference: plan.reference,
    spend: 0,
    margin: NaN,
    variance: 0,
    lift: 0,
  };
  return {
    alive: true,
    cash: vendor.cash ?? Infinity,
    purse: vendor.purse,
    profit: 0,
    outlays,
    research,
    funding: vendor.funding && { revenue: 0, growth: 0, burn: 0, lost: 0, raised: 0 },
    ecosystem: 0,
    efficiency: 1,
    technology: 1,
    credit: vendor.credits.from === null ? vendor.credits.amount : 0,
    load: vendor.load,
    flattening: null,
    offPeak: vendor.offPeak.from === null ? vendor.offPeak.discount : 0,
    accounts: firstAccounts(vendor, { outlays, research }),
    fleet: vendor.fleet && { gpus: 0, orders: [], need: 0, growth: 0, utilisation: 0, target: null },
    fulfilment: 1,
    congestion: 0,
    captiveCost: 0,
    revenue: 0,
    costOfRevenue: 0,
    idleCost: 0,
    memory: strategies.map(() => null),
  };
}

function emptyFlows(model: Model): Flows {
  const [s, n] = [model.segments.length, model.products.length];
  return {
    users: new Float64Array(s * n),
    tokensInput: new Float64Array(s * n),
    tokensOutput: new Float64Array(s * n),
    freeInput: new Float64Array(s * n),
    freeOutput: new Float64Array(s * n),
    off: new Float64Array(s * n),
    surplus: new Float64Array(s * n),
    routed: new Float64Array(s * n),
    joined: new Float64Array(n),
    left: new Float64Array(n),
    switchedIn: new Float64Array(n),
    switchedOut: new Float64Array(n),
    movedAgents: new Int32Array((n + 1) ** 2),
    movedUsers: new Float64Array((n + 1) ** 2),
    credits: new Float64Array(model.vendors.length),
    credited: new Float64Array(s),
    volume: new Float64Array(4),
    revenue: new Float64Array(n),
    tax: new Float64Array(s),
    cost: new Float64Array(n),
    aware: 0,
  };
}
