import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, type PriceVerdict, type Split, splitPrice, weighted, wordFor } from "../../../engine/index.ts";

interface Day {
  readonly price: number;
  readonly cost: number;
  readonly nash: number;
}

/** All of a cost's change by technology. */
const standing = ({ price, cost, nash }: Day) => ({
  price,
  cost,
  factors: [1, cost, 1, 1, 1],
  nash,
  lowest: nash,
});
const change = (a: Day, b: Day): Split => splitPrice(standing(a), standing(b));
const from = (
  [p0, p1]: [number, number],
  [c0, c1]: [number, number],
  [n0, n1]: [number, number] = [p0, c1],
): PriceVerdict => wordFor(change({ price: p0, cost: c0, nash: n0 }, { price: p1, cost: c1, nash: n1 }));

describe("what a price fall is called", () => {
  test("competition where looking ahead accounts for it, war below that too", () => {
    const days = [
      { price: 10, cost: 1, nash: 10 },
      { price: 4, cost: 1, nash: 10 },
    ].map(standing);
    const ahead = (lowest: number) => wordFor(splitPrice({ ...days[0], lowest }, { ...days[1], lowest }));
    expect([10, 8, 5, 3].map(ahead)).toEqual(["war", "war", "competition", "competition"]);
  });
  test("free at a price of 0, whatever cost did", () => {
    expect(from([5, 0], [1, 0.1])).toBe("free");
  });
  test("pass-through where cost makes half of it at a markup held, however high the markup", () => {
    expect(from([2, 1], [1, 0.5])).toBe("pass-through");
    expect(from([100, 50], [1, 0.5])).toBe("pass-through");
    expect(from([4, 1], [1, 0.51])).not.toBe("pass-through"); // ln 0.51 is just less than half of ln 0.25
    expect(from([4, 1], [1, 0.49])).toBe("pass-through");
  });
  test("war where a margin is given up below long-run cost", () => {
    expect(from([5, 0.9], [1.2, 1], [0.1, 0.1])).toBe("war");
  });
  test("war where most of the margin given up lies below the price of competition, competition otherwise", () => {
    expect(from([10, 4], [1, 1], [10, 10])).toBe("war");
    expect(from([10, 4], [1, 1], [4, 4])).toBe("competition"); // down to it, not below
    expect(from([10, 4], [1, 1], [6, 6])).toBe("competition"); // ln 1.5 of ln 2.5 lies below it: less than half
    expect(from([10, 4], [1, 1], [6.4, 6.4])).toBe("war");
    expect(from([10, 4], [1, 1], [20, 8])).toBe("competition"); // rivalry grew: as far below it as before
  });
  test("competition where the price of competition is not known and the price is above cost", () => {
    expect(from([10, 4], [1, 1], [NaN, NaN])).toBe("competition");
  });
});

describe("what a price rise is called", () => {
  test("pass-through or margin won back by three quarters of it, both in between", () => {
    expect(from([1, 2], [1, 2])).toBe("pass-through");
    expect(from([1, 2], [1, 2.5])).toBe("pass-through"); // not even all of it
    expect(from([1, 2], [1, 1])).toBe("margin");
    expect(from([1, 2], [1, 0.8])).toBe("margin");
    expect(from([1, 2], [1, Math.SQRT2])).toBe("both");
    for (const [costs, word] of [
      [0.76, "pass-through"],
      [0.74, "both"],
      [0.26, "both"],
      [0.24, "margin"],
    ] as const)
      expect([costs, from([1, 2], [1, 2 ** costs])]).toEqual([costs, word]); // of ln 2, the share that costs make
    expect(from([0, 2], [1, 1])).toBe("margin");
  });
});

test("a change of less than a tenth is not called anything", () => {
  expect(from([10, 9.5], [12, 11], [20, 20])).toBeNull();
  expect(from([10, 10.9], [1, 2], [20, 20])).toBeNull();
  expect(from([0, 0], [1, 2], [0, 0])).toBeNull();
});

test("replications say what most of them say, with the share that does", () => {
  const war = change({ price: 10, cost: 1, nash: 10 }, { price: 4, cost: 1, nash: 10 });
  const competition = change({ price: 10, cost: 1, nash: 4 }, { price: 4, cost: 1, nash: 4 });
  expect(judge([war, war, competition, war])).toMatchObject({ verdict: "war", robustness: 0.75 });
});

