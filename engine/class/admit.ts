import { isOver } from "../game/index.ts";
import { type BadDecision, cleanDecisions, cleanName, isBad } from "./clean.ts";
import { dealt, emptiest, placesOf } from "./deal.ts";
import type { ClassEvent, Place } from "./events.ts";
import { armOf, MAX_MARKETS, MAX_PLAYERS, REVEALS, type Reveal, type Show, SHOWS } from "./plan.ts";
import { type ClassState, roundsPlayed } from "./state.ts";

/** Why something asked for is not done; the asker's page says it in words. */
export type Refusal = {
  readonly no: "name" | "full" | "place" | "unknown" | "late" | "closed" | "bad" | "stage";
} & Partial<Pick<BadDecision, "bad" | "what">>;

type Answer = ClassEvent | Refusal;
export const isRefusal = (x: Answer): x is Refusal => "no" in x;

const isPlace = (state: ClassState, x: unknown): x is Place => {
  const { market, vendor } = (x ?? {}) as Partial<Place>;
  return placesOf(state.plan).some((p) => p.market === market && p.vendor === vendor);
};

/** A phone joins, at a seat of the vendor it picks or the emptiest one. */
export function join(
  state: ClassState,
  { player, key, name, vendor }: { player: string; key: string; name: unknown; vendor?: unknown },
  at: number,
): Answer {
  const clean = cleanName(name);
  if (clean === null) return { no: "name" };
  const players = Object.values(state.players);
  if (players.length >= MAX_PLAYERS) return { no: "full" };
  const seats = state.plan.setup.seats.map((s) => s.vendor);
  const picked = seats.find((v) => v === vendor);
  if (vendor !== undefined && picked === undefined) return { no: "place" };
  const taken = new Set(players.map((p) => p.name));
  let unique = clean;
  for (let n = 2; taken.has(unique); n++) unique = `${clean} ${n}`;
  return { kind: "join", at, player, key, name: unique, to: emptiest(state, picked) };
}

export interface Sent {
  readonly player: string;
  readonly page: string; // drawn by each page that opens: two of one phone count apart
  readonly sent: number; // counts up on the page, so that a message that comes twice or late is known
  readonly turn: number; // of the round it is for
  readonly decisions: unknown;
}

/** Whether this very message was the last taken: then it is only confirmed again. */
export const isLast = ({ players }: ClassState, { player, page, sent }: Sent): boolean =>
  sent === players[player]?.sent[page];

/** Whether a message from this page was taken that is as new or newer: then this one counts no more. */
export const isOld = ({ players }: ClassState, { player, page, sent }: Sent): boolean =>
  sent <= (players[player]?.sent[page] ?? 0);

/** A team decides. The seat is the sender's own, whatever a message says. */
export function decide(state: ClassState, { player, page, sent, turn, decisions }: Sent, at: number): Answer {
  const who = state.players[player];
  if (!who) return { no: "unknown" };
  if (!Number.isSafeInteger(sent) || sent < 1 || !/^[\w-]{1,16}$/.test(page))
    return { no: "bad", bad: "shape", what: "" };
  if (state.phase !== "deciding") return { no: "closed" };
  if (turn !== state.turn) return { no: "late" };
  const { market, vendor } = who.at;
  const { scenario } = armOf(state.plan, market);
  const clean = cleanDecisions(decisions, { scenario, vendor, levers: state.plan.levers });
  if (isBad(clean)) return { no: "bad", ...clean };
  return { kind: "decide", at, player, page, sent, market, vendor, decisions: clean };
}

/** What a teacher can ask for. Anything may come from a page: each part is looked at. */
export interface Order {
  readonly do: string;
  readonly [key: string]: unknown;
}

type Rule = (state: ClassState, order: Order, at: number) => Answer;

const when = (allowed: boolean, event: ClassEvent): Answer => (allowed ? event : { no: "stage" });
const running = ({ phase }: ClassState) => phase === "deciding";

const RULES: Readonly<Record<string, Rule>> = {
  next: (s, _o, at) => when(s.phase === "lobby" || s.phase === "results", { kind: "next", at }),
  undo: (s, _o, at) => when(roundsPlayed(s) > 0, { kind: "undo", at }),
  pause: (s, _o, at) => when(running(s) && s.paused === null, { kind: "pause", at }),
  resume: (s, _o, at) => when(running(s) && s.paused !== null, { kind: "resume", at }),
  extend: (s, { seconds }, at) =>
    isCount(seconds, 600) ? when(running(s), { kind: "extend", at, seconds }) : { no: "bad" },
  bot(s, { market, vendor, on }, at) {
    const place = { market, vendor };
    return isPlace(s, place) && typeof on === "boolean" ? { kind: "bot", at, ...place, on } : { no: "place" };
  },
  seat(s, { player, to }, at) {
    if (typeof player !== "string" || !Object.hasOwn(s.players, player)) return { no: "unknown" };
    return isPlace(s, to) ? { kind: "seat", at, player, to } : { no: "place" };
  },
  leave: (s, { player }, at) =>
    typeof player === "string" && Object.hasOwn(s.players, player) ? { kind: "leave", at, player } : { no: "unknown" },
  markets: (s, { markets }, at) =>
    isCount(markets, MAX_MARKETS) && markets > 0
      ? when(s.phase === "lobby", { kind: "markets", at, markets, deal: dealt(s, markets) })
      : { no: "bad" },
  set(_s, { show, talk, seconds }, at) {
    if (show !== undefined && !SHOWS.includes(show as Show)) return { no: "bad" };
    if (talk !== undefined && typeof talk !== "boolean") return { no: "bad" };
    if (seconds !== undefined && !isCount(seconds, 3600)) return { no: "bad" };
    return { kind: "set", at, ...(show !== undefined && { show: show as Show }), talk, seconds };
  },
  reveal: (s, { step }, at) =>
    REVEALS.includes(step as Reveal)
      ? when(s.phase === "over" || step === "nothing", { kind: "reveal", at, step: step as Reveal })
      : { no: "bad" },
};

const isCount = (x: unknown, most: number): x is number =>
  Number.isInteger(x) && (x as number) >= 0 && (x as number) <= most;

/** What the teacher asks for, but for closing a round: that needs bots, and with them a market's numbers. */
export const ordered: Rule = (state, order, at) =>
  Object.hasOwn(RULES, order.do) ? RULES[order.do](state, order, at) : { no: "bad" };

/** Whether a round is there to be closed. */
export const canClose = (state: ClassState): boolean => running(state) && !isOver(state.markets[0].session);
