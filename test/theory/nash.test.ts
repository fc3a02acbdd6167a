import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cartelPrices } from "../../engine/equilibrium/cartel.ts";
import { type DemandSystem } from "../../engine/equilibrium/demand-system.ts";
import { linearDemand } from "../../engine/equilibrium/linear-demand.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { type PriceEquilibrium, priceEquilibrium } from "../../engine/equilibrium/nash.ts";
import { ownerProfits, pricingGame, replaced } from "../../engine/equilibrium/pricing-game.ts";
import { markets, type RandomMarket, real } from "../support/random-markets.ts";

const solve = ({ demand, cost, owner }: RandomMarket, start?: Float64Array) =>
  priceEquilibrium(pricingGame(demand, cost), owner, { start });
/**
 * How exactly a price is known: the solver stops where |d profit/dp| p is 1e-8 of the owner's profit, and the less a
 * product sells the flatter profit is in its price.
 */
function precision({ demand, owner }: RandomMarket, { price, profit }: PriceEquilibrium, k: number): number {
  const worth = ownerProfits(profit, owner)[owner[k]] / (price[k] * demand.quantities(price)[k]);
  return 1e-7 * (1 + worth);
}
const largest = (x: Iterable<number>) => Math.max(...Array.from(x, Math.abs));

