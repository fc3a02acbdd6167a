import type { Column, Told } from "./series.ts";

/** What is recorded of each vendor. */
export const VENDOR = {
  alive: {
    unit: "1",
    format: "flag",
    group: "market",
    shape: "step",
    label: { en: "In business", zh: "是否在营" },
    description: { en: "1 while the vendor is in the market, otherwise 0.", zh: "厂商仍在市场中为 1，已退出为 0。" },
  },
  cash: {
    unit: "money",
    group: "money",
    label: { en: "Cash", zh: "现金" },
    description: {
      en: "Money in the bank; vendors with a parent's purse have no line.",
      zh: "账上现金；背靠母公司的厂商不画线。",
    },
  },
  revenue: {
    unit: "money/week",
    group: "money",
    label: { en: "Revenue", zh: "收入" },
    description: {
      en: "What customers pay for its products, net of tax, per week.",
      zh: "客户为其产品支付的金额（不含税），按周计。",
    },
  },
  costOfRevenue: {
    unit: "money/week",
    group: "money",
    label: { en: "Cost of revenue", zh: "营业成本" },
    description: {
      en: "What serving those tokens costs, free ones included, per week.",
      zh: "服务这些 token（含免费部分）的成本，按周计。",
    },
  },
  idleCost: {
    unit: "money/week",
    group: "money",
    rare: true,
    label: { en: "Cost of idle capacity", zh: "闲置产能成本" },
    description: {
      en: "Part of the cost of revenue that pays for capacity nobody used, per week.",
      zh: "营业成本中为无人使用的产能支付的部分，按周计。",
    },
  },
  captiveTokens: {
    unit: "Mtok/week",
    group: "use",
    label: { en: "Tokens of own products", zh: "自用 token 量" },
    description: {
      en: "Tokens that the vendor's own products use, per week; they are sold to nobody.",
      zh: "厂商自有产品消耗的 token 量，按周计，不对外销售。",
    },
  },
  ecosystem: {
    unit: "1",
    group: "use",
    label: { en: "Ecosystem", zh: "生态" },
    description: { en: "Applications built on the platform, an index.", zh: "建在平台上的应用数，指数。" },
  },
  captiveCost: {
    unit: "money/week",
    group: "money",
    label: { en: "Cost of own products", zh: "自用成本" },
    description: {
      en: "What serving the vendor's own products costs, per week.",
      zh: "服务厂商自有产品的成本，按周计。",
    },
  },
  credits: {
    unit: "money/week",
    group: "money",
    label: { en: "Credits granted", zh: "赠送额度" },
    description: { en: "Credits given to new customers, per week.", zh: "赠予新客户的额度，按周计。" },
  },
  gpus: {
    unit: "GPU",
    group: "use",
    shape: "step",
    label: { en: "GPUs", zh: "GPU 数量" },
    description: {
      en: "GPUs of the vendor's own fleet; none where capacity is bought as it is used.",
      zh: "厂商自有的 GPU 数量；按用量购买算力的厂商没有此值。",
    },
  },
  utilisation: {
    unit: "1",
    format: "share",
    group: "use",
    label: { en: "Utilisation", zh: "利用率" },
    description: {
      en: "Part of the fleet's capacity in use; none without a fleet.",
      zh: "自有 GPU 产能中被使用的比例；没有自有 GPU 时不存在。",
    },
  },
  fulfilment: {
    unit: "1",
    format: "share",
    group: "use",
    label: { en: "Demand served", zh: "需求满足率" },
    description: { en: "Part of demand that the vendor's capacity could serve.", zh: "厂商产能所能满足的需求比例。" },
  },
  profit: {
    unit: "money/week",
    group: "money",
    label: { en: "Profit", zh: "利润" },
    description: {
      en: "Revenue less all costs, research and operating cost included, per week.",
      zh: "收入减全部成本（含研发与运营成本），按周计。",
    },
  },
  purse: {
    unit: "money",
    group: "money",
    label: { en: "Parent's purse", zh: "母公司可投资金" },
    description: { en: "What a parent company will still put in.", zh: "母公司还愿意投入的资金。" },
  },
  research: {
    unit: "money/week",
    group: "money",
    label: { en: "R&D spending by vendor", zh: "各厂商研发投入" },
    description: { en: "What each vendor spends on research, per week.", zh: "每家厂商的研发支出，按周计。" },
  },
  raised: {
    unit: "money",
    group: "money",
    shape: "step",
    label: { en: "Money raised", zh: "累计融资" },
    description: { en: "What investors have put in since the start.", zh: "期初以来投资者累计投入的资金。" },
  },
} as const satisfies Readonly<Record<string, Told<Column> & Pick<Column, "group" | "rare">>>;
