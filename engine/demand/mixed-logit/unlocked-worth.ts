import { exp } from "../../math/elementary.ts";
import { forAgents } from "./kept-choices.ts";
import type { UnlockedDemand } from "./unlocked.ts";

/**
 * What being able to buy at prices p is worth to the people who are there, in the mean over what they need: by agent
 * v X exp(mu ln sum e^(u/mu)), the expected surplus of the best of its options but for a factor common to all, if it
 * adopts. Over v X, so that needs that grow do not count as prices that fell.
 */
export function unlockedWorth(demand: UnlockedDemand, levels = levelsOf(demand)): (p: Float64Array) => number {
  const { weight, volume, value, arrives } = demand.population;
  let needs = 0;
  for (const { from, to } of demand.rows)
    for (let i = from; i < to; i++) if (arrives[i] <= demand.day) needs += weight[i] * volume[i] * value[i];
  return (p) => {
    let sum = 0;
    levels(p, (i, adopts, level) => {
      sum += adopts * weight[i] * volume[i] * value[i] * exp(demand.mu * level);
    });
    return needs > 0 ? sum / needs : 0;
  };
}

/** Visits agents in order with A, and ln of the sum of e^u, at prices p. */
export type Levels = (p: Float64Array, visit: (i: number, adopts: number, level: number) => void) => void;

const levelsOf =
  (demand: UnlockedDemand): Levels =>
  (p, visit) =>
    forAgents(demand, p, ({ i, adopts, level }) => visit(i, adopts, level));
