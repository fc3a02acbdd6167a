import { METERS, meterColumn, type MeterColumn, METER_IDS } from "../price.ts";
import type { Text } from "../text/text.ts";
import type { Column, Told } from "./series.ts";

type Recorded = Told<Column> & Pick<Column, "group">;

/** A column for every meter of a price list. */
const perMeter = <P extends string>(prefix: P, column: (meter: Text) => Recorded) =>
  Object.fromEntries(METER_IDS.map((id) => [meterColumn(prefix, id), column(METERS[id].label)])) as Record<
    MeterColumn<P>,
    Recorded
  >;

/** Names of the columns that hold the factors of cost, in the order of COST_FACTORS. */
export const FACTORS = [
  "factorHardware",
  "factorTechnology",
  "factorLearning",
  "factorScale",
  "factorScheduling",
] as const;

const factor = (of: Text): Recorded => ({
  unit: "1",
  group: "price",
  scale: "log",
  label: { en: `Cost factor: ${of.en}`, zh: `成本因子：${of.zh}` },
  description: {
    en: `What ${of.en} contributes to unit cost; the factors multiply to a number in proportion to it.`,
    zh: `${of.zh}对单位成本的贡献；各因子之积与单位成本成正比。`,
  },
});

/** What tariffs, plans and their buyers' answers make of a product's use; zeros where a market knows none. */
const use = (label: Text, description: Text): Recorded => ({
  unit: "Mtok/week",
  group: "use",
  rare: true,
  label,
  description,
});
const USE_OF_TARIFFS = {
  cachedInput: use(
    { en: "Input read from a cache", zh: "缓存命中输入量" },
    { en: "Input tokens billed as cache hits, per week.", zh: "按缓存命中计费的输入 token，按周计。" },
  ),
  writtenInput: use(
    { en: "Input written to a cache", zh: "写入缓存的输入量" },
    { en: "Input tokens billed as cache writes, per week.", zh: "按写入缓存计费的输入 token，按周计。" },
  ),
  batchTokens: use(
    { en: "Batch tokens", zh: "批处理 token 量" },
    { en: "Tokens sent as batch, per week.", zh: "以批处理方式提交的 token，按周计。" },
  ),
  cheapTokens: use(
    { en: "Tokens in cheap hours", zh: "低价时段 token 量" },
    {
      en: "Tokens used at the week's lowest prices, where a tariff tells hours apart, per week.",
      zh: "在分时价目最低价时段使用的 token，按周计。",
    },
  ),
  extraTokens: use(
    { en: "Tokens over the usual", zh: "超出通常的 token 量" },
    {
      en: "Tokens billed less those the same work usually takes: reasoning, verbosity, tokenizer, trimmed prompts.",
      zh: "计费 token 与同样工作通常所需之差：推理、冗长、分词器、精简提示词。",
    },
  ),
  routedTokens: use(
    { en: "Work routed to it", zh: "分流来的用量" },
    {
      en: "Tokens of tasks that users of a dearer product of the same vendor sent here, per week.",
      zh: "同一厂商较贵产品的用户分流到此的任务 token，按周计。",
    },
  ),
  fees: {
    unit: "money/week",
    group: "money",
    rare: true,
    label: { en: "Subscription fees", zh: "订阅费收入" },
    description: {
      en: "Fees of plans that are held against paying by the token, per week.",
      zh: "与按量计费并行的套餐的订阅费，按周计。",
    },
  },
  unusedTokens: use(
    { en: "Quota left unused", zh: "未用完的额度" },
    {
      en: "Tokens that plans include and their users do not use (breakage), per week.",
      zh: "套餐包含而用户没有用掉的 token（沉淀），按周计。",
    },
  ),
} as const satisfies Readonly<Record<string, Recorded>>;

/** What is recorded of each product. */
export const PRODUCT = {
  live: {
    unit: "1",
    format: "flag",
    group: "market",
    shape: "step",
    label: { en: "On sale", zh: "在售" },
    description: { en: "1 while the product is on sale, otherwise 0.", zh: "产品在售为 1，否则为 0。" },
  },
  ...perMeter("price", ({ en, zh }) => ({
    unit: "money/Mtok",
    group: "price",
    shape: "step",
    scale: "log",
    label: { en: `${en} price`, zh: `${zh}价` },
    description: { en: `List price of ${en.toLowerCase()} tokens.`, zh: `${zh} token 的目录价。` },
  })),
  ...perMeter("unitCost", ({ en, zh }) => ({
    unit: "money/Mtok",
    group: "price",
    scale: "log",
    label: { en: `Unit cost, ${en.toLowerCase()}`, zh: `单位成本（${zh}）` },
    description: {
      en: `Long-run cost of a million ${en.toLowerCase()} tokens at target load.`,
      zh: `在目标负载下每百万${zh} token 的长期成本。`,
    },
  })),
  lnQuality: {
    unit: "1",
    group: "market",
    shape: "step",
    label: { en: "Quality, log", zh: "质量（对数）" },
    description: { en: "Natural logarithm of the product's quality.", zh: "产品质量的自然对数。" },
  },
  users: {
    unit: "agents",
    group: "use",
    label: { en: "Users by product", zh: "各产品用户数" },
    description: {
      en: "Teams, enterprises and users whose main product it is.",
      zh: "以该产品为主用产品的团队、企业和用户数。",
    },
  },
  joined: {
    unit: "agents/week",
    group: "use",
    label: { en: "New users", zh: "新增用户" },
    description: { en: "Users who had no product before, per week.", zh: "此前未使用任何产品的新增用户，按周计。" },
  },
  left: {
    unit: "agents/week",
    group: "use",
    label: { en: "Users who stopped", zh: "停用用户" },
    description: { en: "Users who now use no product at all, per week.", zh: "停用后不再使用任何产品的用户，按周计。" },
  },
  switchedIn: {
    unit: "agents/week",
    group: "use",
    label: { en: "Users won from others", zh: "转入用户" },
    description: { en: "Users who came from another product, per week.", zh: "从其他产品转来的用户，按周计。" },
  },
  switchedOut: {
    unit: "agents/week",
    group: "use",
    label: { en: "Users lost to others", zh: "转出用户" },
    description: { en: "Users who went to another product, per week.", zh: "转去其他产品的用户，按周计。" },
  },
  tokensInput: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Input tokens", zh: "输入 token 量" },
    description: { en: "Input tokens of each product, per week.", zh: "每款产品的输入 token 量，按周计。" },
  },
  tokensOutput: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Output tokens", zh: "输出 token 量" },
    description: { en: "Output tokens of each product, per week.", zh: "每款产品的输出 token 量，按周计。" },
  },
  revenue: {
    unit: "money/week",
    group: "money",
    label: { en: "Revenue by product", zh: "各产品收入" },
    description: { en: "Revenue of each product, net of tax, per week.", zh: "每款产品的收入（不含税），按周计。" },
  },
  costOfRevenue: {
    unit: "money/week",
    group: "money",
    label: { en: "Cost of revenue by product", zh: "各产品营业成本" },
    description: {
      en: "What serving each product costs, free use included, per week.",
      zh: "服务每款产品（含免费部分）的成本，按周计。",
    },
  },
  ...USE_OF_TARIFFS,
  factorHardware: factor({ en: "hardware", zh: "硬件" }),
  factorTechnology: factor({ en: "technology", zh: "技术" }),
  factorLearning: factor({ en: "learning", zh: "学习" }),
  factorScale: factor({ en: "scale", zh: "规模" }),
  factorScheduling: factor({ en: "scheduling", zh: "调度" }),
} as const satisfies Readonly<Record<string, Recorded>>;
