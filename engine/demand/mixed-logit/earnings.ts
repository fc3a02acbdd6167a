import type { AgentChoice } from "./agent-choice.ts";

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

export function earn(at: AgentChoice, p: Float64Array, y: Earnings): void {
  const { count, good, billed, volume, fade, revenue: charged, cost } = at;
  const { level, first, second } = y;
  for (let c = 0; c < count; c++) {
    const revenue = billed[c] * charged[c]; // per unit of price
    level[c] = revenue * p[good[c]] - volume[c] * cost[c];
    first[c] = revenue - fade[c] * level[c];
    second[c] = fade[c] * (fade[c] * level[c] - 2 * revenue);
  }
}
