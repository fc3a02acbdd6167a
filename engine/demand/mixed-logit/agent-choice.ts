import { exp, log } from "../../math/elementary.ts";
import { normalCdf, normalDensity } from "../../math/normal-cdf.ts";
import type { SegmentRows, UnlockedDemand } from "./unlocked.ts";

/**
 * One agent's expected choice at given prices, in scratch columns by position in its segment's list. Written anew for
 * each agent: whoever visits must not keep it.
 */
export interface AgentChoice {
  i: number; // the agent
  count: number; // eligible goods: rows [0, count) of the columns
  adopts: number; // A = Phi((m - ln phi)/sd)
  slope: number; // dA/dm
  bend: number; // d2A/dm2
  level: number; // ln of the sum of e^u, u in units of mu: pick = e^(u - level)
  best: number; // row of the good that sets m = max ln g - p/(v g); -1 if none
  reach: number; // m
  second: number; // the same without that good
  readonly good: Int32Array;
  readonly row: Int32Array; // its position in the segment's list
  readonly pick: Float64Array; // P_j, given adoption
  readonly rate: Float64Array; // t_j: disutility of a price rise of 1 [1/money]
  readonly tax: Float64Array; // disutility of what is due whatever the price
  readonly volume: Float64Array; // weight X e^(-t p - tax), or weight X where priced by the month [Mtok/week]
  readonly billed: Float64Array; // what the price is charged on: volume, or users
  readonly fade: Float64Array; // -d ln volume/dp: t, or 0 where priced by the month
}

/**
 * Visits every agent in order with its choice at prices p (by good, blended). What a demand's agents choose is kept
 * until they are asked at other prices: a search looks at the same ones from many sides.
 */
export function forAgents(
  demand: UnlockedDemand,
  p: Float64Array,
  visit: (choice: AgentChoice, segment: SegmentRows) => void,
): void {
  const kept = keptBy(demand);
  const asked = kept && isSame(kept.price, p);
  if (kept && !asked) kept.price.fill(NaN); // until all have chosen
  const scratch = kept ? null : newChoice(demand.products.length);
  let n = 0;
  for (const segment of demand.rows) {
    for (let i = segment.from; i < segment.to; i++) {
      if (demand.population.arrives[i] > demand.day) continue;
      const choice = scratch ?? kept!.choices[n++];
      choice.i = i;
      if (!asked) chooseFor(demand, segment, p, choice);
      if (choice.count > 0) visit(choice, segment);
    }
  }
  if (kept && !asked) kept.price.set(p);
}

/** What the agents of a demand chose when they were last asked. */
interface Kept {
  readonly price: Float64Array;
  readonly choices: readonly AgentChoice[]; // of those who are there, in order
}

const MOST_KEPT = 100_000; // agents times goods: six megabytes
const keeping = new WeakMap<UnlockedDemand, Kept | null>();

function keptBy(demand: UnlockedDemand): Kept | null {
  let kept = keeping.get(demand);
  if (kept === undefined) keeping.set(demand, (kept = newKept(demand)));
  return kept;
}

function newKept({ rows, products, population, day }: UnlockedDemand): Kept | null {
  let agents = 0;
  for (const { from, to } of rows) for (let i = from; i < to; i++) if (population.arrives[i] <= day) agents++;
  const goods = products.length;
  if (agents * goods > MOST_KEPT) return null;
  return { price: new Float64Array(goods).fill(NaN), choices: Array.from({ length: agents }, () => newChoice(goods)) };
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

const newChoice = (most: number): AgentChoice => {
  const [whole, parts] = [new Int32Array(2 * most), new Float64Array(6 * most)];
  const part = (k: number) => parts.subarray(k * most, (k + 1) * most);
  return {
    i: 0,
    count: 0,
    adopts: 0,
    slope: 0,
    bend: 0,
    level: 0,
    best: -1,
    reach: -Infinity,
    second: -Infinity,
    good: whole.subarray(0, most),
    row: whole.subarray(most),
    pick: part(0),
    rate: part(1),
    tax: part(2),
    volume: part(3),
    billed: part(4),
    fade: part(5),
  };
};

function chooseFor(demand: UnlockedDemand, s: SegmentRows, p: Float64Array, out: AgentChoice): void {
  const { population, mu, lnFixedCost } = demand;
  const { i, good, row, pick, rate, tax, volume, billed, fade } = out;
  const [a, b, floor] = [population.inputWeight[i], population.outputWeight[i], population.qualityFloor[i]];
  const size = population.weight[i] * population.volume[i] * s.growth;
  const value = population.value[i];
  const whole = population.volume[i] * s.growth; // what it would use at no price [Mtok/week]
  let [n, best, reach, second, top] = [0, -1, -Infinity, -Infinity, -Infinity];
  for (let c = 0; c < s.goods.length; c++) {
    if (s.lnQuality[c] < floor) continue;
    const use = s.quota[c] < whole ? s.quota[c] : whole;
    const t =
      s.plan[c] === 1
        ? s.inputOverQuality[c] / (value * whole)
        : a * s.inputOverQuality[c] + b * s.outputOverQuality[c];
    const due =
      (s.plan[c] === 1 ? s.inputTax[c] / (value * whole) : a * s.inputTax[c] + b * s.outputTax[c]) +
      (use === whole ? 0 : -log((use / whole) * (1 + log(whole / use)))); // a quota that binds is worth less
    const paid = t * p[s.goods[c]] + due;
    const u = (s.base[c] - paid) / mu;
    const worth = s.lnQuality[c] - paid;
    if (worth > reach) [second, reach, best] = [reach, worth, n];
    else if (worth > second) second = worth;
    if (u > top) top = u;
    good[n] = s.goods[c];
    row[n] = c;
    rate[n] = t;
    tax[n] = due;
    pick[n] = u;
    const flat = s.flat[c] === 1;
    volume[n] = flat ? (use === whole ? size : population.weight[i] * use) : size * exp(-paid);
    billed[n] = flat ? population.weight[i] : volume[n];
    fade[n++] = flat ? 0 : t;
  }
  let sum = 0;
  for (let c = 0; c < n; c++) sum += pick[c] = exp(pick[c] - top);
  for (let c = 0; c < n; c++) pick[c] /= sum;
  const z = (reach - lnFixedCost.median) / lnFixedCost.sd;
  out.count = n;
  out.level = top + log(sum);
  out.best = best;
  out.reach = reach;
  out.second = second;
  out.adopts = normalCdf(z);
  out.slope = normalDensity(z) / lnFixedCost.sd;
  out.bend = (-z * out.slope) / lnFixedCost.sd;
}
