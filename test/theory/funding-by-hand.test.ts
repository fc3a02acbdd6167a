import { describe, expect, test } from "vitest";
import { closeVendor, retireProduct } from "../../engine/finance/exit.ts";
import { raiseFunds } from "../../engine/finance/funding.ts";
import { nameHash, uniform } from "../../engine/math/random.ts";
import type { Market, Model } from "../../engine/model/market.ts";

const [WEEKS, QUARTER, SEED] = [365 / 7, 13, 3];
const PLAN = { round: 1000, rounds: 2, growthPull: 0.5, burnPush: 0.3, sentimentPull: 0.7, tolerance: 40 };
const STARTED = { revenue: 0, growth: 0, burn: 0, lost: 0, raised: 0 };

interface Given {
  readonly revenue: number;
  readonly costOfRevenue: number;
  readonly profit: number;
}

/** One start-up whose books are written for each week; what it has and is seen as after them. */
function after(weeks: readonly Given[], { dt = 1, plan = PLAN, alive = true, funded = true } = {}) {
  const vendor = { alive, cash: 0, funding: funded ? { ...STARTED } : null, ...weeks[0] };
  const model = { seed: SEED, dt, vendors: [{ index: 0, id: "x", vendor: { funding: plan } }] } as unknown as Model;
  const market = { tick: 0, sentiment: 0, sectorMargin: NaN, vendors: [vendor] } as unknown as Market;
  for (const [tick, books] of weeks.entries()) {
    Object.assign(vendor, books);
    market.tick = tick;
    raiseFunds(model, market);
  }
  return { market, vendor, seen: vendor.funding! };
}

/** The same from the equations, in numbers alone. */
function byHand(weeks: readonly Given[], dt: number) {
  const w = 1 - Math.exp(-dt / QUARTER);
  const s = { revenue: 0, growth: 0, burn: 0, lost: 0, cash: 0, sentiment: 0 };
  const start = 1 - weeks[0].costOfRevenue / weeks[0].revenue;
  for (const [tick, { revenue, costOfRevenue, profit }] of weeks.entries()) {
    const before = s.revenue;
    s.sentiment += (1 - costOfRevenue / revenue - start - s.sentiment) * w;
    s.revenue = before + w * (revenue - before);
    if (before > 0) s.growth += w * ((WEEKS / dt) * Math.log(s.revenue / before) - s.growth);
    s.burn += w * (-profit - s.burn);
    s.lost = Math.max(0, s.lost - dt * profit);
    const pull = PLAN.growthPull * s.growth + PLAN.sentimentPull * s.sentiment;
    const push = (PLAN.burnPush * Math.max(0, s.burn) * WEEKS) / PLAN.round;
    const excess = Math.max(0, s.lost / PLAN.tolerance - 1);
    const rate = PLAN.rounds * Math.exp(pull - push - excess);
    if (uniform(SEED, nameHash("funding/x"), 0, tick) < 1 - Math.exp((-rate * dt) / WEEKS)) s.cash += PLAN.round;
  }
  return s;
}

const course = (profit: (k: number) => number): Given[] =>
  Array.from({ length: 150 }, (_, k) => ({
    revenue: 50 * 1.01 ** k,
    costOfRevenue: 30 * 1.005 ** k,
    profit: profit(k),
  }));

describe("a start-up's rounds, as the equations have them", () => {
  test.each([
    ["while it earns", 1, () => 5],
    ["while it burns", 1, () => -0.2],
    ["beyond what investors tolerate", 1, () => -4],
    ["when it earns back what it lost", 1, (k: number) => (k < 75 ? -2 : 3)],
    ["in days", 1 / 7, () => -1],
  ] as const)("%s", (_, dt, profit) => {
    const weeks = course(profit);
    const { vendor, seen, market } = after(weeks, { dt });
    const hand = byHand(weeks, dt);
    for (const key of ["revenue", "growth", "burn", "lost"] as const) expect(seen[key]).toBeCloseTo(hand[key], 9);
    expect(market.sentiment).toBeCloseTo(hand.sentiment, 9);
    expect([vendor.cash, seen.raised]).toEqual([hand.cash, hand.cash]);
  });
  test("some are raised in three years, and not one a week", () => {
    const rounds = after(course(() => 5)).seen.raised / PLAN.round;
    expect(rounds).toBeGreaterThan(3);
    expect(rounds).toBeLessThan(60);
  });
  test("none by whoever is gone, or has no plan", () => {
    expect(
      after(
        course(() => 5),
        { alive: false },
      ).vendor.cash,
    ).toBe(0);
    expect(
      after(
        course(() => 5),
        { funded: false },
      ).vendor.cash,
    ).toBe(0);
    expect(
      after(
        course(() => 5),
        { plan: null as never },
      ).vendor.cash,
    ).toBe(0);
  });
  test("a sector that sells nothing leaves the mood alone, and no margin is seen as worse than two under", () => {
    const none = { revenue: 0, costOfRevenue: 9, profit: 0 };
    expect(after([none, none]).market).toMatchObject({ sentiment: 0, sectorMargin: NaN });
    const deep = { revenue: 0.5, costOfRevenue: 50, profit: 0 };
    expect(after([deep]).market.sectorMargin).toBe(-2);
  });
});

describe("a vendor that ends", () => {
  const standing = () => {
    const outages = [{ product: 1 }, { product: 0 }];
    const products = { live: [1, 1, 1], stale: [0, 0, 0] };
    return { outages, products, vendors: [{ alive: true }, { alive: true }] } as unknown as Market;
  };
  test("takes its products with it, whose users wake; an outage of one is no longer waited for", () => {
    const market = standing();
    closeVendor({ vendors: [{ products: [0, 2] }, { products: [1] }] } as unknown as Model, market, 0);
    expect(market.vendors.map(({ alive }) => alive)).toEqual([false, true]);
    expect(market.products).toMatchObject({ live: [0, 1, 0], stale: [1, 0, 1] });
    expect(market.outages).toEqual([{ product: 1 }]);
  });
  test("one product less is one outage less, the first on the list too", () => {
    const market = standing();
    retireProduct(market, 1);
    expect(market.outages).toEqual([{ product: 0 }]);
    expect(market.products).toMatchObject({ live: [1, 0, 1], stale: [0, 1, 0] });
  });
});
