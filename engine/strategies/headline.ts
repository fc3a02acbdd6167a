import { exp, log } from "../math/elementary.ts";
import type { OwnProduct, PublicProduct, View } from "../model/view.ts";
import { blendAs, INPUT_WEIGHT, postable, type TokenPrice } from "../price.ts";
import { type Parameters, parameters, type Reason, reasons } from "./headline-parameters.ts";
import { atMargin, ofTier } from "./parameters.ts";
import { comparable } from "./rivals.ts";
import { type Decision, strategy, tariffAt } from "./strategy.ts";
import { rebase, startWatching, type Watch } from "./watch.ts";

interface Memory {
  readonly watch: Record<string, Watch>;
  readonly launched: Record<string, boolean>;
  readonly answered: Record<string, boolean>; // by product, whether it has answered before
  readonly posted: Record<string, number>; // its headline as last seen
  known: string[]; // products seen on the market so far
  rounds: number; // second rounds so far
  moved: number; // day of its last move
}

/** A product of its own beside the record: the lowest comparable headline at equal quality. */
interface Look {
  readonly p: OwnProduct;
  readonly rivals: readonly PublicProduct[]; // comparable
  readonly holder: PublicProduct; // of the record
  readonly record: number; // [money/Mtok, or by the meter]
  readonly offset: number;
  readonly gap: number; // of its headline over the record [ln]
}

export const headline = strategy({
  id: "headline",
  label: { en: "Answer the headline", zh: "回应头条价" },
  description: {
    en:
      "Answers a new low of the headline (input) price at equal quality, after a lag: in part on flagships, further " +
      "off them, not under expected cost; the output price keeps what the headline need not give up. Large vendors " +
      "come back for a second round.",
    zh: "同等质量的头条价（输入价）创出新低后，隔一段时间回应：旗舰只让一部分，其余让得更多，不低于预期成本；头条之外的部分留在输出价里。份额大的厂商之后还会再来一轮。",
  },
  parameters,
  reasons,
  example: { lag: "5 d", challenger: 1 },

  remember(view, parameters): Memory {
    const memory: Memory = {
      watch: {},
      launched: {},
      answered: {},
      posted: {},
      known: view.rivals.map((r) => r.id),
      rounds: 0,
      moved: Infinity,
    };
    for (const p of view.own) {
      const look = lookAt(view, p, parameters);
      memory.watch[p.id] = startWatching(look?.gap ?? -Infinity, look?.rivals ?? []);
      memory.launched[p.id] = p.live;
      memory.posted[p.id] = headlineOf(p, p.tariff);
    }
    return memory;
  },

  decide(view, parameters, memory) {
    if (parameters.strength === 0) return [];
    const round = comesBack(view, parameters, memory);
    const decisions: Decision<Reason>[] = [];
    for (const p of view.own) {
      const decision = decideOn(view, p, parameters, memory, round);
      memory.launched[p.id] ||= p.live;
      memory.posted[p.id] = headlineOf(p, decision?.to ?? p.tariff);
      if (decision) decisions.push(decision);
    }
    if (decisions.length > 0) memory.moved = view.day;
    if (decisions.some(({ because }) => because.startsWith("round"))) memory.rounds++;
    getToKnow(view, memory);
    return decisions;
  },
});

function decideOn(
  view: View,
  p: OwnProduct,
  parameters: Parameters,
  memory: Memory,
  round: boolean,
): Decision<Reason> | null {
  const watch = memory.watch[p.id];
  const look = lookAgainAt(view, p, parameters, memory);
  rebase({ view, known: memory.known, rivals: look?.rivals ?? [] }, look?.gap ?? -Infinity, watch);
  if (!look || !p.live || p.price === 0) return null;
  if (headlineOf(p, p.tariff) < memory.posted[p.id]) settle(view, look, memory);
  const isNew = !memory.launched[p.id];
  if (watch.due === null && look.gap - watch.accepted > parameters.threshold)
    watch.due = isNew ? view.day : dueDay(view, parameters);
  if (view.day < parameters.fromDay) {
    if (watch.due !== null && view.day >= watch.due) accept(look, watch);
    return null;
  }
  const due = watch.due !== null && view.day >= watch.due;
  if (!due && !(round && watch.due === null)) return null;
  const aim = due && !memory.answered[p.id] ? parameters.aim : 0;
  if (due) watch.due = null;
  const to = givesAway(view, look, parameters) ? FREE : cut(look, parameters, part(p, parameters, !due), aim);
  if (!to) return null;
  memory.answered[p.id] = true;
  watch.accepted = gapOf(look, headlineOf(p, to));
  if (to === FREE) return { product: p.index, to, because: "free" };
  return { product: p.index, to, because: `${due ? (isNew ? "launch" : "headline") : "round"}:${look.holder.id}` };
}

/** What was seen to go unanswered is lived with. */
function accept({ gap }: Look, watch: Watch): void {
  watch.accepted = gap;
  watch.due = null;
}

/** A cut that an event made is an answer of its own, or a second round where there was one before. */
function settle(view: View, look: Look, memory: Memory): void {
  const { id } = look.p;
  if (memory.answered[id] && memory.moved < view.day) memory.rounds++;
  accept(look, memory.watch[id]);
  memory.answered[id] = true;
  memory.moved = view.day;
}

/** What was made of a list of rivals: most days nobody moves, and it is the same list. */
interface Glance {
  readonly rivals: View["rivals"];
  readonly looks: Map<string, { readonly at: TokenPrice; readonly lnQuality: number; readonly look: Look | null }>;
  known: boolean; // whether all of them are in the memory
}

