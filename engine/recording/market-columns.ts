import type { Column, Told } from "./series.ts";

/** What is recorded of each segment. */
export const SEGMENT = {
  users: {
    unit: "agents",
    group: "use",
    label: { en: "Users by segment", zh: "各客群用户数" },
    description: {
      en: "Teams, enterprises and users of each segment that hold a product.",
      zh: "各客群中正在使用某款产品的团队、企业和用户数。",
    },
  },
  tokens: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens by segment", zh: "各客群 token 量" },
    description: { en: "Tokens bought by each segment, per week.", zh: "各客群购买的 token 量，按周计。" },
  },
  spend: {
    unit: "money/week",
    group: "money",
    label: { en: "Spend by segment", zh: "各客群支出" },
    description: { en: "What each segment pays, tax included, per week.", zh: "各客群的支付金额（含税），按周计。" },
  },
  tax: {
    unit: "money/week",
    group: "money",
    rare: true,
    label: { en: "Tax by segment", zh: "各客群税款" },
    description: { en: "Tax within what each segment pays, per week.", zh: "各客群支付金额中所含的税款，按周计。" },
  },
  cost: {
    unit: "money/week",
    group: "money",
    label: { en: "Cost of serving by segment", zh: "各客群服务成本" },
    description: {
      en: "What serving each segment costs its vendors, idle fleets included, per week.",
      zh: "厂商服务各客群的成本（含闲置算力），按周计。",
    },
  },
  surplus: {
    unit: "money/week",
    group: "money",
    label: { en: "Surplus by segment", zh: "各客群剩余" },
    description: { en: "What each segment gains over what it pays, per week.", zh: "各客群所得价值减去支付，按周计。" },
  },
} as const satisfies Readonly<Record<string, Told<Column> & Pick<Column, "group">>>;

/** What is recorded of the market as a whole. */
export const MARKET = {
  news: {
    unit: "1",
    group: "market",
    label: { en: "Attention to price cuts", zh: "降价关注度" },
    description: {
      en: "Stock of news about price cuts; it wakes customers and fades.",
      zh: "降价新闻的存量：会唤醒客户，随后消退。",
    },
  },
  gpuPrice: {
    unit: "money/GPU h",
    group: "market",
    shape: "step",
    label: { en: "GPU price", zh: "GPU 价格" },
    description: { en: "Rent of a GPU for an hour.", zh: "一块 GPU 一小时的租金。" },
  },
  expectedFall: {
    unit: "1/year",
    group: "market",
    label: { en: "Expected fall of prices", zh: "预期降价速度" },
    description: {
      en: "How fast people expect prices to fall, as a logarithm per year.",
      zh: "人们预期的价格下降速度，每年的对数值。",
    },
  },
  sentiment: {
    unit: "1",
    group: "market",
    label: { en: "Investors' sentiment", zh: "投资者情绪" },
    description: {
      en: "The sector's gross margin against the start, as investors see it.",
      zh: "投资者眼中行业毛利率与期初的对比。",
    },
  },
  technology: {
    unit: "1",
    group: "market",
    label: { en: "Inference technology", zh: "推理技术" },
    description: { en: "Tokens per GPU hour against the start.", zh: "每 GPU 小时产出的 token，以期初为 1。" },
  },
  awareAgents: {
    unit: "agents",
    group: "market",
    label: { en: "Who knows such products", zh: "知晓此类产品的用户" },
    description: { en: "Teams and users who know that such products exist.", zh: "知道这类产品存在的团队和用户数。" },
  },
  moreUse: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens: more use", zh: "token 变化：用量增加" },
    description: { en: "Change of tokens by users who stay, per week.", zh: "留存用户带来的 token 量变化，按周计。" },
  },
  newApplications: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens: new users", zh: "token 变化：新增用户" },
    description: {
      en: "Change of tokens by users who are new, per week.",
      zh: "新增用户带来的 token 量变化，按周计。",
    },
  },
  leftVolume: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens: users who stopped", zh: "token 变化：停用用户" },
    description: {
      en: "Change of tokens by users who stopped, per week.",
      zh: "停用用户带来的 token 量变化，按周计。",
    },
  },
  switching: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens: switching", zh: "token 变化：转换产品" },
    description: {
      en: "Change of tokens by users who changed product, per week.",
      zh: "转换产品的用户带来的 token 量变化，按周计。",
    },
  },
} as const satisfies Readonly<Record<string, Told<Column> & Pick<Column, "group">>>;
