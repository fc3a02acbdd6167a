import type { AgentChoice } from "./agent-choice.ts";
import type { SegmentRows, UnlockedDemand } from "./unlocked.ts";

/** What serving one agent earns by eligible good, and its first two derivatives in the good's own price. */
export interface Earnings {
  readonly level: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export const newEarnings = (n: number): Earnings => ({
  level: new Float64Array(n),
  first: new Float64Array(n),
  second: new Float64Array(n),
});

export function earn(demand: UnlockedDemand, at: AgentChoice, s: SegmentRows, p: Float64Array, y: Earnings): void {
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
