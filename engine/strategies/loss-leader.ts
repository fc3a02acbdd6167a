import type { ParameterTable } from "../registry.ts";
import { strategy, tariffAt } from "./strategy.ts";

interface Memory {
  readonly posted: string[]; // products that have their price; one that launches later gets its own then
}

const parameters = {
  fromDay: {
    type: "number",
    unit: "days",
    default: 0,
    range: [0, 10_000],
    label: { en: "Day it starts", zh: "开始日（第几天）" },
  },
  bait: { type: "text", default: "lite", label: { en: "Tier given away", zh: "引流档位" } },
  baitPrice: {
    type: "number",
    unit: "1",
    default: 0,
    range: [0, 1],
    label: { en: "Price of the bait against cost", zh: "引流价与成本之比" },
  },
  markup: {
    type: "number",
    unit: "1",
    default: 0.5,
    range: [-0.9, 20],
    label: { en: "Markup of the other tiers over cost", zh: "其余档位的成本加价率" },
  },
} as const satisfies ParameterTable;

export const lossLeader = strategy({
  id: "loss-leader",
  label: { en: "Loss leader", zh: "引流款" },
  description: {
    en: "Gives one tier away to win developers and earns on the others at a markup over cost (Lal & Matutes 1994).",
    zh: "拿一档产品免费或极低价引流，靠其余档位按成本加价赚回来（Lal & Matutes 1994）。",
  },
  parameters,
  reasons: {
    bait: { en: "the bait of a loss leader", zh: "以亏本档引流" },
    markup: { en: "earns on what the bait leads to", zh: "靠引流之后的产品赚钱" },
  },
  example: { bait: "lite", baitPrice: 0, markup: 1 },
  remember: (): Memory => ({ posted: [] }),
  decide(view, { fromDay, bait, baitPrice, markup }, memory) {
    if (view.day < fromDay) return [];
    return view.own
      .filter((p) => p.live && p.price > 0 && !memory.posted.includes(p.id))
      .map((p) => {
        memory.posted.push(p.id);
        const target = p.tier === bait ? p.unitCost * baitPrice : p.unitCost * (1 + markup);
        return {
          product: p.index,
          to: tariffAt(p, target),
          because: p.tier === bait ? "bait" : "markup",
        };
      });
  },
});
