import type { Recording } from "../recording/recorder.ts";
import type { Series } from "../recording/series.ts";
import type { Text } from "../text/text.ts";
import { metric, once } from "./metric.ts";

/**
 * What is paid for a product's traffic, net of cache hits, bargaining, hours and allowances, free use included, against
 * what that same traffic costs. Credits, which a vendor gives and not a product, are left out, as in its gross margin.
 */

/** Traffic by product in the unit its price is per: million tokens, users' weeks, million seconds [1/week]. */
const traffic = once(({ product, meters: { product: meters } }) =>
  product.tokensInput.map((input, k) => {
    const meter = meters[k % meters.length];
    if (meter === "month") return product.users[k];
    return meter === "second" ? input : input + product.tokensOutput[k];
  }),
);

/** Long-run unit cost of the tokens that were served, those from a cache as such [money/week]. */
const longRun = once(({ product: p }) =>
  p.tokensInput.map((input, k) => {
    const [cached, written] = [p.cachedInput[k], p.writtenInput[k]];
    const fresh = cached === 0 && written === 0 ? input : input - cached - written;
    const read = fresh * p.unitCostInput[k] + cached * p.unitCostCached[k] + written * p.unitCostCacheWrite[k];
    return read + p.tokensOutput[k] * p.unitCostOutput[k];
  }),
);

/** What serving cost that week, an idle fleet included [money/week]. */
const average = (r: Recording): Float64Array => r.product.costOfRevenue;

/** What a little more of the same would cost: nothing while a leased fleet is not full [money/week]. */
const marginal = once((r) => {
  const [n, m] = [r.productIds.length, r.vendorIds.length];
  return longRun(r).map((cost, k) => {
    const v = Math.floor(k / n) * m + r.vendorOf[k % n];
    return r.vendor.gpus[v] > 0 && r.vendor.utilisation[v] < 1 ? 0 : cost;
  });
});

const perUnit = (id: string, money: (r: Recording) => Float64Array, label: Text, description: Text): Series =>
  metric({
    id,
    entity: "product",
    unit: "money/Mtok",
    group: "price",
    scale: "log",
    label,
    description,
    compute(r) {
      const sold = traffic(r);
      return money(r).map((x, k) => (sold[k] > 0 ? x / sold[k] : NaN));
    },
  });

export const paidPrice = perUnit(
  "paidPrice",
  (r) => r.product.revenue,
  { en: "Price paid", zh: "实付价" },
  {
    en: "Revenue over traffic: list price less cache hits, bargaining, off-peak hours and allowances; net of tax.",
    zh: "收入除以用量：目录价扣除缓存命中、议价、闲时折扣和免费额度之后的实付，不含税。",
  },
);
export const averageCost = perUnit(
  "averageCost",
  average,
  { en: "Average cost", zh: "平均成本" },
  {
    en: "Cost of revenue over traffic, an idle fleet included; what gross margin is made of.",
    zh: "营业成本除以用量，含闲置算力；毛利率据此计算。",
  },
);
export const longRunCost = perUnit(
  "longRunCost",
  longRun,
  { en: "Long-run cost of its traffic", zh: "所供用量的长期成本" },
  {
    en: "Long-run unit cost of the input and output tokens that were served, at target load.",
    zh: "按实际输入、输出用量计的长期单位成本（目标负载）。",
  },
);
export const marginalCost = perUnit(
  "marginalCost",
  marginal,
  { en: "Marginal cost", zh: "边际成本" },
  {
    en: "What a little more of the same traffic costs: nothing while a leased fleet is not full.",
    zh: "再多供一点同样用量的成本：租用的算力未满载时为零。",
  },
);

const below = (money: (r: Recording) => Float64Array) =>
  once((r) => {
    const [cost, sold, paid] = [money(r), traffic(r), r.product.revenue];
    const under = new Uint8Array(paid.length);
    for (let k = 0; k < under.length; k++) under[k] = sold[k] > 0 && paid[k] < cost[k] ? 1 : 0;
    return under;
  });

const BELOW = { average: below(average), longRun: below(longRun), marginal: below(marginal) } as const;

/**
 * 1 where a product sells below cost that week, by tick and product: what is paid for its traffic is less than what the
 * traffic costs. Of average cost by default: a vendor whose gross margin is below 0 then sells some product below it.
 */
export const soldBelow = (r: Recording, kind: keyof typeof BELOW = "average"): Uint8Array => BELOW[kind](r);
