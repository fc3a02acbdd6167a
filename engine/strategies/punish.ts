import type { ParameterTable, ValuesOf } from "../registry.ts";
import type { PublicProduct, View } from "../model/view.ts";
import type { TokenPrice } from "../price.ts";
import { band, ofTier } from "./parameters.ts";
import { comparable } from "./rivals.ts";
import { type Decision, tariffAt, type Reasons, strategy } from "./strategy.ts";

interface Memory {
  readonly focal: Record<string, TokenPrice>; // own prices it keeps
  readonly expected: Record<string, number>; // rivals' prices it takes for the agreed ones, blended
  readonly last: Record<string, number>; // what they were when it last looked
  until: number | null; // day the punishment ends
  forgivenUntil: number; // day up to which prices that are still low are let pass
}

const DEPTH = 1;

const parameters = {
  tolerance: {
    type: "number",
    unit: "1",
    default: 0.05,
    range: [0, 0.95],
    label: { en: "Cut of a rival that is let pass", zh: "对手降价多少以内不计较" },
  },
  periods: {
    type: "number",
    unit: "days",
    default: 28,
    range: [1, 10_000],
    label: { en: "Length of a punishment", zh: "惩罚持续多久（天）" },
  },
  depth: {
    type: "by-tier",
    unit: "1",
    default: { flagship: DEPTH, main: DEPTH, long: DEPTH, reasoning: DEPTH, lite: DEPTH },
    range: [0, 100],
    label: { en: "Price while punishing, over unit cost, by tier", zh: "惩罚期各档价格与成本之比" },
  },
  grace: {
    type: "number",
    unit: "days",
    default: 7,
    range: [0, 10_000],
    label: { en: "Days after a punishment for others to return", zh: "惩罚结束后给对手恢复原价的天数" },
  },
  band,
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

const reasons = {
  punish: { en: "punishes {x}", zh: "惩罚{x}" },
  return: { en: "punishment over: back to the focal price", zh: "惩罚期满，回到默契价" },
} as const satisfies Reasons;
type Reason = keyof typeof reasons;

/**
 * A vendor keeps its opening price as long as the others keep theirs. Who comes late out of a round of punishments is
 * not a new deviator: prices that are merely still low are let pass for a while.
 */
export const punish = strategy({
  id: "punish",
  label: { en: "Keep the price, punish cuts", zh: "守价与惩罚" },
  description: {
    en:
      "Keeps a focal price; whoever cuts is punished with prices at cost for a fixed time, then the " +
      "price returns (Friedman 1971; Green & Porter 1984).",
    zh: "守住约定俗成的价格；谁先降价，就以成本价惩罚一段时间，随后恢复原价（Friedman 1971；Green & Porter 1984）。",
  },
  parameters,
  reasons,
  example: { periods: "14 d", tolerance: 0.1 },
  remember: (view): Memory => ({
    focal: Object.fromEntries(view.own.map((p) => [p.id, p.tariff])),
    expected: {},
    last: {},
    until: null,
    forgivenUntil: -1,
  }),
  decide(view, parameters, memory) {
    const below = memory.until === null ? deviators(view, parameters, memory) : [];
    for (const r of view.rivals) {
      memory.expected[r.id] ??= r.price;
      memory.last[r.id] = r.price;
    }
    if (memory.until !== null && view.day >= memory.until) return giveBack(view, parameters, memory);
    const decisions = punishment(view, parameters, below);
    if (decisions.length > 0) memory.until = view.day + parameters.periods;
    return decisions;
  },
});

/** Rivals below their agreed prices: newly so, or still so after the grace. */
function deviators(view: View, { tolerance }: Parameters, memory: Memory): PublicProduct[] {
  const low = (r: PublicProduct) => r.price < (memory.expected[r.id] ?? 0) * (1 - tolerance);
  const counts = (r: PublicProduct) => view.day >= memory.forgivenUntil || r.price < (memory.last[r.id] ?? 0);
  return view.rivals.filter((r) => low(r) && counts(r));
}

/** The products that compete with a deviator go to the punishing price. */
function punishment(
  view: View,
  { depth, band: near }: Parameters,
  below: readonly PublicProduct[],
): Decision<Reason>[] {
  if (below.length === 0) return [];
  const ids = new Set(below.map((r) => r.id));
  return view.own
    .filter((p) => p.live && p.price > 0)
    .map((p) => ({
      p,
      price: p.unitCost * ofTier(depth, p.tier, DEPTH),
      by: comparable(view, p, near).find((r) => ids.has(r.id)),
    }))
    .filter(({ p, price, by }) => by !== undefined && price < p.price)
    .map(({ p, price, by }) => ({ product: p.index, to: tariffAt(p, price), because: `punish:${by!.id}` }));
}

function giveBack(view: View, { grace }: Parameters, memory: Memory): Decision<Reason>[] {
  memory.until = null;
  memory.forgivenUntil = view.day + grace;
  return view.own.filter((p) => p.live).map((p) => ({ product: p.index, to: memory.focal[p.id], because: "return" }));
}
