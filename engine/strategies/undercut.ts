import type { ParameterTable, ValuesOf } from "../registry.ts";
import type { OwnProduct, View } from "../model/view.ts";
import { atMargin, band, marginFloor, ofTier, tolerance } from "./parameters.ts";
import { cheapest, comparable } from "./rivals.ts";
import { type Decision, tariffAt, type Reasons, strategy } from "./strategy.ts";

/** Since when each product has been beaten at its floor [day]. */
interface Memory {
  readonly beaten: Record<string, number>;
}

const STEP = 0.02;

const parameters = {
  step: {
    type: "by-tier",
    unit: "1",
    default: { flagship: STEP, main: STEP, long: STEP, reasoning: STEP, lite: STEP },
    range: [0, 0.95],
    label: { en: "Step below the rival, by tier", zh: "各档比对手低多少" },
  },
  band,
  marginFloor: marginFloor(0),
  tolerance: tolerance(0.01),
  raises: {
    type: "boolean",
    default: false,
    label: { en: "Follows the rival up as well", zh: "对手涨价时也跟涨" },
  },
  relentAfter: {
    type: "number",
    unit: "days",
    default: 0,
    range: [0, 10_000],
    label: { en: "Days beaten at the floor before it relents (0: never)", zh: "守底线多少天后回调（0 为从不）" },
  },
  relentTo: {
    type: "number",
    unit: "1",
    default: 2,
    range: [1, 1000],
    label: { en: "Price it relents to, over the floor", zh: "回调到底线价的几倍" },
  },
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

const reasons = {
  undercut: { en: "to lie below {x}", zh: "压过{x}" },
  relent: { en: "the floor is reached: back up", zh: "触底，回调" },
} as const satisfies Reasons;
type Reason = keyof typeof reasons;

export const undercut = strategy({
  id: "undercut",
  label: { en: "Undercut", zh: "压价" },
  description: {
    en:
      "Stays a step below the cheapest comparable rival, down to a margin floor (Bertrand 1883); may " +
      "relent at the floor and start another round (Edgeworth 1925; Maskin & Tirole 1988).",
    zh: "始终比最便宜的同类对手再低一步，直到毛利底线（Bertrand 1883）；跌到底线后可以回调，再打下一轮（Edgeworth 1925；Maskin & Tirole 1988）。",
  },
  parameters,
  reasons,
  example: { step: { lite: 0.05 }, marginFloor: -0.1 },
  remember: (): Memory => ({ beaten: {} }),
  decide: (view, parameters, memory) =>
    view.own
      .filter((p) => p.live && p.price > 0)
      .map((p) => step(view, p, parameters, memory))
      .filter((d) => d !== null),
});

function step(view: View, p: OwnProduct, parameters: Parameters, { beaten }: Memory): Decision<Reason> | null {
  const rivals = comparable(view, p, parameters.band);
  if (rivals.length === 0) return null;
  const least = cheapest(rivals);
  const aim = least.price * (1 - ofTier(parameters.step, p.tier, STEP));
  const floor = Math.max(0, atMargin(p.unitCost - view.shareWorth * p.perSale, parameters.marginFloor));
  if (relents(view, p, parameters, { beaten, isBeaten: aim < floor && p.price <= floor * 1.01 })) {
    return { product: p.index, to: tariffAt(p, floor * parameters.relentTo), because: "relent" };
  }
  const price = Math.max(aim, floor);
  const changes = Math.abs(price / p.price - 1) >= parameters.tolerance;
  const to = changes && (price < p.price || parameters.raises) ? tariffAt(p, price) : p.tariff;
  return to.input === p.tariff.input && to.output === p.tariff.output
    ? null
    : { product: p.index, to, because: `undercut:${least.id}` };
}

/** Whether a price that has been beaten at its floor for long enough goes up to start another round. */
function relents(
  view: View,
  p: OwnProduct,
  { relentAfter }: Parameters,
  { beaten, isBeaten }: { beaten: Memory["beaten"]; isBeaten: boolean },
): boolean {
  if (!isBeaten) {
    delete beaten[p.id];
    return false;
  }
  beaten[p.id] ??= view.day;
  return relentAfter > 0 && view.day - beaten[p.id] >= relentAfter;
}
