import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { duel, path, prices } from "../../support/duel.ts";

const undercut = (own: Record<string, unknown> = {}) => ({
  kind: "undercut",
  step: { main: 0.02 },
  tolerance: 0.001,
  ...own,
});
const last = (x: readonly number[]) => x.at(-1)!;

describe("undercut", () => {
  test("with homogeneous goods price falls to the second-lowest cost; the low-cost vendor serves (Bertrand)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1.2, noNaN: true }),
        fc.double({ min: 1.3, max: 1.9, noNaN: true }),
        (low, high) => {
          const r = duel({
            strategies: [undercut(), undercut()],
            cost: [low, high],
            price: [2.5, 2.6],
            appeal: [9, 9],
            mu: 0.004,
            weeks: 60,
          });
          expect(last(prices(r, 1))).toBeGreaterThan(high * 0.995);
          expect(last(prices(r, 1))).toBeLessThan(high * 1.005);
          expect(last(prices(r, 0)) / high).toBeGreaterThan(0.97);
          expect(last(prices(r, 0))).toBeLessThan(high);
          expect(last(path(r, "users", 0))).toBeGreaterThan(0.99);
        },
      ),
      { numRuns: 25 },
    );
  });
  test("among equals it ends at cost, and at its margin floor where it has one", () => {
    const end = (marginFloor: number) =>
      last(prices(duel({ strategies: [undercut({ marginFloor }), undercut({ marginFloor })], weeks: 80 }), 0));
    expect(end(0)).toBeCloseTo(1, 2);
    expect(end(0.2)).toBeCloseTo(1.25, 2);
    expect(end(-0.25)).toBeCloseTo(0.8, 2);
  });
  test("does nothing against a rival that is not comparable, or dearer than itself", () => {
    const far = duel({
      strategies: [undercut(), { kind: "hold" }],
      price: [1.5, 1.2],
      set: { "vendors.v0.products.p.quality": 1 },
    });
    expect(far.moves).toEqual([]);
    expect(duel({ strategies: [undercut(), { kind: "hold" }], price: [1.2, 1.5] }).moves).toEqual([]);
  });
  test("that relents at the floor and follows up makes Edgeworth cycles instead of resting there", () => {
    const cycling = undercut({ step: { main: 0.1 }, raises: true, relentAfter: 14, relentTo: 2 });
    const r = duel({ strategies: [cycling, cycling], weeks: 150 });
    const later = prices(r, 0).slice(75);
    expect(Math.max(...later) / Math.min(...later)).toBeGreaterThan(1.7);
    const jumps = later.filter((p, t) => t > 0 && p > later[t - 1] * 1.5);
    expect(jumps.length).toBeGreaterThanOrEqual(3);
    const still = duel({ strategies: [undercut({ raises: true }), undercut({ raises: true })], weeks: 150 });
    expect(new Set(prices(still, 0).slice(100)).size).toBe(1);
  });
});
