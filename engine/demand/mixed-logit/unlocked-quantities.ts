import { sum } from "../../math/sum.ts";
import type { DemandSystem } from "../../equilibrium/demand-system.ts";
import type { AgentChoice } from "./agent-choice.ts";
import { forAgents } from "./kept-choices.ts";
import type { SegmentRows, UnlockedDemand } from "./unlocked.ts";

/**
 * The same population as a demand system, by good: expected users, or what is sold in units of the price (what a price
 * of 1 would bring in). Users leave buying nothing as the outside option, so their diversion ratios add up.
 */
export function unlockedQuantities(demand: UnlockedDemand, what: "users" | "sold"): DemandSystem {
  const goods = demand.products.length;
  const { weight, outputShare } = demand.population;
  const amount = (at: AgentChoice, s: SegmentRows, c: number) => {
    if (what === "users") return weight[at.i];
    const [row, o] = [at.row[c], outputShare[at.i]];
    return at.billed[c] * ((1 - o) * s.inputRate[row] + o * s.outputRate[row]);
  };
  const quantities = (p: Float64Array) => {
    const q = new Float64Array(goods);
    forAgents(demand, p, (at, segment) => {
      for (let c = 0; c < at.count; c++) q[at.good[c]] += at.adopts * at.pick[c] * amount(at, segment, c);
    });
    return q;
  };
  return {
    goods,
    quantities,
    ...(what === "users" && {
      outside: (p: Float64Array) => present(demand) - sum(quantities(p)),
    }),
    jacobian(p) {
      const out = new Float64Array(goods * goods);
      const fades = what === "sold";
      forAgents(demand, p, (at, segment) => slopes(at, segment, { mu: demand.mu, fades, amount, out, goods }));
      return out;
    },
  };
}

/** Represented agents who are there. */
function present({ population, rows, day }: UnlockedDemand): number {
  let sum = 0;
  for (const { from, to } of rows) {
    for (let i = from; i < to; i++) if (population.arrives[i] <= day) sum += population.weight[i];
  }
  return sum;
}

interface Slopes {
  readonly mu: number;
  readonly fades: boolean; // what is sold to a user falls with the price, a user is a user
  readonly amount: (at: AgentChoice, s: SegmentRows, c: number) => number;
  readonly out: Float64Array;
  readonly goods: number;
}

function slopes(at: AgentChoice, s: SegmentRows, { mu, fades, amount, out, goods }: Slopes): void {
  for (let c = 0; c < at.count; c++) {
    const bought = at.pick[c] * amount(at, s, c);
    for (let d = 0; d < at.count; d++) {
      let dq = (at.adopts * bought * at.rate[d] * (at.pick[d] - (c === d ? 1 : 0))) / mu;
      if (c === d && fades) dq -= at.adopts * bought * at.fade[d];
      if (d === at.best) dq -= at.slope * at.rate[d] * bought;
      out[at.good[c] * goods + at.good[d]] += dq;
    }
  }
}
