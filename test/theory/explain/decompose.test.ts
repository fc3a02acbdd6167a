import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  costPart,
  explainRuns,
  type Recording,
  type Scenario,
  type Split,
  splitPrice,
  type Standing,
  weighted,
} from "../../../engine/index.ts";
import { duelScenario } from "../../support/duel.ts";
import { library, simulate } from "../../support/scenarios.ts";

const wholes = (s: Split) => [
  costPart(s.symmetric) + s.symmetric.margin,
  s.absolute.cost + s.absolute.margin,
  s.nash.cost + s.nash.competition + s.nash.conduct,
];

/** Holds every split to the change it splits, but for rounding at the size of the largest number. */
function addsUp(s: Split, withNash = true): void {
  const size = Math.max(1, s.from, s.to, s.costFrom, s.costTo, ...Object.values(s.symmetric).map(Math.abs));
  const parts = withNash ? wholes(s) : wholes(s).slice(0, 2);
  for (const sum of parts) expect(Math.abs(sum - (s.to - s.from))).toBeLessThanOrEqual(1e-9 * size);
}

const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
const money = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e3, noNaN: true }));
const factors = fc.array(factor, { minLength: 5, maxLength: 5 });
const standing = (level: number): fc.Arbitrary<Standing> =>
  fc
    .record({ price: money, factors, nash: money })
    .map((x) => ({ ...x, lowest: x.nash, cost: x.factors.reduce((a, b) => a * b, level) }));
const level = fc.double({ min: 1e-3, max: 10, noNaN: true });
const pair = level.chain((l) => fc.tuple(standing(l), standing(l)));

describe("the parts of a price change", () => {
  test("add up to the whole for any prices and costs, free and below cost included", () => {
    fc.assert(fc.property(pair, ([a, b]) => addsUp(splitPrice(a, b))));
  });
  test("change sign, and nothing else, when time runs backwards", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [there, back] = [splitPrice(a, b).symmetric, splitPrice(b, a).symmetric];
        const size = Math.max(1, ...Object.values(there).map(Math.abs));
        for (const name of Object.keys(there) as (keyof typeof there)[]) {
          expect(Math.abs(there[name] + back[name])).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
    );
  });
  test("of a basket are the weighted sums of its products' parts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(pair, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 5 }),
        (items) =>
          addsUp(
            weighted(
              items.map(([[a, b]]) => splitPrice(a, b)),
              items.map(([, w]) => w),
            ),
          ),
      ),
    );
  });
  test("are known by hand: GPUs a fifth cheaper, 1.6 times the throughput, a markup from 5 to 4", () => {
    const before = { price: 10, cost: 2, factors: [1, 1, 1, 1, 2], nash: 6, lowest: 6 };
    const after = { price: 4, cost: 1, factors: [0.8, 0.625, 1, 1, 2], nash: 4.5, lowest: 4.5 };
    const { symmetric, absolute, nash, belowNash } = splitPrice(before, after);
    const weight = 6 / Math.log(10 / 4);
    expect(symmetric.hardware).toBeCloseTo(weight * Math.log(0.8), 12);
    expect(symmetric.technology).toBeCloseTo(weight * Math.log(0.625), 12);
    expect(symmetric.margin).toBeCloseTo(weight * Math.log(4 / 5), 12);
    expect([symmetric.learning, symmetric.scale, symmetric.scheduling]).toEqual([0, 0, 0]);
    expect(absolute).toEqual({ cost: -1, margin: -5 });
    expect(nash.cost).toBeCloseTo(weight * Math.log(0.5), 12);
    expect(nash.competition).toBeCloseTo(weight * Math.log(4.5 / 3), 12);
    expect(nash.conduct).toBeCloseTo(weight * Math.log(4 / 4.5 / (10 / 6)), 12);
    expect(belowNash).toBeCloseTo(weight * Math.log(4 / 4.5), 12); // it was above before
  });
  test("put what costs nothing to serve down to margin", () => {
    const free = { price: 3, cost: 0, factors: [1, 1, 1, 1, 1], nash: 2, lowest: 2 };
    expect(splitPrice(free, { ...free, price: 1 }).symmetric).toMatchObject({ technology: 0, margin: -2 });
  });
});

