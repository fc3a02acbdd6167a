import { blendedCost, blendedPrice, metric, soFar } from "./metric.ts";

const margin = (revenue: Float64Array, cost: Float64Array) => revenue.map((x, k) => (x > 0 ? (x - cost[k]) / x : NaN));

export const grossMargin = metric({
  id: "grossMargin",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "money",
  clamp: [-1.5, 1],
  label: { en: "Gross margin", zh: "毛利率" },
  description: {
    en: "(Revenue - cost of revenue) / revenue. May be negative; none where there is no revenue.",
    zh: "（收入 − 营业成本）/ 收入，可以为负；没有收入时不存在。",
  },
  compute: (r) => margin(r.vendor.revenue, r.vendor.costOfRevenue),
});

export const grossMarginSoFar = metric({
  id: "grossMarginSoFar",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "money",
  clamp: [-1.5, 1],
  label: { en: "Gross margin so far", zh: "累计毛利率" },
  description: {
    en: "The gross margin of all that was sold since the start, as yearly accounts give it.",
    zh: "自起始日以来全部销售的毛利率，口径与年度账目一致。",
  },
  compute({ vendor, vendorIds: { length: m } }) {
    return margin(soFar(vendor.revenue, m), soFar(vendor.costOfRevenue, m));
  },
});

export const marginalMargin = metric({
  id: "marginalMargin",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "money",
  clamp: [-1.5, 1],
  label: { en: "Margin over serving cost", zh: "服务毛利率" },
  description: {
    en:
      "The gross margin if idle capacity cost nothing: what the tokens served earn over what serving them takes at " +
      "target load. The difference to the gross margin is idle capacity.",
    zh: "假设闲置产能不花钱时的毛利率：所售 token 的收入减去按目标负载服务它们的成本。与毛利率之差即闲置产能。",
  },
  compute: (r) =>
    margin(
      r.vendor.revenue,
      r.vendor.costOfRevenue.map((x, k) => x - r.vendor.idleCost[k]),
    ),
});

export const grossProfit = metric({
  id: "grossProfit",
  entity: "vendor",
  unit: "money/week",
  group: "money",
  label: { en: "Gross profit", zh: "毛利" },
  description: { en: "Revenue less cost of revenue, free tiers included.", zh: "收入减营业成本，含免费档的成本。" },
  compute: (r) => r.vendor.revenue.map((x, k) => x - r.vendor.costOfRevenue[k]),
});

export const lerner = metric({
  id: "lerner",
  entity: "product",
  unit: "1",
  group: "price",
  shape: "step",
  clamp: [-1.5, 1],
  label: { en: "Lerner index", zh: "勒纳指数" },
  description: {
    en: "(p - c) / max(p, c), list price against long-run unit cost by the product's own meter; none where both are 0.",
    zh: "（p − c）/ max(p, c)，以目录价对长期单位成本计，各按产品自己的计价单位；二者皆为 0 时不存在。",
  },
  compute(r) {
    const [p, c] = [blendedPrice(r), blendedCost(r)];
    return p.map((x, k) => (Math.max(x, c[k]) > 0 && r.product.live[k] ? (x - c[k]) / Math.max(x, c[k]) : NaN));
  },
});

export const segmentMargin = metric({
  id: "segmentMargin",
  entity: "segment",
  unit: "1",
  format: "share",
  group: "money",
  clamp: [-1.5, 1],
  label: { en: "Gross margin by segment", zh: "各客群毛利率" },
  description: {
    en: "What a segment pays net of tax less what serving it costs, over the former; below 0 it is served below cost.",
    zh: "客群所付（不含税）减去服务成本，再除以所付；为负即低于成本供应。",
  },
  compute(r) {
    const { spend, tax, cost } = r.segment;
    return margin(
      spend.map((x, k) => x - tax[k]),
      cost,
    );
  },
});
