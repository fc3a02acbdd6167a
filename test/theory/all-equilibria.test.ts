import { expect, test } from "vitest";
import { otherEquilibria } from "../../engine/equilibrium/all-equilibria.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { priceEquilibrium } from "../../engine/equilibrium/nash.ts";
import { type PricingGame, pricingGame } from "../../engine/equilibrium/pricing-game.ts";

/** Each best answers the other's price with a price on an S: three fixed points, at 2 and where tanh(3 d) = d. */
const answer = (p: number) => 2 + Math.tanh(3 * (p - 2));
const loss = (p: Float64Array, k: number) => p[k] - answer(p[1 - k]);
const coordination: PricingGame = {
  goods: 2,
  cost: Float64Array.of(0.5, 0.5),
  floor: Float64Array.of(-Infinity, -Infinity),
  profits: (p) => p.map((_, k) => 10 - loss(p, k) ** 2),
  conditions: (p) => ({
    profits: p.map((_, k) => 10 - loss(p, k) ** 2),
    marginal: p.map((_, k) => -2 * loss(p, k)),
  }),
};
const ALONE = Int32Array.of(0, 1);

test("a game with several equilibria has them listed, each once", () => {
  const found = priceEquilibrium(coordination, ALONE);
  const others = otherEquilibria(coordination, ALONE, { found, starts: 16 });
  const all = [found, ...others].map(({ price }) => price[0]).toSorted((a, b) => a - b);
  let apart = 1;
  for (let step = 0; step < 60; step++) apart = Math.tanh(3 * apart);
  expect(all[0]).toBeCloseTo(2 - apart, 5);
  expect(all.at(-1)).toBeCloseTo(2 + apart, 5);
  expect(new Set(all.map((p) => p.toFixed(3))).size).toBe(all.length);
});

test("the logit has one equilibrium, wherever the search begins", () => {
  const game = pricingGame(logitDemand({ appeal: [2, 1.6, 2.2], mu: 0.25, outside: 0 }), [1, 0.7, 1.4]);
  const owner = Int32Array.of(0, 1, 2);
  expect(otherEquilibria(game, owner, { found: priceEquilibrium(game, owner), starts: 12 })).toEqual([]);
});
