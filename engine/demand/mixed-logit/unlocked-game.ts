import { exp } from "../../math/elementary.ts";
import { normalCdf } from "../../math/normal-cdf.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { type AgentChoice, forAgents } from "./agent-choice.ts";
import type { Conditions, PricingGame } from "../../equilibrium/pricing-game.ts";
import type { PricedMarket } from "../priced-market.ts";
import {
  unitCosts,
  lawfulPrices,
  listPrices,
  type SegmentRows,
  type UnlockedDemand,
  unlockedDemand,
} from "./unlocked.ts";
import { unlockedQuantities } from "./unlocked-quantities.ts";

/**
 * Pricing on the scenario's population. For agent i and owner f, with y_j what serving i earns on good j,
 *
 *   profit  A S_f,  S_f = sum over f's goods of P_j y_j
 *   d/dp_k  A P_k B_k - a t_k [k sets m] S_f,  B_k = y'_k - (t_k/mu)(y_k - S_f)
 *
 * summed over agents in order; second derivatives likewise, so that Newton needs no differences.
 */
function unlockedGame(demand: UnlockedDemand, cost: Float64Array, floor: Float64Array): PricingGame {
  const goods = demand.products.length;
  return {
    goods,
    cost,
    floor,
    profits(p) {
      const out = new Float64Array(goods);
      const y = newEarnings(goods);
      forAgents(demand, p, (at, segment) => {
        earn(demand, at, segment, p, y);
        for (let c = 0; c < at.count; c++) out[at.good[c]] += at.adopts * at.pick[c] * y.level[c];
      });
      return out;
    },
    conditions: (p, owner) => conditions(demand, p, owner),
    curvature: (p, owner) => curvature(demand, p, owner),
    scan: (p, owner, values) => scan(demand, p, owner, values),
  };
}

/** The scenario's population, on a day, as a pricing game. */
export function unlockedMarket(model: AgentModel, market: AgentMarket): PricedMarket {
  const demand = unlockedDemand(model, market);
  return {
    game: unlockedGame(demand, unitCosts(demand, model, market), lawfulPrices(demand, model, market)),
    products: demand.products,
    price: listPrices(demand, model, market),
    buyers: unlockedQuantities(demand, "users"),
    sold: unlockedQuantities(demand, "sold"),
    segments: model.segments.map(({ id, index }) => {
      const part = { ...demand, rows: [demand.rows[index]] };
      return { id, buyers: unlockedQuantities(part, "users"), sold: unlockedQuantities(part, "sold") };
    }),
  };
}

