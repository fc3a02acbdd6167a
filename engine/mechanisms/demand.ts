import { dropEvents, editDemand, editProducts, editSegments, editVendors } from "./edit.ts";
import type { Mechanism } from "./mechanism.ts";

/** What customers do. */
export const demandMechanisms: readonly Mechanism[] = [
  {
    id: "M-9",
    title: { en: "New applications", zh: "解锁新应用" },
    claim: {
      en: "Zhou Jingren: lower prices stimulate innovation; today's are still too high for what is to come.",
      zh: "周靖人：降价会激发产业创新；相对未来的应用爆发，现在的价格仍然偏高。",
    },
    files: ["engine/demand/mixed-logit/wake.ts", "engine/demand/mixed-logit/choose.ts"],
    parameters: ["demand.entry", "demand.fixedCost", "demand.segments.*.adoption"],
    off: (s) => editDemand(s, () => ({ entry: false })),
  },
  {
    id: "M-10",
    title: { en: "Product-market fit", zh: "产品与需求的匹配" },
    claim: {
      en: "Zhang Yi: where a product does not yet fit the need, it cuts to win users.",
      zh: "张毅：产品与需求尚未匹配时，靠降价争取更多用户。",
    },
    files: ["engine/demand/offers.ts", "engine/research/fit.ts"],
    parameters: ["products.*.fit", "products.*.fitRate"],
    off: (s) => editProducts(s, () => ({ fit: {} })),
  },
  {
    id: "M-11",
    title: { en: "Keeping users", zh: "留住用户" },
    claim: { en: "Zhang Yi: cuts also keep the users one has.", zh: "张毅：降价也是为了留住老用户。" },
    files: ["engine/demand/mixed-logit/choose.ts", "engine/demand/mixed-logit/choose-reference.ts"],
    parameters: ["demand.segments.*.switching", "demand.loyalty", "demand.segments.*.multihoming"],
    off: (s) => editSegments(s, () => ({ switching: { mean: 0, sd: 0 } })),
  },
  {
    id: "M-16",
    title: { en: "Free tiers and new-user credits", zh: "免费档与新用户额度" },
    claim: {
      en: "The article: some models are free, and new users get a free quota.",
      zh: "报道：部分模型免费，并向新用户赠送额度。",
    },
    files: [
      "engine/demand/mixed-logit/volume.ts",
      "engine/demand/mixed-logit/bonus.ts",
      "engine/events/credits.ts",
      "engine/events/allowance.ts",
    ],
    parameters: ["products.*.free", "vendors.*.credits", "events: credits", "events: allowance"],
    off(s) {
      const unlimited = editProducts(s, () => ({ free: undefined }));
      return dropEvents(
        editVendors(unlimited, () => ({ credits: { amount: 0, from: null } })),
        "credits",
        "allowance",
      );
    },
  },
  {
    id: "M-18",
    title: { en: "Bargaining and waiting", zh: "博弈与观望" },
    claim: {
      en: "Zhang Yi: users and vendors keep bargaining over price.",
      zh: "张毅：B 端和 C 端用户与厂商之间会持续博弈价格。",
    },
    files: [
      "engine/demand/mixed-logit/expectations.ts",
      "engine/demand/mixed-logit/wake.ts",
      "engine/demand/offers.ts",
    ],
    parameters: ["demand.segments.*.waiting", "demand.segments.*.discount", "demand.expectations"],
    off: (s) => editSegments(s, ({ discount }) => ({ waiting: 0, discount: { ...discount, base: 0, slope: 0 } })),
  },
  {
    id: "M-21",
    title: { en: "Applications and new channels", zh: "应用繁荣与新渠道" },
    claim: {
      en: "The article: price cuts are only the start; applications, AI phones and PCs, multimodality must follow.",
      zh: "报道：降价只是开始，还要靠应用繁荣、AI 手机、AI PC 和多模态。",
    },
    files: ["engine/events/channel.ts", "engine/demand/mixed-logit/population.ts"],
    parameters: ["events: channel", "demand.growth", "arenas"],
    off: (s) => dropEvents(s, "channel"),
  },
];
