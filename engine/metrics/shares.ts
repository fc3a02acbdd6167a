import { byVendor, metric, productTokens, rowShares, soFar } from "./metric.ts";

export const tokenShare = metric({
  id: "tokenShare",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "share",
  whole: true,
  label: { en: "Share of tokens", zh: "token 份额" },
  description: {
    en: "A vendor's tokens over all tokens sold to outside customers.",
    zh: "某厂商的 token 量占全部外部客户 token 量的比例。",
  },
  compute: (r) => rowShares(byVendor(r, productTokens(r)), r.vendorIds.length),
});

export const tokenShareSoFar = metric({
  id: "tokenShareSoFar",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "share",
  whole: true,
  label: { en: "Share of all tokens so far", zh: "累计 token 份额" },
  description: {
    en: "A vendor's part of all tokens sold to outside customers since the start, as yearly reports give shares.",
    zh: "自起始日以来，某厂商占全部外部客户 token 量的比例，口径与年度报告的份额一致。",
  },
  compute(r) {
    const m = r.vendorIds.length;
    return rowShares(soFar(byVendor(r, productTokens(r)), m), m);
  },
});

export const revenueShare = metric({
  id: "revenueShare",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "share",
  whole: true,
  label: { en: "Share of revenue", zh: "收入份额" },
  description: { en: "A vendor's API revenue over all API revenue.", zh: "某厂商的 API 收入占全部 API 收入的比例。" },
  compute: (r) => rowShares(r.vendor.revenue, r.vendorIds.length),
});

export const userShare = metric({
  id: "userShare",
  entity: "vendor",
  unit: "1",
  format: "share",
  group: "share",
  whole: true,
  label: { en: "Share of users", zh: "用户份额" },
  description: {
    en: "A vendor's users over all users; each counted once, at its main product.",
    zh: "某厂商的用户占全部用户的比例；每个用户只按其主用产品计一次。",
  },
  compute: (r) => rowShares(byVendor(r, r.product.users), r.vendorIds.length),
});
