import type { ParameterTable, ValuesOf } from "../registry.ts";
import type { OwnProduct, View } from "../model/view.ts";
import { atMargin, fromDay, ofTier, reviewDays } from "./parameters.ts";
import { type Decision, tariffAt, type Reasons, strategy } from "./strategy.ts";

interface Memory {
  phase: "waiting" | "winning" | "harvesting";
  nextReview: number;
  readonly cut: string[]; // products already launched at, or cut to, their introductory price
}

const INTRO_MARGIN = -0.3;

const parameters = {
  fromDay,
  introMargin: {
    type: "by-tier",
    unit: "1",
    default: {
      flagship: INTRO_MARGIN,
      main: INTRO_MARGIN,
      long: INTRO_MARGIN,
      reasoning: INTRO_MARGIN,
      lite: INTRO_MARGIN,
    },
    range: [-100, 0.95],
    label: { en: "Gross margin while winning share, by tier", zh: "抢份额时各档的毛利率" },
  },
  targetShare: {
    type: "number",
    unit: "1",
    default: 0.2,
    range: [0, 1],
    label: { en: "Token share aimed at", zh: "目标 token 份额" },
  },
  patience: {
    type: "number",
    unit: "days",
    default: 730,
    range: [1, 10_000],
    label: { en: "Days after which it harvests whatever it has", zh: "最多等多少天就转入收割" },
  },
  harvestMargin: {
    type: "number",
    unit: "1",
    default: 0.4,
    range: [-1, 0.95],
    label: { en: "Gross margin it raises to", zh: "收割时的目标毛利率" },
  },
  raiseStep: {
    type: "number",
    unit: "1",
    default: 0.1,
    range: [0.001, 10],
    label: { en: "Largest rise of one review", zh: "每次最多涨多少" },
  },
  keepShare: {
    type: "number",
    unit: "1",
    default: 0.8,
    range: [0, 1],
    label: { en: "Part of the target share below which it stops raising", zh: "份额跌破目标的几成就停止涨价" },
  },
  reviewDays: reviewDays(30),
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

const reasons = {
  penetrate: { en: "buys share up to its target", zh: "以低价换份额，直到目标" },
  harvest: { en: "share reached: harvests", zh: "份额到手，开始收割" },
} as const satisfies Reasons;
type Reason = keyof typeof reasons;

export const penetration = strategy({
  id: "penetration",
  label: { en: "Penetration", zh: "渗透定价" },
  description: {
    en:
      "Cuts to win a share of the market, then raises step by step to harvest it (Dean 1950; bargain " +
      "then rip-off: Klemperer 1995).",
    zh: "先低价抢份额，达标后逐步提价收割（Dean 1950；“先让利、后收割”：Klemperer 1995）。",
  },
  parameters,
  reasons,
  example: { introMargin: { lite: -1 }, targetShare: 0.15, harvestMargin: 0.3 },
  remember: (): Memory => ({ phase: "waiting", nextReview: 0, cut: [] }),
  decide(view, parameters, memory) {
    if (memory.phase === "waiting" && view.day < parameters.fromDay) return [];
    if (memory.phase !== "harvesting") {
      memory.phase = "winning";
      const first = cuts(view, parameters, memory);
      if (first.length > 0) return first;
    }
    const enough = view.tokenShare >= parameters.targetShare || view.day >= parameters.fromDay + parameters.patience;
    if (memory.phase === "winning" && enough) memory.phase = "harvesting";
    if (memory.phase !== "harvesting" || view.day < memory.nextReview) return [];
    memory.nextReview = view.day + parameters.reviewDays;
    return view.tokenShare < parameters.keepShare * parameters.targetShare ? [] : rises(view, parameters);
  },
});

/** Each product once, the later launched when they are on sale. */
function cuts(view: View, { introMargin }: Parameters, memory: Memory): Decision<Reason>[] {
  const fresh = view.own.filter((p) => p.live && !memory.cut.includes(p.id));
  memory.cut.push(...fresh.map((p) => p.id));
  return fresh
    .map((p) => ({ p, price: atMargin(p.unitCost, ofTier(introMargin, p.tier, INTRO_MARGIN)) }))
    .filter(({ p, price }) => price < p.price)
    .map(({ p, price }) => ({ product: p.index, to: tariffAt(p, price), because: "penetrate" }));
}

function rises(view: View, { harvestMargin, raiseStep }: Parameters): Decision<Reason>[] {
  const goal = (p: OwnProduct) => atMargin(p.unitCost, harvestMargin);
  // What was free starts at one step of the way: a rise of nothing is nothing.
  const next = (p: OwnProduct) => Math.min(goal(p), p.price > 0 ? p.price * (1 + raiseStep) : goal(p) * raiseStep);
  return view.own
    .filter((p) => p.live && p.price < goal(p))
    .map((p) => ({ product: p.index, to: tariffAt(p, next(p)), because: "harvest" }));
}
