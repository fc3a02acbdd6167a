import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../engine/authoring.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { priceEquilibrium } from "../../engine/equilibrium/nash.ts";
import { nestedLogitDemand } from "../../engine/equilibrium/nested-logit.ts";
import { pricingGame } from "../../engine/equilibrium/pricing-game.ts";
import { benchmarks, compile, openMarket } from "../../engine/index.ts";

/** The root of an increasing function, by halving. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let k = 0; k < 200; k++) {
    const middle = (a + b) / 2;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

interface Logit {
  readonly appeal: number[];
  readonly cost: number[];
  readonly owner: number[];
  readonly mu: number;
  readonly outside: number;
}

/**
 * Nocke and Schutz (2018): a firm is summed up by its type T, the sum of its e^((a-c)/mu), and rivalry by one number H.
 * Given H a firm sells the share with s = T e^(-1/(1-s))/H, and H is where shares and the outside option add up to one.
 */
function byAggregator({ appeal, cost, owner, mu, outside }: Logit): number[] {
  const types = owner.map((_, f) =>
    owner.reduce((sum, o, j) => (o === f ? sum + Math.exp((appeal[j] - cost[j]) / mu) : sum), 0),
  );
  const nothing = Math.exp(outside / mu);
  const shareOf = (type: number, h: number) => root((s) => s - (type * Math.exp(-1 / (1 - s))) / h, 0, 1 - 1e-15);
  const whole = types.reduce((a, b) => a + b, nothing);
  const h = root((x) => 1 - nothing / x - types.reduce((sum, t) => sum + shareOf(t, x), 0), nothing, whole + 1);
  return cost.map((c, j) => c + mu / (1 - shareOf(types[owner[j]], h)));
}

