import { describe, expect, test } from "vitest";
import { logitDemand } from "../../../engine/equilibrium/logit.ts";
import { pricingGame } from "../../../engine/equilibrium/pricing-game.ts";
import { learn, newQTable } from "../../../engine/learning/q-table.ts";
import { duel, prices, profits, sum } from "../../support/duel.ts";

/** Few prices and a faster clock than Calvano et al.'s: five prices, 8,400 days. */
const learner = { kind: "q-learning", periodDays: 1, points: 5, beta: 1e-3, band: 3 };
const game = pricingGame(logitDemand({ appeal: [2, 2], mu: 0.25, outside: 0, size: 1 }), [1, 1], 0);
const earned = (p: number) => game.profits(Float64Array.of(p, p))[0];
const [NASH, CARTEL] = [1.47292666, 1.92498085];

describe("Q-learning", () => {
  test("two learners in the textbook market end above Nash, and not above the cartel", () => {
    const gains = [1, 2, 3, 4].map((seed) => {
      const r = duel({ strategies: [learner, learner], tickDays: 1, weeks: 1200 }, seed);
      const late = (v: number) => sum(profits(r, v).slice(-300)) / 300;
      return ((late(0) + late(1)) / 2 - earned(NASH)) / (earned(CARTEL) - earned(NASH));
    });
    const mean = sum(gains) / gains.length;
    expect(mean).toBeGreaterThan(0.15);
    expect(mean).toBeLessThan(1);
  });
  test("it tries the prices between Nash and cartel, a tenth of their distance beyond, and no others", () => {
    const r = duel({
      strategies: [{ ...learner, points: 15 }, { kind: "hold" }],
      tickDays: 1,
      weeks: 60,
      price: [1.5, 1.5],
    });
    const grid = [...new Set(prices(r, 0))].toSorted((a, b) => a - b);
    const gap = CARTEL - NASH;
    expect(grid).toHaveLength(15);
    grid.forEach((p, k) => expect(p).toBeCloseTo(NASH - 0.1 * gap + (k * 1.2 * gap) / 14, 5));
  });
  test("alone against a rival who holds, it learns the best reply of its grid", () => {
    const own = { ...learner, points: 7, low: 1.3, high: 1.9, beta: 1e-3, delta: 0 };
    const r = duel({ strategies: [own, { kind: "hold" }], tickDays: 1, weeks: 2000, price: [1.6, 1.6] });
    const grid = Array.from({ length: 7 }, (_, k) => 1.3 + 0.1 * k);
    const best = grid.reduce((a, b) =>
      game.profits(Float64Array.of(b, 1.6))[0] > game.profits(Float64Array.of(a, 1.6))[0] ? b : a,
    );
    expect(prices(r, 0).at(-1)!).toBeCloseTo(best, 6);
  });
  test("explores less and less: nearly always at first, hardly ever at last", () => {
    const r = duel({ strategies: [{ ...learner, beta: 5e-3 }, { kind: "hold" }], tickDays: 1, weeks: 300 });
    const tries = (from: number, to: number) =>
      r.moves.filter((m) => m.because === "explore" && m.tick >= from && m.tick < to).length;
    expect(tries(0, 100)).toBeGreaterThan(45); // four fifths of what it tries is a move
    expect(tries(300, 400)).toBeLessThan(tries(0, 100) / 2);
    expect(tries(2000, 2100)).toBe(0);
  });
  test("its table is the one of the published study: q moves by alpha towards reward and discounted best", () => {
    const table = newQTable(2, [1, 2]);
    expect(learn(table, 0, 0, 10, 0.5)).toBe(true);
    expect([...table.q]).toEqual([5.5, 2, 1, 2]);
    expect([...table.greedy]).toEqual([0, 1]);
  });
});
