import type { ParameterTable, ValuesOf } from "../registry.ts";
import { exp, log } from "../math/elementary.ts";
import { type OwnProduct, type PublicProduct, type View } from "../model/view.ts";
import { band } from "./parameters.ts";
import { cheapest, comparable } from "./rivals.ts";
import { type Decision, type Reasons, strategy, tariffAt } from "./strategy.ts";
import { gap, rebase, type Seen, startWatching, type Watch } from "./watch.ts";
import { blendAs } from "../price.ts";

interface Memory {
  readonly watch: Record<string, Watch>;
  known: string[]; // products seen on the market so far
}

const parameters = {
  band,
  threshold: {
    type: "number",
    unit: "1",
    default: 0.4,
    range: [0, 5],
    label: { en: "Gap that calls for an answer (ln)", zh: "触发反应的价差（ln）" },
  },
  strength: {
    type: "number",
    unit: "1",
    default: 1,
    range: [0, 2],
    label: { en: "Reaction strength", zh: "反应力度" },
  },
  passThrough: {
    type: "by-tier",
    unit: "1",
    default: { flagship: 0.5, main: 0.75, long: 1, reasoning: 0.75, lite: 1 },
    range: [0, 2],
    label: { en: "Part of the gap closed, by tier", zh: "各档弥补价差的比例" },
  },
  tierDelay: {
    type: "by-tier",
    unit: "days",
    default: { flagship: 14 },
    range: [0, 730],
    label: { en: "Further delay by tier", zh: "各档额外延迟（天）" },
  },
  lag: {
    type: "number",
    unit: "days",
    default: 14,
    range: [0, 730],
    label: { en: "Reaction lag", zh: "反应时滞（天）" },
  },
  lagSpread: {
    type: "number",
    unit: "1",
    default: 0.2,
    range: [0, 1],
    label: { en: "Spread of the lag (±)", zh: "时滞的波动（±）" },
  },
  target: {
    type: "number",
    unit: "1",
    default: 0,
    range: [-0.95, 5],
    label: { en: "Aim relative to the rival", zh: "相对对手的目标价差" },
  },
  offset: {
    type: "number",
    unit: "money/Mtok",
    default: 0.2,
    range: [1e-6, 100],
    label: { en: "Price below which differences stop mattering", zh: "低于此价差异不再重要" },
  },
  leastCut: {
    type: "number",
    unit: "1",
    default: 0.1,
    range: [0, 1],
    label: { en: "Smallest cut worth announcing", zh: "值得宣布的最小降幅" },
  },
  marginFloor: {
    type: "number",
    unit: "1",
    default: -0.4,
    range: [-20, 0.95],
    label: { en: "Lowest gross margin accepted", zh: "可接受的最低毛利率" },
  },
  reviewDays: {
    type: "number",
    unit: "days",
    default: 300,
    range: [1, 100_000],
    label: { en: "Days between slow reviews (mean)", zh: "慢速复核的平均间隔（天）" },
  },
  reviewShare: {
    type: "number",
    unit: "1",
    default: 0.25,
    range: [0, 1],
    label: { en: "Part of the rest a review closes", zh: "每次复核弥补余差的比例" },
  },
  freeBelow: {
    type: "number",
    unit: "money/Mtok",
    default: 1.2,
    range: [0, 1e6],
    label: { en: "Rival price below which the lite tier may go free", zh: "对手低于此价时轻量档可能免费" },
  },
  freeHazard: {
    type: "number",
    unit: "1/week",
    default: 0,
    range: [0, 1000],
    label: { en: "Readiness to go free", zh: "免费的意愿（每周）" },
  },
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

const reasons = {
  gap: { en: "{x} had become too cheap to ignore", zh: "{x}已便宜到不能不跟" },
  free: { en: "a light tier given away: rivals are almost free", zh: "对手已近免费，轻量档干脆免费" },
  review: { en: "its regular review closed part of the gap left before", zh: "定期复核，补上之前留下的部分差价" },
} as const satisfies Reasons;
type Reason = keyof typeof reasons;

/**
 * Follows rivals, but only when the gap to the cheapest comparable one grows past what it has accepted so far.
 * Matching the cheapest comparable outright would start a war with no trigger; with an accepted premium there is none.
 */
export const follow = strategy({
  id: "follow",
  label: { en: "Follow", zh: "跟进" },
  description: {
    en:
      "Answers a rival's cut after a lag, entry tier first, passing on part of the gap that has " +
      "opened, down to a margin floor.",
    zh: "对手降价后隔一段时间跟进，先动入门档，按比例弥补新拉开的差距，但不跌破毛利底线。",
  },
  parameters,
  reasons,
  example: { lag: "5 d", freeHazard: 0.5 },

  remember(view, parameters): Memory {
    const watch: Record<string, Watch> = {};
    for (const p of view.own) {
      const rivals = comparable(view, p, parameters.band);
      watch[p.id] = startWatching(gap(p.price, rivals, ofMeter(p, parameters)), rivals);
    }
    return { watch, known: view.rivals.map((r) => r.id) };
  },

  decide(view, parameters, memory) {
    if (parameters.strength === 0) return [];
    const decisions: Decision<Reason>[] = [];
    for (const p of view.own) {
      if (!p.live || p.price === 0) continue;
      const watch = memory.watch[p.id];
      const seen = { view, known: memory.known, rivals: comparable(view, p, parameters.band) };
      const own = ofMeter(p, parameters);
      rebase(seen, gap(p.price, seen.rivals, own), watch);
      const decision = answer(seen, p, own, watch);
      if (decision) decisions.push(decision);
    }
    for (const { id } of view.rivals) if (!memory.known.includes(id)) memory.known.push(id);
    return decisions;
  },
});

/** Sums that are small, and prices near nothing, are told of tokens alone: of a month's price they say nothing. */
const ofMeter = (p: OwnProduct, parameters: Parameters): Parameters =>
  p.meter === "token" ? parameters : { ...parameters, offset: 0, freeBelow: 0 };

function answer({ view, rivals }: Seen, p: OwnProduct, parameters: Parameters, watch: Watch): Decision<Reason> | null {
  if (rivals.length === 0) return null;
  const opened = gap(p.price, rivals, parameters) - watch.accepted;
  const because = cheapest(rivals).id;
  if (watch.due === null && opened > parameters.threshold) watch.due = dueDay(view, p, parameters);
  if (watch.due !== null && view.day >= watch.due) {
    watch.due = null;
    const cut = passOn(p, parameters, opened);
    if (cut) return post(view, p, parameters, watch, cut, `gap:${because}`);
  }
  if (goesFree(view, p, parameters, watch, rivals))
    return { product: p.index, to: { input: 0, output: 0 }, because: "free" };
  return review(view, p, parameters, watch);
}

/** One lag for all products of a vendor that are called on the same day: announcements come together. */
function dueDay(view: View, p: OwnProduct, { lag, lagSpread, tierDelay }: Parameters): number {
  const spread = 1 + lagSpread * (2 * view.draw("lag") - 1);
  return view.day + Math.round(lag * spread + (tierDelay[p.tier] ?? 0));
}

interface Cut {
  readonly price: number; // new blended price
  readonly closed: number; // part of the gap it closes [ln]
  readonly left: number; // part it leaves open [ln]
}

function passOn(p: OwnProduct, parameters: Parameters, opened: number): Cut | null {
  const share = Math.min(1, (parameters.passThrough[p.tier] ?? 1) * parameters.strength);
  if (opened <= 0 || share === 0) return null;
  return cutBy(p, parameters, share * opened - log(1 + parameters.target), opened * (1 - share));
}

/** The price `down` log points below, not under the margin floor, and only if worth announcing. */
function cutBy(p: OwnProduct, { offset, marginFloor, leastCut }: Parameters, down: number, left: number): Cut | null {
  const floor = p.unitCost / (1 - marginFloor);
  const price = Math.max((p.price + offset) * exp(-down) - offset, floor, 0);
  return price <= p.price * (1 - leastCut) ? { price, closed: down, left } : null;
}

function post(
  view: View,
  p: OwnProduct,
  parameters: Parameters,
  watch: Watch,
  cut: Cut,
  because: Decision<Reason>["because"],
): Decision<Reason> {
  const to = tariffAt(p, cut.price);
  watch.accepted = gap(blendAs(p.meter, to), comparable(view, p, parameters.band), parameters);
  watch.owed += cut.left;
  return { product: p.index, to, because };
}

function goesFree(
  view: View,
  p: OwnProduct,
  parameters: Parameters,
  watch: Watch,
  rivals: readonly PublicProduct[],
): boolean {
  if (p.tier !== "lite" || parameters.freeHazard === 0 || watch.due !== null) return false;
  if (cheapest(rivals).price >= parameters.freeBelow || watch.accepted === -Infinity) return false;
  return view.draw(`free/${p.id}`) < 1 - exp(-parameters.freeHazard * view.dt);
}

/** Now and then a vendor closes part of what it left open. */
function review(view: View, p: OwnProduct, parameters: Parameters, watch: Watch): Decision<Reason> | null {
  if (watch.owed <= 0 || watch.due !== null) return null;
  if (view.draw(`review/${p.id}`) >= 1 - exp((-7 * view.dt) / parameters.reviewDays)) return null;
  const down = parameters.reviewShare * watch.owed;
  const cut = cutBy(p, parameters, down, -down);
  return cut && post(view, p, parameters, watch, cut, "review");
}
