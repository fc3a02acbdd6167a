import type { ParameterTable, ValuesOf } from "../registry.ts";
import { exp, pow } from "../math/elementary.ts";
import type { OwnProduct, View } from "../model/view.ts";
import { manner, reviewDays } from "./parameters.ts";
import { posted, replies } from "./reply.ts";
import { strategy } from "./strategy.ts";

interface Memory {
  nextReview: number;
}

const parameters = {
  reviewDays: reviewDays(30),
  learning: {
    type: "number",
    unit: "1",
    default: 0.12,
    range: [0, 2],
    label: { en: "Learning exponent it expects", zh: "它所估计的学习指数 b" },
  },
  behind: {
    type: "number",
    unit: "Mtok",
    default: 1e7,
    range: [1e-9, 1e15],
    label: { en: "Tokens of experience at the start", zh: "起点已有的累计 token" },
  },
  lockIn: {
    type: "number",
    unit: "1",
    default: 0,
    range: [0, 1],
    label: { en: "Part of customers who stay whatever the price", zh: "被锁定、不因价格离开的客户比例" },
  },
  churn: {
    type: "number",
    unit: "1/week",
    default: 0.02,
    range: [0, 10],
    label: { en: "Rate at which they leave all the same", zh: "锁定客户的流失率（每周）" },
  },
  discount: {
    type: "number",
    unit: "1/year",
    default: 0.1,
    range: [0, 10],
    label: { en: "Discount rate", zh: "贴现率（每年）" },
  },
  ...manner,
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

/**
 * Prices as a myopic vendor of lower cost would: a Mtok sold today also brings experience, which lowers all later cost,
 * and customers who stay. Both are worth less as the end draws near and as experience accumulates, so it starts below a
 * myopic rival and ends level with it.
 */
export const forwardLooking = strategy({
  id: "forward-looking",
  label: { en: "Forward-looking", zh: "着眼长远" },
  description: {
    en:
      "Best response with cost reduced by the shadow value of experience (Spence 1981) and of an " +
      "installed base that stays (Klemperer 1995).",
    zh: "按扣除“影子价值”后的成本作最优反应：今天多卖，积累经验能降低日后成本（Spence 1981），留住的客户日后还会付费（Klemperer 1995）。",
  },
  parameters,
  reasons: {
    "forward-looking": {
      en: "most profitable counting experience and customers who stay",
      zh: "把经验和留住的客户算上，这样最赚钱",
    },
  },
  example: { learning: 0.2, lockIn: 0.3, reviewDays: "60 d" },
  remember: (): Memory => ({ nextReview: 0 }),
  decide(view, parameters, memory) {
    if (view.day < memory.nextReview) return [];
    memory.nextReview = view.day + parameters.reviewDays;
    const worth = new Map(view.own.map((p) => [p.index, view.shareWorth + experienceWorth(view, p, parameters)]));
    if (parameters.lockIn > 0) {
      const stay = parameters.lockIn * weeksPerReview(view, parameters);
      // What a customer who stays will pay over cost is judged by today's most profitable price.
      for (const { p, best, cost } of replies(view))
        worth.set(p.index, worth.get(p.index)! + (stay * Math.max(0, best - cost)) / p.perSale);
    }
    return replies(view, (j) => worth.get(j) ?? 0).flatMap((r) => posted(view, r, parameters, "forward-looking"));
  },
});

const YEAR_WEEKS = 365 / 7;

/**
 * What one Mtok of experience saves until the end [money/Mtok], at today's volume q: the discounted integral of q b
 * c(t)/E(t), with E(t) = E + q t and c(t) = c (E/E(t))^b. Undiscounted it is c - c(T): Spence's rule, by which the cost
 * that counts is the last one. The midpoint rule in 64 steps.
 */
function experienceWorth({ daysLeft }: View, p: OwnProduct, { learning, behind, discount }: Parameters): number {
  const weeks = daysLeft / 7;
  const experience = behind + p.experience;
  if (learning === 0 || p.tokens === 0) return 0;
  const step = weeks / 64;
  let sum = 0;
  for (let k = 0; k < 64; k++) {
    const t = (k + 0.5) * step;
    const then = experience + p.tokens * t;
    const cost = (p.unitCost / p.perSale) * pow(experience / then, learning);
    sum += (exp((-discount * t) / YEAR_WEEKS) * p.tokens * learning * cost * step) / then;
  }
  return sum;
}

/** Later weeks a customer gained now pays for, over the weeks that its present volume is sold for. */
function weeksPerReview({ daysLeft }: View, { churn, discount, reviewDays: days }: Parameters): number {
  const rate = churn + discount / YEAR_WEEKS;
  const left = Math.max(0, daysLeft - days) / 7;
  const later = rate > 0 ? (1 - exp(-rate * left)) / rate : left;
  return (later * 7) / days;
}
