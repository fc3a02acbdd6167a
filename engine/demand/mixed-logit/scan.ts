import { exp } from "../../math/elementary.ts";
import { normalCdf } from "../../math/normal-cdf.ts";
import type { AgentChoice } from "./agent-choice.ts";
import { forAgents } from "./kept-choices.ts";
import { type Earnings, earn, newEarnings } from "./earnings.ts";
import { lookAhead, type Sought } from "./outlook.ts";
import type { UnlockedDemand } from "./unlocked.ts";

/**
 * What each good's owner earns as that good's price alone takes each of its values. For all goods in one pass: what an
 * agent's other options are worth is worked out once.
 */
export function scan(
  { demand, ahead }: Sought,
  p: Float64Array,
  owner: Int32Array,
  values: readonly Float64Array[],
): Float64Array[] {
  const out = values.map((list) => new Float64Array(list.length));
  const y = newEarnings(p.length);
  const sums = new Float64Array(Math.max(...owner) + 1);
  const places = new Int32Array(p.length); // of goods among what the agent may choose; -1: not there
  forAgents(demand, p, (at) => {
    earn(at, p, y);
    lookAhead(ahead, at, y);
    ownerEarnings(at, y, owner, sums);
    places.fill(-1);
    for (let c = 0; c < at.count; c++) places[at.good[c]] = c;
    const free = ahead ? ahead.free[at.i] : 1;
    for (let k = 0; k < values.length; k++) {
      if (values[k].length === 0) continue;
      const c = places[k];
      const earned = sums[owner[k]] - (c < 0 ? 0 : at.pick[c] * y.level[c]);
      const later = ahead ? ahead.later[at.i * p.length + k] : 0;
      if (c >= 0) scanAgent(demand, at, { c, earned, free, later, values: values[k], out: out[k] });
      else for (let v = 0; v < out[k].length; v++) out[k][v] += at.adopts * earned;
    }
  });
  return out;
}

/** S_f by owner: expected earnings given adoption. */
export function ownerEarnings(at: AgentChoice, y: Earnings, owner: Int32Array, out: Float64Array): void {
  out.fill(0);
  for (let c = 0; c < at.count; c++) out[owner[at.good[c]]] += at.pick[c] * y.level[c];
}

interface Line {
  readonly c: number; // row of the good whose price moves
  readonly earned: number; // on the owner's other goods, at present choices
  readonly free: number; // of those who may choose, who has chosen
  readonly later: number; // what winning the agent earns later
  readonly values: Float64Array;
  readonly out: Float64Array;
}

const NEGLIGIBLE = -28; // ln of a probability not worth an exponential in a search for gains of 1e-7: 7e-13

function scanAgent({ population, mu, lnFixedCost }: UnlockedDemand, at: AgentChoice, line: Line): void {
  const { c, earned, free, later, values, out } = line;
  const [base, quality, pull, tax] = [at.base[c], at.quality[c], at.rate[c], at.tax[c]];
  const [rate, cost, size] = [at.revenue[c], at.cost[c], at.size];
  const users = population.weight[at.i];
  const flat = at.flat[c] === 1;
  const reach = c === at.best ? at.second : at.reach;
  const weight = Math.max(0, 1 - at.pick[c]);
  const adopts = c === at.best ? normalCdf((reach - lnFixedCost.median) / lnFixedCost.sd) : at.adopts;
  for (let v = 0; v < values.length; v++) {
    const paid = pull * values[v] + tax;
    const lead = (base - paid) / mu - at.level;
    const own = quality - paid;
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
    const earns = self * (free * serves + later) + rest * earned;
    out[v] += (joins * earns) / (self + rest * weight);
  }
}
