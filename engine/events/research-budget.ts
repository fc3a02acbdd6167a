import { type Shock, vendor, vendorOf } from "./event-kind.ts";

/** M-20. */
export const researchBudget: Shock = {
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
    if (vendors[String(id)].research !== null) return null;
    return {
      en: `${String(id)} has no research plan: give vendors.${String(id)}.research`,
      zh: `${String(id)} 没有研发计划：请先给出 vendors.${String(id)}.research`,
    };
  },
  apply(model, market, event) {
    const { research } = market.vendors[vendorOf(model, event)];
    if (research) research.base = event.spend as number;
  },
};