/** What serving one agent earns by eligible good, and its first two derivatives in the good's own price. */
interface Earnings {
  readonly level: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

const newEarnings = (n: number): Earnings => ({
  level: new Float64Array(n),
  first: new Float64Array(n),
  second: new Float64Array(n),
});

function earn(demand: UnlockedDemand, at: AgentChoice, s: SegmentRows, p: Float64Array, y: Earnings): void {
  const o = demand.population.outputShare[at.i];
  for (let c = 0; c < at.count; c++) {
    const row = at.row[c];
    const revenue = at.billed[c] * ((1 - o) * s.inputRate[row] + o * s.outputRate[row]); // per unit of price
    const cost = at.volume[c] * ((1 - o) * s.inputCost[row] + o * s.outputCost[row]);
    y.level[c] = revenue * p[at.good[c]] - cost;
    y.first[c] = revenue - at.fade[c] * y.level[c];
    y.second[c] = at.fade[c] * (at.fade[c] * y.level[c] - 2 * revenue);
  }
}

/** S_f by owner: expected earnings given adoption. */
function ownerEarnings(at: AgentChoice, y: Earnings, owner: Int32Array, out: Float64Array): void {
  out.fill(0);
  for (let c = 0; c < at.count; c++) out[owner[at.good[c]]] += at.pick[c] * y.level[c];
}

function conditions(demand: UnlockedDemand, p: Float64Array, owner: Int32Array): Conditions {
  const profits = new Float64Array(p.length);
  const marginal = new Float64Array(p.length);
  const y = newEarnings(p.length);
  const sums = new Float64Array(Math.max(...owner) + 1);
  forAgents(demand, p, (at, segment) => {
    earn(demand, at, segment, p, y);
    ownerEarnings(at, y, owner, sums);
    for (let c = 0; c < at.count; c++) {
      const k = at.good[c];
      const s = sums[owner[k]];
      profits[k] += at.adopts * at.pick[c] * y.level[c];
      marginal[k] += at.adopts * at.pick[c] * (y.first[c] - (at.rate[c] / demand.mu) * (y.level[c] - s));
      if (c === at.best) marginal[k] -= at.slope * at.rate[c] * s;
    }
  });
  return { profits, marginal };
}

function curvature(demand: UnlockedDemand, p: Float64Array, owner: Int32Array): Float64Array {
  const n = p.length;
  const out = new Float64Array(n * n);
  const y = newEarnings(n);
  const sums = new Float64Array(Math.max(...owner) + 1);
  forAgents(demand, p, (at, segment) => {
    earn(demand, at, segment, p, y);
    ownerEarnings(at, y, owner, sums);
    for (let c = 0; c < at.count; c++) curveRow(at, y, { owner, mu: demand.mu, s: sums[owner[at.good[c]]], c, out, n });
  });
  return out;
}

interface Row {
  readonly owner: Int32Array;
  readonly mu: number;
  readonly s: number; // S of the owner of the row's good
  readonly c: number;
  readonly out: Float64Array;
  readonly n: number;
}

/** Adds agent i's part of d marginal_k / d p_l for every l, k being the good in row c. */
function curveRow(at: AgentChoice, y: Earnings, { owner, mu, s, c, out, n }: Row): void {
  const { pick, rate, good, adopts, slope, best } = at;
  const k = good[c];
  const tk = rate[c] / mu;
  const b = y.first[c] - tk * (y.level[c] - s);
  const sk = pick[c] * b; // dS/dp_k
  const ak = c === best ? -slope * rate[c] : 0; // dA/dp_k
  for (let d = 0; d < at.count; d++) {
    const tl = rate[d] / mu;
    const mine = owner[good[d]] === owner[k];
    const sl = pick[d] * (tl * s + (mine ? y.first[d] - tl * y.level[d] : 0)); // dS/dp_l
    const al = d === best ? -slope * rate[d] : 0;
    let skl = tl * pick[c] * pick[d] * b + pick[c] * tk * sl;
    if (d === c) skl += pick[c] * (y.second[c] - tk * y.first[c] - tl * b);
    out[k * n + good[d]] += al * sk + adopts * skl + ak * sl;
  }
  if (c === best) out[k * n + k] += at.bend * rate[c] * rate[c] * s;
}

/** One price at a time, for all goods in one pass: what an agent's other options are worth is worked out once. */
function scan(
  demand: UnlockedDemand,
  p: Float64Array,
  owner: Int32Array,
  values: readonly Float64Array[],
): Float64Array[] {
  const out = values.map((list) => new Float64Array(list.length));
  const y = newEarnings(p.length);
  const sums = new Float64Array(Math.max(...owner) + 1);
  forAgents(demand, p, (at, segment) => {
    earn(demand, at, segment, p, y);
    ownerEarnings(at, y, owner, sums);
    for (let k = 0; k < values.length; k++) {
      if (values[k].length === 0) continue;
      const c = at.good.subarray(0, at.count).indexOf(k);
      const earned = sums[owner[k]] - (c < 0 ? 0 : at.pick[c] * y.level[c]);
      if (c >= 0) scanAgent(demand, at, segment, { c, earned, values: values[k], out: out[k] });
      else for (let v = 0; v < out[k].length; v++) out[k][v] += at.adopts * earned;
    }
  });
  return out;
}

interface Line {
  readonly c: number; // row of the good whose price moves
  readonly earned: number; // on the owner's other goods, at present choices
  readonly values: Float64Array;
  readonly out: Float64Array;
}

const NEGLIGIBLE = -28; // ln of a probability not worth an exponential in a search for gains of 1e-7: 7e-13

function scanAgent(demand: UnlockedDemand, at: AgentChoice, s: SegmentRows, { c, earned, values, out }: Line): void {
  const { population, mu, lnFixedCost } = demand;
  const row = at.row[c];
  const o = population.outputShare[at.i];
  const rate = (1 - o) * s.inputRate[row] + o * s.outputRate[row];
  const cost = (1 - o) * s.inputCost[row] + o * s.outputCost[row];
  const size = population.weight[at.i] * population.volume[at.i] * s.growth;
  const users = population.weight[at.i];
  const flat = s.flat[row] === 1;
  const reach = c === at.best ? at.second : at.reach;
  const weight = Math.max(0, 1 - at.pick[c]);
  const adopts = c === at.best ? normalCdf((reach - lnFixedCost.median) / lnFixedCost.sd) : at.adopts;
  for (let v = 0; v < values.length; v++) {
    const paid = at.rate[c] * values[v] + at.tax[c];
    const lead = (s.base[row] - paid) / mu - at.level;
    const own = s.lnQuality[row] - paid;
    const joins = own > reach ? normalCdf((own - lnFixedCost.median) / lnFixedCost.sd) : adopts;
    if (lead < NEGLIGIBLE) {
      if (weight > 0) out[v] += (joins * earned) / weight;
      continue;
    }
    // Relative to whichever is larger, so that neither overflows.
    const self = lead > 0 ? 1 : exp(lead);
    const rest = lead > 0 ? exp(-lead) : 1;
    const serves = flat
      ? users * rate * values[v] - at.volume[c] * cost
      : size * exp(-paid) * (rate * values[v] - cost);
    const earns = self * serves + rest * earned;
    out[v] += (joins * earns) / (self + rest * weight);
  }
}
