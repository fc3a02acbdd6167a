import { elasticities } from "../equilibrium/demand-system.ts";
import { logitDemand } from "../equilibrium/logit.ts";
import { mixtureOf } from "../equilibrium/mixed-logit.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import { choicesByState, type StateDependent, stateDependentDemand } from "../equilibrium/state-dependent.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, listOf, number, numbers, numbersOf, OtherKind, positive, tolerance, wholeOf } from "./read.ts";

/**
 * Buyers to whom the good bought last is worth more, at one price for all. `a` appeal, `mu` scale of tastes, `a0` the
 * outside option (`null`: everybody buys), `loyalty` in money; or `types`, a list of these with a `share` each. `c`
 * unit costs, `owner` who sells what (each good its own if missing), `p` prices at which demand is asked. `expected`
 * holds `at_p` (share, outside, own_elasticity; of a single type also transition, repeat), `nash` (price, share,
 * profit: prices that maximise profit of the long run) and `nash_myopic` (this period's, in a steady state).
 */
export const stateDependence: Checker = {
  id: "state-dependence",
  label: { en: "State dependence at one price", zh: "统一价格下的状态依赖" },
  accepts: ({ topic, params }) =>
    /state.dependence|inertia|loyal/i.test(topic) && ("loyalty" in branch(params) || "types" in branch(params)),
  *check(file) {
    const params = branch(file.params);
    const types = Array.isArray(params.types)
      ? listOf(params, "types").map((type) => marketOf(params, branch(type)))
      : [marketOf(params)];
    wholeOf(types.map(({ size = 1 }) => size));
    if (types.some(({ appeal }) => appeal.length !== types[0].appeal.length))
      throw new OtherKind("a", { en: "as many numbers of every type", zh: "每种类型个数相同的数值" });
    const rows: Row[] = [];
    for (const [key, expected] of Object.entries(branch(file.expected))) {
      rows.push(...compareTrees(expected, found(key, types, params), tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

/** What a type does not say of itself is said of all. */
function marketOf(params: Branch, type: Branch = {}): StateDependent {
  const holder = (key: string) => (key in type ? type : params);
  return {
    appeal: numbers(holder("a").a),
    mu: positive(holder("mu"), "mu"),
    outside: holder("a0").a0 === null ? -Infinity : number(holder("a0"), "a0", 0),
    loyalty: number(holder("loyalty"), "loyalty"),
    size: "types" in params ? number(type, "share") : 1,
  };
}

function found(key: string, types: readonly StateDependent[], params: Branch): Found {
  if (key === "at_p") return asked(types, Float64Array.from(numbersOf(params, "p", types[0].appeal.length)));
  if (key === "nash") return competition(types, params, (cost, owner) => steady(types, cost, owner));
  if (key === "nash_myopic") return competition(types, params, (cost, owner) => myopic(types, cost, owner));
  return undefined;
}

const longRun = (types: readonly StateDependent[]) => mixtureOf(types.map(stateDependentDemand));

function asked(types: readonly StateDependent[], price: Float64Array): Found {
  const demand = longRun(types);
  const transition = types.length === 1 ? choicesByState(types[0], price) : undefined;
  return {
    share: demand.quantities(price),
    outside: demand.outside?.(price),
    own_elasticity: elasticities(demand, price).filter((_, at) => at % (demand.goods + 1) === 0),
    transition,
    repeat: transition?.slice(0, demand.goods).map((row, j) => row[j]),
  };
}

type Search = (cost: readonly number[], owner: Int32Array) => Float64Array;

function competition(types: readonly StateDependent[], params: Branch, search: Search): Found {
  const goods = types[0].appeal.length;
  const cost = numbersOf(params, "c", goods);
  const own = "owner" in params ? numbersOf(params, "owner", goods) : cost.map((_, j) => j);
  const price = search(cost, Int32Array.from(own));
  const share = longRun(types).quantities(price);
  return { price, share, profit: share.map((q, j) => q * (price[j] - cost[j])) };
}

const steady = (types: readonly StateDependent[], cost: readonly number[], owner: Int32Array): Float64Array =>
  priceEquilibrium(pricingGame(longRun(types), cost), owner).price;

/** Who holds what is as prices left it: prices on given holdings, holdings by those prices, until both stand still. */
function myopic(types: readonly StateDependent[], cost: readonly number[], owner: Int32Array): Float64Array {
  let price = steady(types, cost, owner);
  for (let round = 0; round < 500; round++) {
    const holders = types.flatMap((type) => {
      const demand = stateDependentDemand(type);
      const held = [...demand.quantities(price), demand.outside?.(price) ?? 0];
      return held.map((size, state) => {
        const appeal = Array.from(type.appeal, (a, j) => (j === state ? a + type.loyalty : a));
        return logitDemand({ ...type, appeal, size });
      });
    });
    const next = priceEquilibrium(pricingGame(mixtureOf(holders), cost), owner, { start: price }).price;
    const still = next.every((x, j) => Math.abs(x - price[j]) < 1e-12 * Math.max(1, Math.abs(x)));
    price = next;
    if (still) break;
  }
  return price;
}
