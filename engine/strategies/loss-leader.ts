import { type Decision, type Strategy } from "./strategy.ts";
import { scaled } from "../price.ts";

type Parameters = {
  readonly fromDay: number;
  readonly bait: string;
  readonly baitPrice: number;
  readonly markup: number;
};

interface Memory {
  done: boolean;
}

export const lossLeader: Strategy<Parameters, Memory> = {
  id: "loss-leader",
  label: { en: "Loss leader", zh: "引流款" },
  description: {
    en: "Gives one tier away to win developers and earns on the others at a markup over cost (Lal & Matutes 1994).",
    zh: "拿一档产品免费或极低价引流，靠其余档位按成本加价赚回来（Lal & Matutes 1994）。",
  },
  parameters: {
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
  },
  example: { bait: "lite", baitPrice: 0, markup: 1 },
  remember: () => ({ done: false }),
  decide(view, { fromDay, bait, baitPrice, markup }, memory) {
    if (memory.done || view.day < fromDay) return [];
    memory.done = true;
    return view.own
      .filter((p) => p.live && p.price > 0)
      .map((p): Decision => {
        const target = p.tier === bait ? p.unitCost * baitPrice : p.unitCost * (1 + markup);
        return {
          product: p.index,
          to: scaled(p.tariff, target / p.price),
          because: p.tier === bait ? "bait" : "markup",
        };
      });
  },
};