describe("Nash prices, against solutions that share no code with the solver", () => {
  test("in the logit, of two to forty products, are those of the aggregator, by halving alone, to 1e-7", () => {
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const good = fc.record({ a: real(0.5, 4), c: real(0.2, 2), owner: fc.nat(7) });
    const markets = fc.record({
      goods: fc.array(good, { minLength: 2, maxLength: 40 }),
      mu: real(0.15, 1),
      outside: real(-1, 1.5),
    });
    fc.assert(
      fc.property(markets, ({ goods, mu, outside }) => {
        const firms = [...new Set(goods.map((g) => g.owner))];
        const spec = {
          appeal: goods.map((g) => g.a),
          cost: goods.map((g) => g.c),
          owner: goods.map((g) => firms.indexOf(g.owner)),
          mu,
          outside,
        };
        const found = priceEquilibrium(pricingGame(logitDemand(spec), spec.cost), Int32Array.from(spec.owner));
        const byHand = byAggregator(spec);
        expect(found.converged).toBe(true);
        // Of what sells less than one in 10^11 no price matters, and from far off none is found.
        const sold = logitDemand(spec).quantities(Float64Array.from(byHand));
        if (sold.every((q) => q > 1e-11)) expect(found.secondOrder).toBe(true);
        found.price.forEach((p, j) => sold[j] > 1e-11 && expect(Math.abs(p - byHand[j])).toBeLessThan(1e-7));
      }),
      { numRuns: 12 },
    );
  });

  test("are right to ten digits even of a product that sells a share of 2e-11", () => {
    const spec = {
      appeal: [3.0818843884837364, 0.5, 0.5],
      cost: [0.2, 1.3084374014888898, 0.2],
      owner: [0, 0, 1],
      mu: 0.15000000000000013,
      outside: 0,
    };
    const demand = logitDemand(spec);
    const { price } = priceEquilibrium(pricingGame(demand, spec.cost), Int32Array.from(spec.owner));
    expect(demand.quantities(price)[1]).toBeLessThan(1e-10);
    byAggregator(spec).forEach((p, j) => expect(price[j]).toBeCloseTo(p, 10));
  });

  // Best replies by BFGS, polished by first-order conditions with complex-step derivatives, in Python.
  test("in a nested logit whose owners have products in several nests, before a merger and after it", () => {
    const demand = nestedLogitDemand({
      appeal: [2.51, 1.51, 1.05, 3.58, 3.26],
      alpha: 2.5,
      sigma: 0.6,
      nest: [0, 1, 1, 0, 1],
      outside: 0.4,
    });
    const game = pricingGame(demand, [1.17, 0.98, 0.32, 1.25, 1.03]);
    const price = (...owner: number[]) => Array.from(priceEquilibrium(game, Int32Array.from(owner)).price);
    const apart = [1.3863557654911, 1.1669585262561, 0.5368113486055, 1.6012298781146, 1.3318210968655];
    const merged = [1.405942015633, 1.1770827571755, 0.7914608152183, 1.6133296703567, 1.5014608152183];
    price(0, 1, 2, 1, 0).forEach((p, j) => expect(p).toBeCloseTo(apart[j], 10));
    price(0, 1, 0, 1, 0).forEach((p, j) => expect(p).toBeCloseTo(merged[j], 10));
  });

  test("of a logit monopolist pass on of a cost rise the share of those who do not buy", () => {
    for (const cost of [0.5, 1, 1.6]) {
      const demand = logitDemand({ appeal: [2], mu: 0.25, outside: 0 });
      const priceAt = (c: number) => priceEquilibrium(pricingGame(demand, [c]), Int32Array.of(0)).price;
      const passed = (priceAt(cost + 1e-5)[0] - priceAt(cost - 1e-5)[0]) / 2e-5;
      expect(passed).toBeCloseTo(1 - demand.quantities(priceAt(cost))[0], 6);
    }
  });

  // The population's draws taken to Python; demand and profit written anew; best replies by
  // golden section and Nelder-Mead.
  test("on a population of 600 heterogeneous agents are where best replies come to rest", () => {
    const hold = { kind: "hold" };
    const product = (quality: number, price: readonly number[], cost: readonly number[]) => ({
      quality,
      price: { input: price[0], output: price[1] },
      cost: { kind: "curve", input: cost[0], output: cost[1], referenceGpuPrice: 10 },
    });
    const attention = { attention: { base: 0.02 }, adoption: { base: 0.02 } };
    const file = {
      id: "m",
      title: "M",
      question: "?",
      clock: { start: "2024-01-01", weeks: 4, tickDays: 7, burnInWeeks: 0 },
      currency: "CNY",
      demand: {
        kind: "mixed-logit",
        agents: 600,
        population: 10_000,
        mu: 0.22,
        fixedCost: { median: 0.1, sd: 0.8 },
        volume: { level: 2, slope: -0.1, sd: 1.2, tilt: 0.6 },
        outputShare: { from: 0.1, to: 0.4 },
        segments: {
          dev: {
            label: "D",
            weight: 0.7,
            lnV: { mean: 3, sd: 1.05 },
            qualityFloor: [{ share: 0.6 }, { share: 0.4, atLeast: -0.5 }],
            ...attention,
          },
          ent: { label: "E", weight: 0.3, lnV: { mean: 4.5, sd: 0.8 }, lnX: 1, discount: { base: 0.1 }, ...attention },
        },
      },
      costs: { gpuPrice: 10, referenceGpuPrice: 10 },
      vendors: {
        a: {
          name: "A",
          trust: 0.1,
          load: 0.5,
          strategy: hold,
          products: { x: product(-0.1, [6, 18], [1, 3]), y: product(-0.7, [2, 4], [0.2, 0.5]) },
        },
        b: { name: "B", trust: -0.1, load: 0.5, strategy: hold, products: { z: product(-0.3, [4, 10], [0.6, 1.5]) } },
        c: { name: "C", load: 0.5, strategy: hold, products: { w: product(-0.6, [3, 5], [0.3, 0.6]) } },
      },
    };
    const model = compile(readScenario(JSON.stringify(file)).scenario, { seed: 5 });
    const market = openMarket(model);
    const near = (got: Float64Array, byHand: readonly number[]) =>
      got.forEach((p, k) => expect(Math.abs(p / byHand[k] - 1)).toBeLessThan(1e-6));
    const { nash, gain } = benchmarks(model, market);
    near(nash, [36.5605033, 45.8316285, 11.4824374, 5.7409135]);
    expect(gain).toBeCloseTo(-0.8466174, 5);
    near(benchmarks(model, market, { merge: [0, 1] }).nash, [49.0276847, 82.3687226, 71.3254473, 10.4530608]);
  });
});