describe("a price equilibrium", () => {
  test("is where profit gradients vanish: by differences of profits, not by the solver's derivatives", () => {
    fc.assert(
      fc.property(markets, (m) => {
        const e = solve(m);
        expect(e.converged).toBe(true);
        const game = pricingGame(m.demand, m.cost);
        const profitOf = (k: number, p: number) =>
          ownerProfits(game.profits(replaced(e.price, k, p)), m.owner)[m.owner[k]];
        e.price.forEach((p, k) => {
          // Five points: with steep demand the error of two would exceed what is tested.
          const h = 3e-4 * Math.max(0.1, p);
          const rise = (x: number) => profitOf(k, p + x) - profitOf(k, p - x);
          const slope = (8 * rise(h) - rise(2 * h)) / (12 * h);
          expect(Math.abs(slope * p)).toBeLessThan(1e-5 * Math.max(1e-3, profitOf(k, p)));
        });
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("leaves no owner a better price anywhere, tried at random", () => {
    fc.assert(
      fc.property(markets, fc.array(real(-1, 8), { minLength: 10, maxLength: 10 }), (m, tries) => {
        const e = solve(m);
        const game = pricingGame(m.demand, m.cost);
        const profits = ownerProfits(e.profit, m.owner);
        for (const [at, p] of tries.entries()) {
          const k = at % e.price.length;
          const tried = ownerProfits(game.profits(replaced(e.price, k, p)), m.owner)[m.owner[k]];
          expect(tried).toBeLessThanOrEqual(profits[m.owner[k]] * (1 + 1e-9) + 1e-12);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  // Unique in the logit whoever owns what (Nocke and Schutz 2018); in nests that owners share it need not be.
  test("is the same from different starts in the logit", () => {
    const logits = markets.filter((m) => m.name === "logit");
    fc.assert(
      fc.property(logits, real(1.01, 6), (m, factor) => {
        const [near, far] = [
          solve(m),
          solve(
            m,
            m.cost.map((c) => c * factor + 0.1),
          ),
        ];
        // From far off a product may end so dear that its share is below 1e-12: its profit
        // is flat, and the solver says so.
        if (!near.secondOrder || !far.secondOrder) return;
        // What hardly sells may cost anything: prices agree in the money they bring.
        const sold = m.demand.quantities(near.price);
        const all = near.profit.reduce((sum, x) => sum + x, 0);
        near.price.forEach((p, k) => expect(Math.abs(far.price[k] - p) * sold[k]).toBeLessThan(1e-3 * all));
        const [a, b] = [near, far].map((e) => ownerProfits(e.profit, m.owner));
        a.forEach((profit, o) => expect(Math.abs(b[o] - profit)).toBeLessThan(1e-6 * (profit + largest(a))));
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test("obeys the single-product logit's identity: profit is the markup less mu", () => {
    const e = priceEquilibrium(
      pricingGame(logitDemand({ appeal: [2, 1.7, 2.4], mu: 0.3, outside: 0 }), [1, 0.8, 1.3]),
      Int32Array.of(0, 1, 2),
    );
    const cost = [1, 0.8, 1.3];
    e.profit.forEach((x, k) => expect(x).toBeCloseTo(e.price[k] - cost[k] - 0.3, 12));
  });

  test("gives every product of a logit vendor the same absolute markup", () => {
    fc.assert(
      fc.property(
        markets.filter((m) => m.name === "logit"),
        (m) => {
          const e = solve(m);
          e.price.forEach((p, k) => {
            const first = m.owner.indexOf(m.owner[k]);
            const apart = Math.abs(p - m.cost[k] - (e.price[first] - m.cost[first]));
            expect(apart).toBeLessThan(precision(m, e, k) + precision(m, e, first));
          });
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test("in a linear duopoly is the textbook's: p = (a + c b)/(2 b - d)", () => {
    const e = priceEquilibrium(pricingGame(linearDemand([10, 10], [2, -1, -1, 2]), [1, 1], 0), Int32Array.of(0, 1));
    e.price.forEach((p) => expect(p).toBeCloseTo((10 + 2) / 3, 10));
  });

  test("rests at the floor where even a price of zero is too dear", () => {
    // A good nobody would pay for, whose use sells its owner's other good: complements.
    const e = priceEquilibrium(pricingGame(linearDemand([1, 10], [1, 0, 3, 1]), [0, 0], 0), Int32Array.of(0, 0));
    expect(e.rest[0]).toBe("floor");
    expect(e.price[0]).toBe(0);
    expect(e.price[1]).toBeCloseTo(5, 8);
  });

  test("that does not exist in pure strategies is reported as such, with the range of best replies", () => {
    // Bertrand-Edgeworth in the small: rationed demand makes the reply to a low price a high one.
    const k = 0.5;
    const sold = (p: number, q: number) =>
      p < q ? Math.min(k, 1 - p) : p > q ? Math.max(0, Math.min(k, 1 - p - k)) : Math.min(k, (1 - p) / 2);
    const demand: DemandSystem = {
      goods: 2,
      quantities: ([p, q]) => Float64Array.of(sold(p, q), sold(q, p)),
      jacobian: () => new Float64Array(4),
    };
    const e = priceEquilibrium(pricingGame(demand, [0.01, 0.01], 0), Int32Array.of(0, 1));
    expect(e.converged).toBe(false);
    expect(e.cycle).not.toBeNull();
    expect(e.cycle!.high[0]).toBeGreaterThan(e.cycle!.low[0]);
  });
});

describe("the cartel", () => {
  test("in the logit is the joint-profit maximum, its margin mu over the outside share", () => {
    const demand = logitDemand({ appeal: [2, 1.6, 2.2], mu: 0.25, outside: 0 });
    const game = pricingGame(demand, [1, 0.7, 1.4]);
    const {
      price,
      markup: [markup],
    } = cartelPrices(game);
    expect(markup).toBeCloseTo(0.25 / demand.outside!(price), 8);
    const monopoly = priceEquilibrium(game, new Int32Array(3));
    monopoly.price.forEach((p, k) => expect(price[k]).toBeCloseTo(p, 7));
  });

  test("earns more than competition, and buyers less", () => {
    fc.assert(
      fc.property(markets, (m) => {
        const e = solve(m);
        const { price, profit } = cartelPrices(pricingGame(m.demand, m.cost));
        const total = (x: Float64Array) => x.reduce((a, b) => a + b, 0);
        if (m.name !== "logit") return;
        // A market of one owner is its own cartel: the two solvers then agree to their precision.
        const [joint, rivals] = [total(profit), total(e.profit)];
        if (new Set(m.owner).size === 1) {
          expect(Math.abs(joint - rivals)).toBeLessThan(1e-6 * joint);
          return;
        }
        expect(joint).toBeGreaterThan(rivals);
        expect(m.demand.surplus!(price)).toBeLessThanOrEqual(m.demand.surplus!(e.price) + 1e-7);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
