import { elasticities } from "../equilibrium/demand-system.ts";
import { logitDemand } from "../equilibrium/logit.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { nestedLogitDemand } from "../equilibrium/nested-logit.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import { marketTable } from "../equilibrium/summary.ts";
import { log } from "../math/elementary.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, number, numbers, numbersOf, settings, tolerance } from "./read.ts";

interface Firms {
  readonly a: Float64Array;
  readonly c: Float64Array;
  readonly owner: Int32Array;
}

function readFirms(params: Branch): Firms {
  const a = Float64Array.from(numbers(params.a, "a"));
  const list = (key: string) => numbersOf(params, key, a.length);
  return { a, c: Float64Array.from(list("c")), owner: Int32Array.from(list("owner")) };
}

/** Multi-product logit oligopoly under mergers, efficiencies and quality changes (Nocke & Schutz 2018). */
export const multiProductLogit: Checker = {
  id: "multi-product-logit",
  label: { en: "Multi-product logit and mergers", zh: "多产品 Logit 与合并" },
  accepts: (file) => file.topic === "multi-product logit" && has(file, "a", "c", "owner", "lam"),
  *check(file) {
    const params = branch(file.params);
    const mu = number(params, "lam");
    const outside = mu * log(number(params, "H0", 1));
    const rows: Row[] = [];
    for (const [key, expected] of Object.entries(branch(file.expected))) {
      const firms = variant(readFirms(params), key);
      if (firms) rows.push(...compareTrees(expected, logitTable(firms, mu, outside), tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

/** What a key says is different: a merger of two firms, with lower costs of the merged products, or a quality shock. */
function variant(firms: Firms, key: string): Firms | null {
  const efficiency = key.match(/^merger_with_(\d+)pct_cost_efficiency$/);
  const merger = efficiency
    ? [0, 1]
    : key
        .match(/^merger_firms_(\d+)_(\d+)$/)
        ?.slice(1)
        .map(Number);
  const shock = key.match(/^quality_shock_product(\d+)_plus_([\d.]+)$/);
  if (shock) return { ...firms, a: firms.a.map((x, j) => (j === Number(shock[1]) ? x + Number(shock[2]) : x)) };
  if (!merger) return key === "pre" ? firms : null;
  const owner = firms.owner.map((f) => (f === merger[1] ? merger[0] : f));
  const factor = efficiency ? 1 - Number(efficiency[1]) / 100 : 1;
  return { ...firms, owner, c: firms.c.map((x, j) => (owner[j] === merger[0] ? x * factor : x)) };
}

function logitTable({ a, c, owner }: Firms, mu: number, outside: number): Found {
  const demand = logitDemand({ appeal: a, mu, outside });
  const { price } = priceEquilibrium(pricingGame(demand, c), owner);
  const t = marketTable(demand, c, owner, price);
  const firms = [...new Set(owner)];
  const byFirm = (f: (firm: number) => number) => Object.fromEntries(firms.map((k) => [String(k), f(k)]));
  return {
    price,
    share: t.share,
    outside: t.outside,
    consumer_surplus: t.surplus,
    firm_profit: byFirm((k) => t.ownerProfit[k]),
    firm_markup: byFirm((k) => price[owner.indexOf(k)] - c[owner.indexOf(k)]),
    firm_share: byFirm((k) => t.ownerShare[k]),
    HHI_inside: t.hhiInside,
    HHI_all: t.hhiAll,
  };
}

/** Nested-logit oligopoly in Berry's (1994) form. */
export const nestedLogit: Checker = {
  id: "nested-logit",
  label: { en: "Nested logit price competition", zh: "嵌套 Logit 价格竞争" },
  accepts: (file) => file.topic === "nested logit" && has(file, "a", "c", "owner", "nest", "alpha"),
  *check(file) {
    const params = branch(file.params);
    const { a, c, owner } = readFirms(params);
    const rows: Row[] = [];
    for (const [key, expected] of Object.entries(branch(file.expected))) {
      const { sigma } = settings(key);
      const demand = nestedLogitDemand({
        appeal: a,
        alpha: number(params, "alpha"),
        sigma,
        nest: numbersOf(params, "nest", a.length),
      });
      const { price } = priceEquilibrium(pricingGame(demand, c), owner);
      const found: Found = {
        price,
        share: demand.quantities(price),
        outside: demand.outside?.(price),
        cs: demand.surplus?.(price),
        own_elasticity: elasticities(demand, price).filter((_, at) => at % (a.length + 1) === 0),
        jacobian_ds_dp: matrix(demand.jacobian(price), a.length),
      };
      rows.push(...compareTrees(expected, found, tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

const matrix = (x: Float64Array, n: number): Float64Array[] =>
  Array.from({ length: n }, (_, k) => x.slice(k * n, (k + 1) * n));
