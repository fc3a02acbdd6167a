import type { ParameterTable } from "../registry.ts";
import { manner, reviewDays } from "./parameters.ts";
import { posted, replies } from "./reply.ts";
import { strategy } from "./strategy.ts";

interface Memory {
  nextReview: number;
}

const parameters = { reviewDays: reviewDays(30), ...manner } as const satisfies ParameterTable;

/** Solves a pricing problem at each review: the cadence is what keeps a run fast. */
export const bestResponse = strategy({
  id: "best-response",
  label: { en: "Best response", zh: "最优反应" },
  description: {
    en:
      "Sets all its prices to what earns most given rivals' prices and its estimate of demand " +
      "(Bertrand 1883; Nash 1950); the weight of share in its conduct counts as profit (Fershtman & " +
      "Judd 1987).",
    zh: "按对手现价和自己的需求估计，把全部产品一并定在利润最高处（Bertrand 1883；Nash 1950）；若看重份额，份额也折算成利润（Fershtman & Judd 1987）。",
  },
  parameters,
  reasons: { "best-response": { en: "most profitable at rivals' prices", zh: "按对手现价，这样最赚钱" } },
  example: { reviewDays: "14 d", error: 0.1 },
  remember: (): Memory => ({ nextReview: 0 }),
  decide(view, parameters, memory) {
    if (view.day < memory.nextReview) return [];
    memory.nextReview = view.day + parameters.reviewDays;
    return replies(view, () => view.shareWorth).flatMap((r) => posted(view, r, parameters, "best-response"));
  },
});
