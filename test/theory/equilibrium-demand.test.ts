import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cappedEquilibrium } from "../../engine/equilibrium/capacity.ts";
import { diversion } from "../../engine/equilibrium/demand-system.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { compensatingCosts, mergerEffects } from "../../engine/equilibrium/merger.ts";
import { priceEquilibrium } from "../../engine/equilibrium/nash.ts";
import { pricingGame, replaced } from "../../engine/equilibrium/pricing-game.ts";
import { markets, product, real } from "../support/random-markets.ts";

const largest = (x: Iterable<number>) => Math.max(...Array.from(x, Math.abs));

describe("a merger of substitutes", () => {
  test("raises both prices, and no rival's falls", () => {
    fc.assert(
      fc.property(fc.array(product, { minLength: 3, maxLength: 5 }), real(0.15, 0.8), (goods, mu) => {
        const demand = logitDemand({ appeal: goods.map((g) => g.a), mu, outside: 0 });
        const before = Int32Array.from(goods, (_, k) => k);
        const after = before.map((f) => (f === 1 ? 0 : f === 0 ? 0 : f - 1));
        const e = mergerEffects({ demand, cost: Float64Array.from(goods, (g) => g.c), before, after });
        const q = demand.quantities(e.priceBefore);
        e.priceAfter.forEach((p, k) => {
          if (k < 2 && Math.min(q[0], q[1]) > 1e-4) expect(p).toBeGreaterThan(e.priceBefore[k]);
          expect(p).toBeGreaterThan(e.priceBefore[k] - 1e-8);
        });
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test("leaves prices alone if costs fall by the compensating reduction", () => {
    const demand = logitDemand({ appeal: [2, 1.8, 2.1], mu: 0.3, outside: 0 });
    const cost = Float64Array.of(1, 0.9, 1.2);
    const before = priceEquilibrium(pricingGame(demand, cost), Int32Array.of(0, 1, 2));
    const after = Int32Array.of(0, 0, 1);
    const compensated = compensatingCosts(demand, cost, after, before.price);
    const e = priceEquilibrium(pricingGame(demand, compensated), after);
    e.price.forEach((p, k) => expect(p).toBeCloseTo(before.price[k], 8));
    expect(compensated[0]).toBeLessThan(cost[0]);
  });
});

test("markups rise with concentration: among ever fewer equal vendors each charges more", () => {
  let last = 0;
  for (const n of [10, 6, 4, 3, 2, 1]) {
    const game = pricingGame(
      logitDemand({ appeal: new Float64Array(n).fill(2), mu: 0.25, outside: 0 }),
      new Float64Array(n).fill(1),
    );
    const [p] = priceEquilibrium(
      game,
      Int32Array.from({ length: n }, (_, k) => k),
    ).price;
    expect(p).toBeGreaterThan(last);
    last = p;
  }
});

test("diversion to rivals and to buying nothing adds up to what is lost", () => {
  fc.assert(
    fc.property(markets, (m) => {
      const p = m.cost.map((c) => c + 0.4);
      const n = p.length;
      const d = diversion(m.demand, p);
      const h = 1e-6;
      for (let j = 0; j < n; j++) {
        const [up, down] = [replaced(p, j, p[j] + h), replaced(p, j, p[j] - h)];
        const lost = m.demand.quantities(down)[j] - m.demand.quantities(up)[j];
        if (lost < 1e-9) continue;
        const toNothing = (m.demand.outside!(up) - m.demand.outside!(down)) / lost;
        expect(Math.abs(d[j * n + j] - toNothing)).toBeLessThan(1e-4);
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test("the analytic Jacobian of each demand system is the slope of its quantities", () => {
  fc.assert(
    fc.property(markets, (m) => {
      const p = m.cost.map((c) => c + 0.3);
      const n = p.length;
      const jacobian = m.demand.jacobian(p);
      const h = 1e-5;
      for (let j = 0; j < n; j++) {
        const up = m.demand.quantities(replaced(p, j, p[j] + h));
        const down = m.demand.quantities(replaced(p, j, p[j] - h));
        for (let k = 0; k < n; k++)
          expect(Math.abs((up[k] - down[k]) / (2 * h) - jacobian[k * n + j])).toBeLessThan(
            1e-6 * Math.max(1, largest(jacobian)),
          );
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test("a binding capacity lifts the price until demand fits, and a slack one changes nothing", () => {
  const demand = logitDemand({ appeal: [2, 2], mu: 0.25, outside: 0 });
  const game = pricingGame(demand, [1, 1]);
  const owner = Int32Array.of(0, 1);
  const free = priceEquilibrium(game, owner);
  const tight = cappedEquilibrium(game, demand, owner, Float64Array.of(0.3, 1));
  expect(demand.quantities(tight.price)[0]).toBeCloseTo(0.3, 8);
  expect(tight.price[0]).toBeGreaterThan(free.price[0]);
  expect(tight.shadow[1]).toBe(0);
  const slack = cappedEquilibrium(game, demand, owner, Float64Array.of(0.9, 0.9));
  slack.price.forEach((p, k) => expect(p).toBeCloseTo(free.price[k], 10));
});
