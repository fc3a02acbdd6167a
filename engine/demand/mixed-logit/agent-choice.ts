import { exp, log } from "../../math/elementary.ts";
import { normalCdf, normalDensity } from "../../math/normal-cdf.ts";
import type { SegmentRows, UnlockedDemand } from "./unlocked.ts";

/**
 * One agent's expected choice at given prices, in columns by position among what it may choose. Whoever visits must not
 * keep it: it is written anew at other prices, or for the next agent.
 */
export interface AgentChoice {
  i: number; // the agent
  count: number; // eligible goods: rows [0, count) of the columns
  adopts: number; // A = Phi((m - ln phi)/sd)
  slope: number; // dA/dm
  bend: number; // d2A/dm2
  top: number; // the largest u
  level: number; // ln of the sum of e^u, u in units of mu: pick = e^(u - level)
  best: number; // row of the good that sets m = max ln g - p/(v g); -1 if none
  reach: number; // m
  second: number; // the same without that good

  // Whatever the prices
  size: number; // weight X: what it would use of a good at no price [Mtok/week]
  readonly good: Int32Array;
  readonly row: Int32Array; // its position in the segment's list
  readonly flat: Int32Array; // 1: priced by the month
  readonly base: Float64Array; // ln g + trust + ecosystem
  readonly quality: Float64Array; // ln g
  readonly rate: Float64Array; // t_j: disutility of a price rise of 1 [1/money]
  readonly pull: Float64Array; // t_j/mu
  readonly tax: Float64Array; // disutility of what is due whatever the price
  readonly fade: Float64Array; // -d ln volume/dp: t, or 0 where priced by the month
  readonly revenue: Float64Array; // what a unit of what the price is charged on earns at a price of 1
  readonly cost: Float64Array; // of serving a Mtok [money]

  // At the prices asked
  readonly utility: Float64Array; // u
  readonly likes: Float64Array; // e^(u - top)
  readonly pick: Float64Array; // P_j, given adoption
  readonly volume: Float64Array; // weight X e^(-t p - tax), or weight X where priced by the month [Mtok/week]
  readonly billed: Float64Array; // what the price is charged on: volume, or users
}

const [WHOLE, PARTS] = [3, 13]; // columns

/** So many choices, each among at most so many goods, in two blocks of memory. */
export function newChoices(agents: number, most: number): AgentChoice[] {
  const [whole, parts] = [new Int32Array(agents * WHOLE * most), new Float64Array(agents * PARTS * most)];
  return Array.from({ length: agents }, (_, a) => newChoice(a, most, whole, parts));
}

function newChoice(a: number, most: number, wholes: Int32Array, parts: Float64Array): AgentChoice {
  const whole = (k: number) => wholes.subarray((a * WHOLE + k) * most, (a * WHOLE + k + 1) * most);
  const part = (k: number) => parts.subarray((a * PARTS + k) * most, (a * PARTS + k + 1) * most);
  return {
    i: 0,
    count: 0,
    adopts: 0,
    slope: 0,
    bend: 0,
    top: NaN,
    level: 0,
    best: -1,
    reach: -Infinity,
    second: -Infinity,
    size: 0,
    good: whole(0),
    row: whole(1),
    flat: whole(2),
    base: part(0),
    quality: part(1),
    rate: part(2),
    pull: part(3),
    tax: part(4),
    fade: part(5),
    revenue: part(6),
    cost: part(7),
    utility: part(8),
    likes: part(9),
    pick: part(10),
    volume: part(11),
    billed: part(12),
  };
}

/** What agent i may choose, and all about it that does not hang on prices. */
export function findOptions({ population, mu }: UnlockedDemand, s: SegmentRows, i: number, out: AgentChoice): void {
  const [a, b, floor] = [population.inputWeight[i], population.outputWeight[i], population.qualityFloor[i]];
  const [value, o] = [population.value[i], population.outputShare[i]];
  const whole = population.volume[i] * s.growth; // what it would use at no price [Mtok/week]
  let n = 0;
  for (let c = 0; c < s.goods.length; c++) {
    if (s.lnQuality[c] < floor) continue;
    const [plan, flat] = [s.plan[c] === 1, s.flat[c]];
    const use = s.quota[c] < whole ? s.quota[c] : whole;
    const t = plan ? s.inputOverQuality[c] / (value * whole) : a * s.inputOverQuality[c] + b * s.outputOverQuality[c];
    out.tax[n] =
      (plan ? s.inputTax[c] / (value * whole) : a * s.inputTax[c] + b * s.outputTax[c]) +
      (use === whole ? 0 : -log((use / whole) * (1 + log(whole / use)))); // a quota that binds is worth less
    out.good[n] = s.goods[c];
    out.row[n] = c;
    out.flat[n] = flat;
    out.base[n] = s.base[c];
    out.quality[n] = s.lnQuality[c];
    out.rate[n] = t;
    out.pull[n] = t / mu;
    out.fade[n] = flat ? 0 : t;
    out.revenue[n] = (1 - o) * s.inputRate[c] + o * s.outputRate[c];
    out.cost[n] = (1 - o) * s.inputCost[c] + o * s.outputCost[c];
    out.volume[n] = use === whole ? population.weight[i] * population.volume[i] * s.growth : population.weight[i] * use;
    out.billed[n++] = population.weight[i];
  }
  out.i = i;
  out.count = n;
  out.top = NaN; // it has not chosen yet
  out.size = population.weight[i] * population.volume[i] * s.growth;
}

/**
 * Chooses at prices p, of which those of `moved` goods differ from the prices it chose at last: exponentials of the
 * others are there already.
 */
export function choose(
  { mu, lnFixedCost }: UnlockedDemand,
  p: Float64Array,
  moved: Uint8Array,
  out: AgentChoice,
): void {
  const { count, size, good, flat, base, quality, rate, tax, utility, likes, pick, volume, billed } = out;
  let best = -1;
  let reach = -Infinity;
  let second = -Infinity;
  let top = -Infinity;
  for (let c = 0; c < count; c++) {
    const paid = rate[c] * p[good[c]] + tax[c];
    const worth = quality[c] - paid;
    if (worth > reach) {
      second = reach;
      reach = worth;
      best = c;
    } else if (worth > second) second = worth;
    if (moved[good[c]] === 1) {
      utility[c] = (base[c] - paid) / mu;
      if (flat[c] === 0) billed[c] = volume[c] = size * exp(-paid);
    }
    if (utility[c] > top) top = utility[c];
  }
  const again = top === out.top;
  let sum = 0;
  for (let c = 0; c < count; c++) {
    if (!again || moved[good[c]] === 1) likes[c] = exp(utility[c] - top);
    sum += likes[c];
  }
  for (let c = 0; c < count; c++) pick[c] = likes[c] / sum;
  const z = (reach - lnFixedCost.median) / lnFixedCost.sd;
  out.top = top;
  out.level = top + log(sum);
  out.best = best;
  out.reach = reach;
  out.second = second;
  out.adopts = normalCdf(z);
  out.slope = normalDensity(z) / lnFixedCost.sd;
  out.bend = (-z * out.slope) / lnFixedCost.sd;
}