const span = (s: Scenario) => ({ from: s.clock.start, to: s.clock.end });
const splitsOf = (s: Scenario, r: Recording) => explainRuns([r], span(s));

describe("the split of a simulated change", () => {
  test("adds up in random markets, with free products and prices below cost", () => {
    const price = fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 4, noNaN: true }));
    const market = fc.record({
      prices: fc.tuple(price, price),
      later: price,
      technology: fc.double({ min: -1, max: 3, noNaN: true }),
      learning: fc.double({ min: 0, max: 0.5, noNaN: true }),
      scale: fc.double({ min: 0, max: 2, noNaN: true }),
    });
    const cost = {
      kind: "curve",
      input: 1,
      output: 1,
      referenceGpuPrice: 1,
      learning: 0,
      reference: 1e7,
      minimumScale: 0,
    };
    fc.assert(
      fc.property(market, ({ prices, later, technology, learning, scale }) => {
        const s = duelScenario({
          strategies: [{ kind: "hold" }, { kind: "hold" }],
          price: prices,
          weeks: 12,
          set: {
            "costs.technology": technology,
            "vendors.v0.products.p.cost": { ...cost, learning, reference: 1 },
            "vendors.v1.products.p.cost": { ...cost, minimumScale: scale },
            events: [{ date: "2024-02-05", kind: "price", product: "v0.p", price: { input: later, output: later } }],
          },
        });
        const found = splitsOf(s, simulate(s));
        for (const e of [...found.products, ...found.vendors, found.index!]) addsUp(e.split, false);
      }),
      { numRuns: 40 },
    );
  });
  test("adds up for every product, vendor and the basket of the China war, means of several runs included", () => {
    const s = library("china-2024", { "demand.agents": 300, "clock.end": "2024-12-31" });
    const runs = [1, 2, 3].map((seed) => simulate(s, { seed }));
    const found = explainRuns(runs, span(s));
    expect(found.products.some((e) => e.split.to === 0)).toBe(true);
    for (const e of [...found.products, ...found.vendors, found.index!]) addsUp(e.split, false);
  });
  test("is all technology where a vendor passes technology through at its margin and nothing else changes", () => {
    const s = duelScenario({
      strategies: [{ kind: "cost-plus", margin: 0.2, reviewDays: 7, tolerance: 0 }, { kind: "hold" }],
      price: [1.25, 1.5],
      weeks: 20,
      set: { "costs.technology": { at: ["2024-01-01", "2024-04-01"], value: [2, 0] } },
    });
    const [{ split, verdict }] = splitsOf(s, simulate(s)).products;
    expect(split.from - split.to).toBeGreaterThan(0.3);
    const { technology, margin, ...others } = split.symmetric;
    expect(Object.values(others)).toEqual([0, 0, 0, 0]);
    expect(technology / (split.to - split.from)).toBeCloseTo(1, 2);
    expect(Math.abs(margin)).toBeLessThan(0.0005); // prices are posted on a grid: list prices have few digits
    expect(verdict).toBe("pass-through");
  });
  test("is all margin where only the price moves", () => {
    const cut = { date: "2024-03-04", kind: "price", product: "v0.p", price: { input: 1.1, output: 1.1 } };
    const s = duelScenario({ strategies: [{ kind: "hold" }, { kind: "hold" }], set: { events: [cut] } });
    const [{ split, verdict }] = splitsOf(s, simulate(s)).products;
    expect(split.symmetric.margin).toBeCloseTo(-0.4, 12);
    expect(costPart(split.symmetric)).toBe(0);
    expect(verdict).toBe("competition");
  });
  test("compares a launched product with its launch price, and leaves out one not yet launched", () => {
    const s = library("china-2024", { "demand.agents": 300, "clock.end": "2024-12-31" });
    const r = simulate(s);
    const v2 = splitsOf(s, r).products.find((e) => e.id === "deepseek.v2")!;
    expect(v2).toMatchObject({ launched: true, verdict: null, split: { from: 1.25, to: 1.25 } });
    const early = explainRuns([r], { from: "2024-04-01", to: "2024-05-01" });
    expect(early.products.map((e) => e.id)).not.toContain("deepseek.v2");
  });
});
