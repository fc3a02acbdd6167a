import { blendedCost, blendedPrice, byToken, once, productTokens, type Recording } from "../../engine/index.ts";
import type { Measure } from "./measure.ts";

/** The measure that needs competition priced. */
export const GAIN = "profitGain";

type Column = Pick<Measure, "id" | "entity" | "unit" | "label" | "description" | "group"> &
  Partial<Pick<Measure, "shape" | "scale">> & { readonly of: (r: Recording) => Float64Array };

const column = ({ of, shape = "line", scale = "linear", ...rest }: Column): Measure => ({
  ...rest,
  shape,
  scale,
  share: false,
  compute: once(of),
});

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

/** What a run records, as it is. A new one is an entry here. */
export const COLUMNS: readonly Measure[] = [
  column({
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
    of: (r) => listed(r, blendedPrice(r)),
  }),
  column({
    id: "priceInput",
    entity: "product",
    unit: "money/Mtok",
    group: "price",
    shape: "step",
    scale: "log",
    label: { en: "Input price", zh: "输入价" },
    description: { en: "List price of input tokens.", zh: "输入 token 的目录价。" },
    of: (r) => listed(r, r.product.priceInput),
  }),
  column({
    id: "priceOutput",
    entity: "product",
    unit: "money/Mtok",
    group: "price",
    shape: "step",
    scale: "log",
    label: { en: "Output price", zh: "输出价" },
    description: { en: "List price of output tokens.", zh: "输出 token 的目录价。" },
    of: (r) => listed(r, r.product.priceOutput),
  }),
  column({
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
    of: (r) => listed(r, blendedCost(r)),
  }),
  column({
    id: "revenue",
    entity: "vendor",
    unit: "money/week",
    group: "money",
    label: { en: "Revenue", zh: "收入" },
    description: { en: "What customers pay for API use, per week.", zh: "客户为 API 用量支付的金额，按周计。" },
    of: (r) => r.vendor.revenue,
  }),
  column({
    id: "costOfRevenue",
    entity: "vendor",
    unit: "money/week",
    group: "money",
    label: { en: "Cost of revenue", zh: "营业成本" },
    description: {
      en: "What serving those tokens costs, free ones included, per week.",
      zh: "服务这些 token（含免费部分）的成本，按周计。",
    },
    of: (r) => r.vendor.costOfRevenue,
  }),
  column({
    id: "cash",
    entity: "vendor",
    unit: "money",
    group: "money",
    label: { en: "Cash", zh: "现金" },
    description: {
      en: "Money in the bank; vendors with a parent's purse have no line.",
      zh: "账上现金；背靠母公司的厂商不画线。",
    },
    of: (r) => r.vendor.cash.map((x) => (Number.isFinite(x) ? x : NaN)),
  }),
  column({
    id: "productRevenue",
    entity: "product",
    unit: "money/week",
    group: "money",
    label: { en: "Revenue by product", zh: "各产品收入" },
    description: { en: "Revenue of each product, per week.", zh: "每款产品的收入，按周计。" },
    of: (r) => r.product.revenue,
  }),
  column({
    id: "productTokens",
    entity: "product",
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens by product", zh: "各产品 token 量" },
    description: {
      en: "Input and output tokens of each product, per week.",
      zh: "每款产品的输入与输出 token 量，按周计。",
    },
    of: (r) => productTokens(r).map((x, k) => (r.meters.product[k % r.productIds.length] === "second" ? NaN : x)),
  }),
  column({
    id: "productUsers",
    entity: "product",
    unit: "agents",
    group: "use",
    label: { en: "Users by product", zh: "各产品用户数" },
    description: {
      en: "Teams, enterprises and users whose main product it is.",
      zh: "以该产品为主用产品的团队、企业和用户数。",
    },
    of: (r) => r.product.users,
  }),
  column({
    id: "joined",
    entity: "product",
    unit: "agents/week",
    group: "use",
    label: { en: "New users", zh: "新增用户" },
    description: { en: "Users who had no product before, per week.", zh: "此前未使用任何产品的新增用户，按周计。" },
    of: (r) => r.product.joined,
  }),
  column({
    id: "switchedIn",
    entity: "product",
    unit: "agents/week",
    group: "use",
    label: { en: "Users won from others", zh: "转入用户" },
    description: { en: "Users who came from another product, per week.", zh: "从其他产品转来的用户，按周计。" },
    of: (r) => r.product.switchedIn,
  }),
  column({
    id: "switchedOut",
    entity: "product",
    unit: "agents/week",
    group: "use",
    label: { en: "Users lost to others", zh: "转出用户" },
    description: { en: "Users who went to another product, per week.", zh: "转去其他产品的用户，按周计。" },
    of: (r) => r.product.switchedOut,
  }),
  column({
    id: "ecosystem",
    entity: "vendor",
    unit: "1",
    group: "use",
    label: { en: "Ecosystem", zh: "生态" },
    description: { en: "Applications built on the platform, an index.", zh: "建在平台上的应用数，指数。" },
    of: (r) => r.vendor.ecosystem,
  }),
  column({
    id: "segmentTokens",
    entity: "segment",
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens by segment", zh: "各客群 token 量" },
    description: { en: "Tokens bought by each segment, per week.", zh: "各客群购买的 token 量，按周计。" },
    of: (r) => r.segment.tokens.map((x, k) => (r.meters.segment[k % r.segmentIds.length] === "second" ? NaN : x)),
  }),
  column({
    id: "segmentSpend",
    entity: "segment",
    unit: "money/week",
    group: "money",
    label: { en: "Spend by segment", zh: "各客群支出" },
    description: { en: "What each segment pays, per week.", zh: "各客群的支付金额，按周计。" },
    of: (r) => r.segment.spend,
  }),
  column({
    id: "segmentSurplus",
    entity: "segment",
    unit: "money/week",
    group: "money",
    label: { en: "Surplus by segment", zh: "各客群剩余" },
    description: { en: "What each segment gains over what it pays, per week.", zh: "各客群所得价值减去支付，按周计。" },
    of: (r) => r.segment.surplus,
  }),
  column({
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
    of: gains,
  }),
  column({
    id: "news",
    entity: "market",
    unit: "1",
    group: "market",
    label: { en: "Price news in the air", zh: "降价新闻热度" },
    description: {
      en: "Stock of news about price cuts; it wakes customers and fades.",
      zh: "降价新闻的存量：会唤醒客户，随后消退。",
    },
    of: (r) => r.market.news,
  }),
  column({
    id: "gpuPrice",
    entity: "market",
    unit: "money/GPU h",
    group: "market",
    shape: "step",
    label: { en: "GPU price", zh: "GPU 价格" },
    description: { en: "Rent of a GPU for an hour.", zh: "一块 GPU 一小时的租金。" },
    of: (r) => r.market.gpuPrice,
  }),
  column({
    id: "technology",
    entity: "market",
    unit: "1",
    group: "market",
    label: { en: "Inference technology", zh: "推理技术" },
    description: { en: "Tokens per GPU hour against the start.", zh: "每 GPU 小时产出的 token，以期初为 1。" },
    of: (r) => r.market.technology,
  }),
  column({
    id: "awareAgents",
    entity: "market",
    unit: "agents",
    group: "market",
    label: { en: "Who knows such products", zh: "知晓此类产品的用户" },
    description: { en: "Teams and users who know that such products exist.", zh: "知道这类产品存在的团队和用户数。" },
    of: (r) => r.market.awareAgents,
  }),
];
