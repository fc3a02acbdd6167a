import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { compile, metrics, openMarket } from "../../engine/index.ts";
import { CALVANO, payoffTable, study, summarise } from "../../engine/validation.ts";
import { session } from "../../engine/learning/session.ts";
import { learn, newQTable } from "../../engine/learning/q-table.ts";
import { simulate } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";
import { finish } from "../support/work.ts";

/** The payoff table of the textbook scenario: its own demand, its own costs. */
function tableOf(appeal = [2, 2]) {
  const model = compile(textbook({ appeal, price: appeal.map(() => 1.5) }));
  return payoffTable(demandOf(model).priced(model, openMarket(model)).game, { points: 15, beyond: 0.1 });
}

describe("the payoff table of learners", () => {
  test("holds what the engine's own market earns at those prices", () => {
    const appeal = [2, 1.8];
    const table = tableOf(appeal);
    for (const [a, b] of [
      [0, 0],
      [3, 11],
      [14, 2],
      [7, 8],
    ]) {
      const price = [table.prices[0][a], table.prices[1][b]];
      const r = simulate(textbook({ appeal, price }));
      const profit = price.map((p, i) => (p - 1) * r.product.users[i]);
      profit.forEach((x, i) => expect(table.profit[(a + 15 * b) * 2 + i]).toBeCloseTo(x, 12));
      expect(metrics.get("grossMargin").compute(r)[0]).toBeCloseTo((price[0] - 1) / price[0], 12);
    }
  });

  test("spans Calvano et al.'s grid around Nash 1.473 and the cartel's 1.925", () => {
    const { prices, nash, cartel } = tableOf();
    expect(prices[0][0]).toBeCloseTo(1.4277212341, 9);
    expect(prices[0][14]).toBeCloseTo(1.9701863449, 9);
    expect(nash[0]).toBeCloseTo(0.22292666, 9);
    expect(cartel[0]).toBeCloseTo(0.3374904595, 9);
  });
});

describe("a Q table", () => {
  test("keeps its greedy actions: after any updates they are those of the highest values", () => {
    const update = fc.record({ s: fc.nat(3), a: fc.nat(4), target: fc.double({ min: -5, max: 5, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(update, { maxLength: 200 }), (updates) => {
        const table = newQTable(4, [0, 0.5, 0.2, 0.5, -1]);
        for (const { s, a, target } of updates) {
          const before = table.greedy[s];
          expect(learn(table, s, a, target, 0.3)).toBe(table.greedy[s] !== before);
        }
        for (let s = 0; s < 4; s++) {
          const row = table.q.slice(s * 5, s * 5 + 5);
          expect(table.best[s]).toBe(Math.max(...row));
          expect(row[table.greedy[s]]).toBe(table.best[s]);
        }
      }),
    );
  });
});

describe("learning sessions", () => {
  const quick = { ...CALVANO, alpha: 0.15, beta: 1e-4, stable: 5000 };

  test("repeat to the bit, and differ by session", () => {
    const run = (session: number) => finish(study(tableOf(), quick, { seed: 3, session }));
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  test("end above competition, and learn to punish: rivals answer a deviation with lower prices", () => {
    const outcomes = Array.from({ length: 12 }, (_, session) =>
      finish(study(tableOf(), { ...quick, beta: 4e-5 }, { seed: 5, session })),
    );
    const s = summarise(outcomes);
    expect(s.converged).toBe(12);
    expect(s.gain).toBeGreaterThan(0.3);
    expect(s.own[1]).toBeLessThan(s.own[0]);
    expect(s.rivals[1]).toBeCloseTo(s.rivals[0], 12); // the period of the deviation itself
    expect(s.rivals[2]).toBeLessThan(s.rivals[0]);
  });

  test("without a future learn no collusion worth the name", () => {
    const blind = { ...quick, delta: 0, beta: 4e-5 };
    const outcomes = Array.from({ length: 8 }, (_, session) => finish(study(tableOf(), blind, { seed: 5, session })));
    expect(summarise(outcomes).gain).toBeLessThan(0.4);
  });
});

test("a session that does not settle is given up after as many periods as it was given", () => {
  const learning = { ...CALVANO, stable: 1e9, most: 100_000 };
  const { converged, periods } = finish(session(tableOf(), learning, { seed: 1, session: 0 }));
  expect([converged, periods]).toEqual([false, 100_000]);
});
