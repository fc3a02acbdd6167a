import fc from "fast-check";
import type { DemandSystem } from "../../engine/equilibrium/demand-system.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { nestedLogitDemand } from "../../engine/equilibrium/nested-logit.ts";

export interface RandomMarket {
  readonly name: string;
  readonly demand: DemandSystem;
  readonly cost: Float64Array;
  readonly owner: Int32Array;
}

export const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
export const product = fc.record({ a: real(0.5, 3), c: real(0.1, 1.5), owner: fc.nat(3), nest: fc.nat(1) });

/** Random logit and nested-logit markets of two to six products and up to four owners. */
export const markets: fc.Arbitrary<RandomMarket> = fc
  .record({
    goods: fc.array(product, { minLength: 2, maxLength: 6 }),
    mu: real(0.1, 1),
    sigma: real(0, 0.7),
    nested: fc.boolean(),
  })
  .map(({ goods, mu, sigma, nested }) => {
    const appeal = goods.map((g) => g.a);
    const order = [...new Set(goods.map((g) => g.owner))];
    return {
      name: nested ? "nested logit" : "logit",
      demand: nested
        ? nestedLogitDemand({ appeal: appeal.map((a) => a / mu), alpha: 1 / mu, sigma, nest: goods.map((g) => g.nest) })
        : logitDemand({ appeal, mu, outside: 0 }),
      cost: Float64Array.from(goods, (g) => g.c),
      owner: Int32Array.from(goods, (g) => order.indexOf(g.owner)),
    };
  });
