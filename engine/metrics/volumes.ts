import { metric, productTokens, rowSums } from "./metric.ts";

export const tokens = metric({
  id: "tokens",
  entity: "market",
  unit: "Mtok/week",
  label: { en: "Tokens", zh: "token 量" },
  description: {
    en: "Tokens sold to outside customers, those of apps included; seconds of video are none.",
    zh: "售予外部客户的 token 量，含应用所用，不含按秒计的视频。",
  },
  compute: (r) => rowSums(productTokens(r), r.productIds.length),
});

export const activeApplications = metric({
  id: "activeApplications",
  entity: "market",
  unit: "agents",
  label: { en: "Active users", zh: "活跃用户" },
  description: {
    en: "Represented teams, enterprises and users that hold a product.",
    zh: "正在使用某款产品的团队、企业和用户数（所代表的总体）。",
  },
  compute: (r) => rowSums(r.product.users, r.productIds.length),
});

export const consumerSurplus = metric({
  id: "consumerSurplus",
  entity: "market",
  unit: "money/week",
  group: "money",
  label: { en: "Users' surplus", zh: "用户剩余" },
  description: {
    en:
      "What users gain over what they pay and their fixed costs, with the credits they are granted; " +
      "taste and loyalty are not money.",
    zh: "用户所得价值减去支付和固定成本，含获赠的额度；偏好与忠诚不折算成钱。",
  },
  compute: (r) => rowSums(r.segment.surplus, r.segmentIds.length),
});

export const taxRevenue = metric({
  id: "taxRevenue",
  entity: "market",
  unit: "money/week",
  group: "money",
  label: { en: "Tax revenue", zh: "税收收入" },
  description: { en: "Tax within what users pay.", zh: "用户支付金额中所含的税款合计。" },
  compute: (r) => rowSums(r.segment.tax, r.segmentIds.length),
});

export const vendorProfit = metric({
  id: "vendorProfit",
  entity: "market",
  unit: "money/week",
  group: "money",
  label: { en: "Vendors' gross profit", zh: "厂商毛利" },
  description: { en: "Revenue less cost of revenue of all vendors.", zh: "全部厂商的收入减营业成本。" },
  compute(r) {
    const profit = r.vendor.revenue.map((x, k) => x - r.vendor.costOfRevenue[k]);
    return rowSums(profit, r.vendorIds.length);
  },
});

export const research = metric({
  id: "research",
  entity: "market",
  unit: "money/week",
  label: { en: "R&D spending", zh: "研发投入" },
  description: {
    en: "What vendors with a research plan spend on it, together.",
    zh: "有研发计划的各家厂商的研发支出合计。",
  },
  compute: (r) => rowSums(r.vendor.research, r.vendorIds.length),
});
