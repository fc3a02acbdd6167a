import type { ParameterTable } from "../registry.ts";
import { strategy, tariffAt } from "./strategy.ts";

interface Memory {
  nextReview: number;
}

const parameters = {
  margin: { type: "number", unit: "1", default: 0.3, range: [-1, 0.95], label: { en: "Gross margin", zh: "毛利率" } },
  reviewDays: {
    type: "number",
    unit: "days",
    default: 30,
    range: [1, 730],
    label: { en: "Days between reviews", zh: "调价间隔（天）" },
  },
  tolerance: {
    type: "number",
    unit: "1",
    default: 0.05,
    range: [0, 1],
    label: { en: "Smallest change worth posting", zh: "最小调价幅度" },
  },
} as const satisfies ParameterTable;

export const costPlus = strategy({
  id: "cost-plus",
  label: { en: "Cost plus a margin", zh: "成本加成" },
  description: {
    en: "Prices at long-run unit cost plus a fixed gross margin: passes cost through and never fights.",
    zh: "按长期单位成本加固定毛利定价：成本降多少就让利多少，不打价格战。",
  },
  parameters,
  reasons: { cost: { en: "cost moved", zh: "成本变了" } },
  example: { margin: 0.3, reviewDays: 30 },
  remember: (): Memory => ({ nextReview: 0 }),
  decide(view, { margin, reviewDays, tolerance }, memory) {
    if (view.day < memory.nextReview) return [];
    memory.nextReview = view.day + reviewDays;
    return view.own
      .filter((p) => p.live && p.price > 0)
      .map((p) => ({ p, target: p.unitCost / (1 - margin) }))
      .filter(({ p, target }) => Math.abs(target / p.price - 1) >= tolerance)
      .map(({ p, target }) => ({ product: p.index, to: tariffAt(p, target), because: "cost" }));
  },
});
