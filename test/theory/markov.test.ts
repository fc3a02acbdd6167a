import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alternatingEquilibrium,
  alternatingValues,
  bertrandProfits,
} from "../../engine/equilibrium/markov/alternating.ts";
import { expected } from "../../engine/equilibrium/markov/game.ts";
import { industry } from "../../engine/equilibrium/markov/industry.ts";
import { learningGame } from "../../engine/equilibrium/markov/learning-by-doing.ts";
import { solveMarkov } from "../../engine/equilibrium/markov/solve.ts";
import { switchingEquilibrium, switchingGame } from "../../engine/theory/switching-costs.ts";
import { finish } from "../support/work.ts";

const small = { levels: 6, learned: 4, kappa: 5, rho: 0.8, value: 5, outside: 0, scale: 1, discount: 0.9 };

describe("a Markov-perfect pricing equilibrium", () => {
  test("leaves no better price in any state, tried by brute force on the Bellman equation", () => {
    const game = learningGame({ ...small, forgetting: 0.03 });
    const e = finish(solveMarkov(game));
    expect(e.converged).toBe(true);
    const worth = (s: number, p: number) => {
      const r = game.mirror[s];
      const u = [game.appeal[s] - p, game.appeal[r] - e.price[r], game.outside].map((x) => Math.exp(x / game.scale));
      const sum = u[0] + u[1] + u[2];
      const next = (["first", "second", "nobody"] as const).map((who) => expected(game.moves[who], s, e.value));
      return ((p - game.cost[s]) * u[0] + game.discount * (u[0] * next[0] + u[1] * next[1] + u[2] * next[2])) / sum;
    };
    for (let s = 0; s < game.states; s++) {
      expect(worth(s, e.price[s])).toBeCloseTo(e.value[s], 8);
      for (let d = -3; d <= 3; d += 0.05) expect(worth(s, e.price[s] + d)).toBeLessThanOrEqual(e.value[s] + 1e-9);
    }
  });

  test("with switching costs is the closed form", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (s, beta) => {
          const e = finish(solveMarkov(switchingGame(s, beta), { tolerance: 1e-12 }));
          const closed = switchingEquilibrium(s, beta);
          expect(e.price[0]).toBeCloseTo(closed.insider, 8);
          expect(e.price[1]).toBeCloseTo(closed.outsider, 8);
          expect(e.value[0]).toBeCloseTo(closed.insiderValue, 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("without learning or a future is the static price in every state", () => {
    const game = learningGame({ ...small, rho: 1, forgetting: 0, outside: -Infinity });
    for (const p of finish(solveMarkov(game)).price) expect(p).toBeCloseTo(small.kappa + 2 * small.scale, 8);
  });

  test("starts below where it ends: sellers invest in experience", () => {
    const game = learningGame({ ...small, forgetting: 0 });
    const e = finish(solveMarkov(game));
    const margin = (s: number) => e.price[s] - game.cost[s];
    expect(margin(game.stateOf(1, 1))).toBeLessThan(margin(game.stateOf(6, 6)));
  });

  test("moves an industry whose states' chances add up, and from equals to equals", () => {
    const game = learningGame({
      ...small,
      forgetting: 0.05,
      turnover: { scrap: { centre: 1.5, half: 1.5 }, setup: { centre: 4.5, half: 1.5 } },
    });
    const e = finish(solveMarkov(game, { damping: 0.3 }));
    const course = industry(game, e, game.stateOf(1, 1), 40);
    expect(course.distribution.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    course.distribution.forEach((m, s) => expect(m).toBeCloseTo(course.distribution[game.mirror[s]], 12));
  });
});

describe("alternating price moves (Maskin & Tirole)", () => {
  const prices = [0, 1, 2, 3, 4, 5, 6].map((i) => i / 6);
  const game = (discount: number) => ({ actions: 7, profit: bertrandProfits(prices, (p) => 1 - p, 0), discount });
  const kinked = [[3], [1, 3], [1], [3], [3], [3], [3]];
  const edgeworth = [[0, 5], [0], [1], [2], [3], [4], [4]];

  test("support a kinked demand curve, mixing as the paper's formula says, from patience 5/9 on", () => {
    for (const d of [0.6, 0.8, 0.95]) {
      const e = alternatingEquilibrium(game(d), kinked);
      expect(e.reaction[7 + 1]).toBeCloseTo((5 + d) / (5 * d + 9 * d * d), 10);
      expect(e.isEquilibrium).toBe(true);
    }
    expect(alternatingEquilibrium(game(0.5), kinked).isEquilibrium).toBe(false);
  });

  test("support price cycles too, at the same patience", () => {
    const e = alternatingEquilibrium(game(0.9), edgeworth);
    expect(e.isEquilibrium).toBe(true);
    expect(e.reaction[0]).toBeCloseTo(3526523 / 16576523, 10);
  });

  test("a strategy that gives money away is no equilibrium, and the gain from leaving it is reported", () => {
    const always = new Float64Array(49);
    for (let b = 0; b < 7; b++) always[b * 7] = 1; // answers every price with zero
    expect(alternatingValues(game(0.5), always).gain).toBeGreaterThan(0.01);
  });
});
