import { networkEquilibria, type NetworkMarket, tippingPoint } from "../equilibrium/network-effects.ts";
import type { Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, number, numbers, numbersOf, positive, tolerance } from "./read.ts";

/**
 * Goods that are worth more the more buy them. `a` appeal, `mu` scale of tastes, `a0` the outside option (`null`:
 * everybody buys), `network` what a good is worth more that all buy [money], `p` prices. `expected` holds `equilibria`,
 * a list of {share, outside, stable} by the first good's share, `count`, `stable_count`, and of goods that are alike
 * `tipping_network`, the strength beyond which they no longer share the market stably.
 */
export const networkEffects: Checker = {
  id: "network-effects",
  label: { en: "Network effects and tipping", zh: "网络效应与倾覆" },
  accepts: ({ params }) => "network" in branch(params),
  *check(file) {
    const params = branch(file.params);
    const market: NetworkMarket = {
      appeal: numbers(params.a, "a"),
      mu: positive(params, "mu"),
      outside: params.a0 === null ? -Infinity : number(params, "a0", 0),
      network: number(params, "network"),
    };
    const price = numbersOf(params, "p", market.appeal.length);
    const equilibria = networkEquilibria(market, price);
    const tipping = tippingPoint(market, price);
    const found: Found = {
      equilibria: equilibria.map(({ shares, outside, stable }) => ({ share: shares, outside, stable })),
      count: equilibria.length,
      stable_count: equilibria.filter(({ stable }) => stable).length,
      tipping_network: Number.isNaN(tipping) ? undefined : tipping,
    };
    yield 0.9;
    const rows: Row[] = compareTrees(file.expected, found, tolerance(file));
    return rows;
  },
};
