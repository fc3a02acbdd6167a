import {
  blendedCost,
  blendedPrice,
  byToken,
  type Entity,
  type Metric,
  metric,
  once,
  productTokens,
  RECORDED,
  type Recording,
  type Series,
} from "../../engine/index.ts";
import { drawn, type Measure } from "./measure.ts";

/** The measure that needs competition priced. */
export const GAIN = "profitGain";

/** A recorded column, with what a panel does differently. */
const recorded = (entity: Entity, name: string, own: Partial<Series> = {}): Measure => {
  const series = RECORDED.find((s) => s.entity === entity && s.id === name)!;
  return drawn({ ...series, ...own, compute: once(own.compute ?? series.compute) });
};

/** A series that a panel alone makes. */
const computed = (series: Metric): Measure => drawn(metric(series));

/**
 * A price of what is not on the market does not exist, nor one per token of what is sold by the month or the second; a
 * reference product is listed though nobody can buy it.
 */
const listed = (r: Recording, values: Float64Array): Float64Array => {
  const n = r.productIds.length;
  const everSold = r.productIds.map((_, j) => r.dates.some((_d, t) => r.product.live[t * n + j] === 1));
  return values.map((x, k) => (byToken(r, k % n) && (r.product.live[k] === 1 || !everSold[k % n]) ? x : NaN));
};

/** From each day on which competition was priced to the next; NaN where it was not, or no equilibrium was found. */
function gains({ dates, nash = [] }: Recording): Float64Array {
  const out = new Float64Array(dates.length).fill(NaN);
  for (const { tick, gain } of nash) out.fill(gain, tick);
  return out;
}

/** What panels show beyond the metrics: recorded columns, and what is made from them. A new one is an entry here. */
export const COLUMNS: readonly Measure[] = [
  computed({
    id: "listPrice",
    entity: "product",
    unit: "money/Mtok",
    group: "price",
    shape: "step",
    scale: "log",
    label: { en: "List price", zh: "目录价" },
    description: {
      en: "Blended list price: three input tokens to one of output.",
      zh: "综合目录价：输入与输出 token 按 3:1 加权。",
    },
    compute: (r) => listed(r, blendedPrice(r)),
  }),
  recorded("product", "priceInput", { compute: (r) => listed(r, r.product.priceInput) }),
  recorded("product", "priceOutput", { compute: (r) => listed(r, r.product.priceOutput) }),
  computed({
    id: "unitCost",
    entity: "product",
    unit: "money/Mtok",
    group: "price",
    scale: "log",
    label: { en: "Unit cost", zh: "单位成本" },
    description: {
      en: "Long-run cost of serving a million tokens at target load, input and output 3:1.",
      zh: "在目标负载下服务百万 token 的长期成本，输入与输出按 3:1 加权。",
    },
    compute: (r) => listed(r, blendedCost(r)),
  }),
  recorded("vendor", "revenue"),
  recorded("vendor", "costOfRevenue"),
  recorded("vendor", "cash", { compute: (r) => r.vendor.cash.map((x) => (Number.isFinite(x) ? x : NaN)) }),
  recorded("product", "revenue", { id: "productRevenue" }),
  computed({
    id: "productTokens",
    entity: "product",
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens by product", zh: "各产品 token 量" },
    description: {
      en: "Input and output tokens of each product, per week.",
      zh: "每款产品的输入与输出 token 量，按周计。",
    },
    compute: (r) => productTokens(r).map((x, k) => (r.meters.product[k % r.productIds.length] === "second" ? NaN : x)),
  }),
  recorded("product", "users", { id: "productUsers" }),
  recorded("product", "joined"),
  recorded("product", "switchedIn"),
  recorded("product", "switchedOut"),
  recorded("vendor", "ecosystem"),
  recorded("segment", "tokens", {
    id: "segmentTokens",
    compute: (r) => r.segment.tokens.map((x, k) => (r.meters.segment[k % r.segmentIds.length] === "second" ? NaN : x)),
  }),
  recorded("segment", "users", { id: "segmentUsers" }),
  recorded("segment", "spend", { id: "segmentSpend" }),
  recorded("segment", "surplus", { id: "segmentSurplus" }),
  computed({
    id: GAIN,
    entity: "market",
    unit: "1",
    group: "price",
    shape: "step",
    label: { en: "Profit gain Δ", zh: "利润增益 Δ" },
    description: {
      en:
        "(profit − Nash)/(cartel − Nash) of all vendors at list prices, demand unlocked: 0 competition, 1 a cartel, " +
        "below 0 less than competition would leave (Calvano et al. 2020). Every four weeks; " +
        "none where no equilibrium in pure strategies is found.",
      zh: "全体厂商按目录价、需求不锁定时的 (利润 − Nash)/(卡特尔 − Nash)：0 为竞争，1 为卡特尔，负数表示比竞争还低（Calvano 等，2020）。每四周一算；找不到纯策略均衡时无值。",
    },
    compute: gains,
  }),
  recorded("market", "news"),
  recorded("market", "gpuPrice"),
  recorded("market", "technology"),
  recorded("market", "awareAgents"),
];
