import { eventKind, vendor, vendorOf } from "./event-kind.ts";

/** M-20. */
export const researchBudget = eventKind({
  id: "research-budget",
  label: { en: "Research budget", zh: "研发预算" },
  description: {
    en: "From this date a vendor's research budget, at a margin of zero and no uncertainty, is this much.",
    zh: "自该日起，厂商在毛利率为零、无不确定性时的研发预算改为此数。",
  },
  parameters: {
    vendor,
    spend: { type: "number", unit: "money/week", range: [0, 1e12], label: { en: "Budget", zh: "预算" } },
  },
  example: { vendor: "zhipu", spend: 1e7 },
  problem({ vendors }, { vendor: id }) {
    if (vendors[id].research !== null) return null;
    return {
      en: `${id} has no research plan: give vendors.${id}.research`,
      zh: `${id} 没有研发计划：请先给出 vendors.${id}.research`,
    };
  },
  apply(model, market, event) {
    const { research } = market.vendors[vendorOf(model, event)];
    if (research) research.base = event.spend;
  },
});