/** Axioms a word for a change must keep. */
describe("the verdict", () => {
  const money = fc.double({ min: 0.01, max: 100, noNaN: true });
  const day = fc.record({ price: fc.oneof(fc.constant(0), money), cost: money, nash: money });
  const factor = fc.double({ min: 0.05, max: 20, noNaN: true });
  /** Away from the limits between words, which rounding may cross. */
  const clear = (s: Split) =>
    [0.5, 0.25, 0.75, 1].every((x) => Math.abs(x - s.symmetric.margin / (s.to - s.from)) > 1e-6);
  const times = (d: Day, k: number): Day => ({ price: d.price * k, cost: d.cost * k, nash: d.nash * k });

  test("is the same in any unit or currency", () => {
    fc.assert(
      fc.property(day, day, factor, (a, b, k) => {
        fc.pre(clear(change(a, b)));
        expect(wordFor(change(times(a, k), times(b, k)))).toBe(wordFor(change(a, b)));
      }),
    );
  });
  test("is the same whether a product's sales stand in one row or in two", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day, money), { minLength: 1, maxLength: 4 }), money, (rows, part) => {
        const basket = (all: typeof rows) =>
          weighted(
            all.map(([a, b]) => change(a, b)),
            all.map(([, , w]) => w),
          );
        const [[a, b, w], ...rest] = rows;
        const one = basket(rows);
        fc.pre(clear(one));
        const share = part / (part + 1);
        expect(wordFor(basket([[a, b, w * share], ...rest, [a, b, w * (1 - share)]]))).toBe(wordFor(one));
      }),
    );
  });
  test("is pass-through, of a product or basket, where every markup stays, whatever competition charges", () => {
    const held = fc
      .record({
        cost: money,
        markup: factor,
        step: fc.double({ min: 0.05, max: 0.89, noNaN: true }),
        nash: money,
        later: money,
      })
      .map(({ cost, markup, step, nash, later }): [Day, Day] => [
        { price: cost * markup, cost, nash },
        { price: cost * step * markup, cost: cost * step, nash: later },
      ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(held, money), { minLength: 1, maxLength: 5 }), (rows) => {
        const splits = rows.map(([[a, b]]) => change(a, b));
        for (const s of splits) {
          expect(wordFor(s)).toBe("pass-through");
          expect(Math.abs(s.symmetric.margin)).toBeLessThan(1e-9 * s.from);
        }
        expect(
          wordFor(
            weighted(
              splits,
              rows.map(([, w]) => w),
            ),
          ),
        ).toBe("pass-through");
      }),
    );
  });
  test("does not hang on the level of the price of competition where prices lie below it", () => {
    fc.assert(
      fc.property(day, day, factor, (a, b, more) => {
        const far = (d: Day, by: number): Day => ({ ...d, nash: (d.nash + 100) * 20 * by });
        const [near, further] = [1, 1 + more].map((by) => change(far(a, by), far(b, by)));
        fc.pre(clear(near));
        fc.pre(Math.abs(near.belowNash - near.symmetric.margin / 2) > 1e-6 * near.from);
        expect(wordFor(further)).toBe(wordFor(near));
      }),
    );
  });
  test("of two spans on end that one word fits, is that word for both: pass-through, or margin won back", () => {
    const step = fc.tuple(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.double({ min: 0.8, max: 1, noNaN: true }));
    const after = ({ price, cost, nash }: Day, [c, k]: [number, number], rises: boolean): Day =>
      rises ? { price: price / (c * k), cost: cost / k, nash } : { price: price * c * k, cost: cost * c, nash };
    fc.assert(
      fc.property(money, fc.boolean(), step, step, (price, rises, one, two) => {
        const a: Day = { price, cost: price / 2, nash: price };
        const b = after(a, one, rises);
        const c = after(b, two, rises);
        const [first, second] = [change(a, b), change(b, c)].map(wordFor);
        fc.pre(first === second && first !== null && clear(change(a, c)));
        if (first === "pass-through" || first === "margin") expect(wordFor(change(a, c))).toBe(first);
      }),
    );
  });
  test("of log shares: those of cost and margin over two spans are the sums over each", () => {
    const positive = fc.record({ price: money, cost: money, nash: money });
    const log = (s: Split, x: number) => (x / (s.to - s.from)) * Math.log(s.to / s.from);
    fc.assert(
      fc.property(positive, positive, positive, (a, b, c) => {
        const spans = [change(a, b), change(b, c), change(a, c)];
        fc.pre(spans.every((s) => Math.abs(s.to - s.from) > 0.01 * s.from));
        const [x, y, whole] = spans.map((s) => log(s, s.symmetric.margin));
        expect(x + y).toBeCloseTo(whole, 6);
      }),
    );
  });
});