const glances = new WeakMap<Memory, Glance>();

function glanceOf({ rivals }: View, memory: Memory): Glance {
  let glance = glances.get(memory);
  if (glance?.rivals !== rivals) glances.set(memory, (glance = { rivals, looks: new Map(), known: false }));
  return glance;
}

function getToKnow(view: View, memory: Memory): void {
  const glance = glanceOf(view, memory);
  if (glance.known) return;
  for (const { id } of view.rivals) if (!memory.known.includes(id)) memory.known.push(id);
  glance.known = true;
}

/** As `lookAt`; the last look stands while neither the rivals nor the product moved. Trust moves by itself. */
function lookAgainAt(view: View, p: OwnProduct, parameters: Parameters, memory: Memory): Look | null {
  if (parameters.trust !== 0) return lookAt(view, p, parameters);
  const { looks } = glanceOf(view, memory);
  const kept = looks.get(p.id);
  const { input, output } = p.tariff;
  if (kept && kept.lnQuality === p.lnQuality && kept.at.input === input && kept.at.output === output)
    return kept.look && ofProduct(kept.look, p);
  const look = lookAt(view, p, parameters);
  looks.set(p.id, { at: p.tariff, lnQuality: p.lnQuality, look });
  return look;
}

const ofProduct = ({ rivals, holder, record, offset, gap }: Look, p: OwnProduct): Look => ({
  p,
  rivals,
  holder,
  record,
  offset,
  gap,
});

const FREE: TokenPrice = { input: 0, output: 0 };

const headlineOf = ({ meter }: PublicProduct, tariff: TokenPrice): number =>
  meter === "token" ? tariff.input : blendAs(meter, tariff);

/** Null where nothing compares. Small sums stop to matter in tokens' prices alone: a month's are not small. */
function lookAt(view: View, p: OwnProduct, { band, trust, offset }: Parameters): Look | null {
  const rivals = comparable(view, p, band, trust);
  if (rivals.length === 0) return null;
  let [holder, record] = [rivals[0], Infinity];
  for (const r of rivals) {
    const atPar = headlineOf(r, r.tariff) * Math.min(1, exp(p.lnQuality - r.lnQuality));
    if (atPar < record) [holder, record] = [r, atPar];
  }
  const look = { p, rivals, holder, record, offset: p.meter === "token" ? offset : 0 };
  return { ...look, gap: gapOf(look, headlineOf(p, p.tariff)) };
}

const gapOf = ({ record, offset }: Pick<Look, "record" | "offset">, price: number): number =>
  log((price + offset) / (record + offset));

/** One lag for all products of a vendor that are called on the same day: announcements come together. */
const dueDay = (view: View, { lag, lagSpread }: Parameters): number =>
  view.day + Math.round(lag * (1 + lagSpread * (2 * view.draw("lag") - 1)));

/** Who has answered comes back the sooner, the larger the part of the market that it has to defend. */
function comesBack(view: View, { returns, returnDays, rest, fromDay }: Parameters, memory: Memory): boolean {
  if (memory.rounds >= returns || view.day < Math.max(fromDay, memory.moved + rest)) return false;
  const { tokenShare } = view;
  const days = tokenShare < 1 ? (returnDays * (1 - tokenShare)) / tokenShare : 0;
  return view.draw("round") < 1 - exp((-7 * view.dt) / days);
}

/** Part of the gap that an answer closes: off the flagship all of it by a challenger, or in a second round. */
function part(p: OwnProduct, { passThrough, challenger, strength }: Parameters, secondRound: boolean): number {
  const tier = ofTier(passThrough, p.tier, 1);
  const rest = p.tier === "flagship" ? 0 : Math.max(0, 1 - tier);
  return Math.min(1, strength * (tier + (secondRound ? 1 : challenger) * rest));
}

/** A record that is almost nothing leaves no light tier to sell. */
const givesAway = (view: View, { p, record }: Look, { free, freeBelow }: Parameters): boolean =>
  p.meter === "token" && p.tier === "lite" && record < freeBelow && view.draw(`free/${p.id}`) < free;

/**
 * The list after closing `share` of the gap, `aim` beside it: the headline goes down, the output price takes the
 * record holder's ratio, or more where the two would not bring what a token is expected to cost in a year. Null where
 * the cut is not worth announcing.
 */
function cut(look: Look, parameters: Parameters, share: number, aim: number): TokenPrice | null {
  const { p, gap, offset, holder } = look;
  const now = headlineOf(p, p.tariff);
  const aimed = Math.max((now + offset) * exp(-share * Math.max(0, gap)) * (1 + aim) - offset, 0);
  const floor = atMargin(p.unitCost * exp(-parameters.expectedFall), parameters.marginFloor);
  const most = now * (1 - parameters.leastCut);
  if (p.meter !== "token") return Math.max(aimed, floor) <= most ? tariffAt(p, Math.max(aimed, floor)) : null;
  const ratio = holder.tariff.input > 0 ? holder.tariff.output / holder.tariff.input : 1;
  const covering = (floor - INPUT_WEIGHT * aimed) / (1 - INPUT_WEIGHT);
  const output = Math.min(p.tariff.output, Math.max(ratio * aimed, covering));
  const input = Math.max(aimed, (floor - (1 - INPUT_WEIGHT) * output) / INPUT_WEIGHT);
  return input <= most ? { input: postable(input), output: postable(output) } : null;
}
