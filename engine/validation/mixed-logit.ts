import { elasticities } from "../equilibrium/demand-system.ts";
import { logitDemand } from "../equilibrium/logit.ts";
import { mixtureOf } from "../equilibrium/mixed-logit.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import { marketTable } from "../equilibrium/summary.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, listOf, number, numbers, numbersOf, positive, tolerance, wholeOf } from "./read.ts";

/**
 * Price competition where buyers are of several types. `types` is a list of `{share, a, mu, a0}`: the weight of each
 * type, the appeal of each good to it (or `params.a` for all), its scale of tastes, its outside option (`null`: it
 * always buys). `c` are unit costs, `owner` who sells what (each good its own if missing), `p` prices at which demand
 * is asked. `expected` holds `at_p` (share, outside, consumer_surplus, own_elasticity, jacobian), `nash` and
 * `merger_i_j` (price, share, outside, profit, consumer_surplus, hhi_inside).
 */
export const mixedLogitTypes: Checker = {
  id: "mixed-logit-types",
  label: { en: "Mixed logit over types of buyers", zh: "按买家类型的混合 Logit" },
  accepts: (file) => Array.isArray(branch(file.params).types) && /mixed logit/i.test(file.topic),
  *check(file) {
    const params = branch(file.params);
    const types = listOf(params, "types").map(branch);
    wholeOf(types.map((type) => number(type, "share")));
    const demand = mixtureOf(
      types.map((type) => typeOf(type, params, numbers("a" in types[0] ? types[0].a : params.a))),
    );
    const rows: Row[] = [];
    for (const [key, expected] of Object.entries(branch(file.expected))) {
      const found = key === "at_p" ? asked(demand, params) : competition(demand, params, key);
      rows.push(...compareTrees(expected, found, tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

type Demand = ReturnType<typeof mixtureOf>;

function typeOf(type: Branch, params: Branch, { length }: readonly number[]): ReturnType<typeof logitDemand> {
  const appeal = numbersOf("a" in type ? type : params, "a", length);
  const own = (key: string) => (key in type ? type[key] : params[key]);
  return logitDemand({
    appeal,
    mu: positive({ mu: own("mu") }, "mu"),
    outside: own("a0") === null ? -Infinity : number({ a0: own("a0") ?? 0 }, "a0"),
    size: number(type, "share"),
  });
}

function asked(demand: Demand, params: Branch): Found {
  const price = Float64Array.from(numbersOf(params, "p", demand.goods));
  const n = demand.goods;
  const slopes = demand.jacobian(price);
  return {
    share: demand.quantities(price),
    outside: demand.outside?.(price),
    consumer_surplus: demand.surplus?.(price),
    own_elasticity: elasticities(demand, price).filter((_, at) => at % (n + 1) === 0),
    jacobian: Array.from({ length: n }, (_, k) => slopes.slice(k * n, (k + 1) * n)),
  };
}

/** `nash` among the owners, or after two of them merge. */
function competition(demand: Demand, params: Branch, key: string): Found {
  const merged = /^merger_(\d+)_(\d+)$/.exec(key)?.slice(1).map(Number);
  if (key !== "nash" && !merged) return undefined;
  const cost = numbersOf(params, "c", demand.goods);
  const apart = "owner" in params ? numbersOf(params, "owner", demand.goods) : cost.map((_, j) => j);
  const owner = Int32Array.from(apart, (f) => (merged && f === merged[1] ? merged[0] : f));
  const { price } = priceEquilibrium(pricingGame(demand, cost), owner);
  const t = marketTable(demand, cost, owner, price);
  return {
    price,
    share: t.share,
    outside: t.outside,
    profit: t.profit,
    consumer_surplus: t.surplus,
    hhi_inside: t.hhiInside,
  };
}
