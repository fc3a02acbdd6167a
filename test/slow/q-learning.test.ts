import { expect, test } from "vitest";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { pricingGame } from "../../engine/equilibrium/pricing-game.ts";
import { payoffTable } from "../../engine/learning/payoffs.ts";
import { type Outcome, study, summarise } from "../../engine/learning/study.ts";
import { duel, profits, sum } from "../support/duel.ts";

const POINTS = 7;
const BETA = 3e-4;
const RUNS = 24;
const PERIODS = 30_000;

const game = pricingGame(logitDemand({ appeal: [2, 2], mu: 0.25, outside: 0, size: 1 }), [1, 1], 0);
const table = payoffTable(game, { points: POINTS, beyond: 0.1 });

function session(k: number): Outcome {
  const learning = { alpha: 0.15, beta: BETA, delta: 0.95, stable: 2000, most: PERIODS };
  const steps = study(table, learning, { seed: 1, session: k });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Profit gain over the last periods of a market in which two vendors price by Q-learning. */
function market(seed: number): number {
  const learner = { kind: "q-learning", periodDays: 1, points: POINTS, beta: BETA, band: 3 };
  const r = duel({ strategies: [learner, learner], tickDays: 1, weeks: Math.ceil(PERIODS / 7) }, seed);
  const late = (v: number) => sum(profits(r, v).slice(-500)) / 500;
  return ((late(0) + late(1)) / 2 - table.nash[0]) / (table.cartel[0] - table.nash[0]);
}

test("two Q-learners in a market gain, over Nash, what the sessions of the published study's kind gain", () => {
  const { gain, gainSe } = summarise(Array.from({ length: RUNS }, (_, k) => session(k)));
  const gains = Array.from({ length: RUNS }, (_, k) => market(k + 1));
  const mean = sum(gains) / RUNS;
  const se = Math.sqrt(sum(gains.map((x) => (x - mean) ** 2)) / (RUNS - 1) / RUNS);
  expect(mean).toBeGreaterThan(0.3);
  expect(Math.abs(mean - gain)).toBeLessThan(3 * Math.sqrt(se * se + gainSe * gainSe));
});
