import { begin, closeRound, isOver, noteDecisions, played, type Session, undo } from "../game/index.ts";
import type { ClassEvent, EventKind, EventOf, Place } from "./events.ts";
import { type ClassPlan, type Reveal, setupOf, type Show } from "./plan.ts";

/** Waiting for people; deciding; looking at what came of it; over. */
export type Phase = "lobby" | "deciding" | "results" | "over";

export interface Player {
  readonly id: string;
  readonly name: string;
  readonly key: string; // hash of what the phone proves itself with
  readonly at: Place; // where they sit
  /** By page of the phone, the number of the last decision taken from it: what comes again or late is not above it. */
  readonly sent: Readonly<Record<string, number>>;
}

interface ClassMarket {
  readonly session: Session;
  readonly bots: Readonly<Record<string, boolean>>; // by vendor, where the teacher has said so
  readonly by: Readonly<Record<string, string>>; // who decided, by vendor: a player's id
  readonly botRounds: readonly (readonly string[])[]; // of each round played, the vendors a bot decided for
}

/** A class as its log leaves it: a fold over the events, so the same log is always the same class. */
export interface ClassState {
  readonly code: string;
  readonly boardKey: string;
  readonly plan: ClassPlan;
  readonly players: Readonly<Record<string, Player>>;
  readonly markets: readonly ClassMarket[];
  readonly phase: Phase;
  readonly turn: number; // rises whenever a round opens, closes or is undone: a message says which one it is for
  readonly until: number | null; // when the round closes by itself [ms since 1970]
  readonly paused: number | null; // what was left when the clock was stopped [ms]
  readonly show: Show;
  readonly talk: boolean;
  readonly seconds: number;
  readonly reveal: Reveal;
}

export const roundsPlayed = ({ markets }: ClassState): number => played(markets[0].session);

export const holders = ({ players }: ClassState, { market, vendor }: Place): Player[] =>
  Object.values(players).filter(({ at }) => at.market === market && at.vendor === vendor);

/** Whether a bot decides where nobody has: as the teacher says, else where nobody sits. */
export const botDecides = (state: ClassState, place: Place): boolean =>
  state.markets[place.market].bots[place.vendor] ?? holders(state, place).length === 0;

type Step<K extends EventKind> = (state: ClassState, event: EventOf<K>) => ClassState;

const STEPS: { readonly [K in Exclude<EventKind, "open">]: Step<K> } = {
  join: (s, { player, name, key, to }) => withPlayer(s, { id: player, name, key, at: to, sent: {} }),
  seat: (s, { player, to }) => withPlayer(s, { ...s.players[player], at: to }),
  leave(s, { player }) {
    const { [player]: _gone, ...players } = s.players;
    return { ...s, players };
  },
  markets(s, { markets, deal }) {
    const players = Object.values(s.players).map((p) => [p.id, { ...p, at: deal[p.id] ?? p.at }] as const);
    const plan = { ...s.plan, markets };
    return { ...s, plan, markets: emptyMarkets(plan), players: Object.fromEntries(players) };
  },
  decide(s, { player, page, sent, market, vendor, decisions }) {
    const markets = s.markets.map((m, k) =>
      k === market
        ? { ...m, session: noteDecisions(m.session, vendor, decisions), by: { ...m.by, [vendor]: player } }
        : m,
    );
    return withPlayer({ ...s, markets }, { ...s.players[player], sent: lastOf(s.players[player].sent, page, sent) });
  },
  next: (s, { at }) => opened(s, at),
  close(s, { bots }) {
    const markets = s.markets.map((m, k) => {
      const own = bots.filter(({ market }) => market === k);
      const noted = own.reduce((now, b) => noteDecisions(now, b.vendor, b.decisions), m.session);
      const botRounds = [...m.botRounds, own.map((b) => b.vendor)];
      return { ...m, session: closeRound(noted), by: {}, botRounds };
    });
    const phase = isOver(markets[0].session) ? "over" : "results";
    return { ...s, markets, phase, turn: s.turn + 1, until: null, paused: null };
  },
  undo(s, { at }) {
    const markets = s.markets.map((m) => ({
      ...m,
      session: undo(m.session),
      by: {},
      botRounds: m.botRounds.slice(0, -1),
    }));
    return opened({ ...s, markets, reveal: "nothing" }, at);
  },
  pause: (s, { at }) => ({ ...s, until: null, paused: s.until === null ? 0 : Math.max(0, s.until - at) }),
  resume: (s, { at }) => ({ ...s, until: s.paused ? at + s.paused : null, paused: null }),
  extend: (s, { seconds }) => ({
    ...s,
    until: s.until === null ? null : s.until + 1000 * seconds,
    paused: s.paused === null ? null : s.paused + 1000 * seconds,
  }),
  bot: (s, { market, vendor, on }) => ({
    ...s,
    markets: s.markets.map((m, k) => (k === market ? { ...m, bots: { ...m.bots, [vendor]: on } } : m)),
  }),
  set: (s, { show = s.show, talk = s.talk, seconds = s.seconds }) => ({ ...s, show, talk, seconds }),
  reveal: (s, { step }) => ({ ...s, reveal: step }),
};

/** Pages of one phone that are remembered, the last ones. */
const PAGES = 8;

function lastOf(before: Player["sent"], page: string, sent: number): Player["sent"] {
  return Object.fromEntries([
    ...Object.entries(before)
      .filter(([p]) => p !== page)
      .slice(1 - PAGES),
    [page, sent],
  ]);
}

const withPlayer = (s: ClassState, player: Player): ClassState => ({
  ...s,
  players: { ...s.players, [player.id]: player },
});

const opened = (s: ClassState, at: number): ClassState => ({
  ...s,
  phase: "deciding",
  turn: s.turn + 1,
  until: s.seconds > 0 ? at + 1000 * s.seconds : null,
  paused: null,
});

const emptyMarkets = (plan: ClassPlan): ClassMarket[] =>
  Array.from({ length: plan.markets }, (_, k) => ({
    session: begin(setupOf(plan, k)),
    bots: {},
    by: {},
    botRounds: [],
  }));

const openClass = ({ code, plan, boardKey }: EventOf<"open">): ClassState => ({
  code,
  boardKey,
  plan,
  players: {},
  markets: emptyMarkets(plan),
  phase: "lobby",
  turn: 0,
  until: null,
  paused: null,
  show: plan.show,
  talk: plan.talk,
  seconds: plan.seconds,
  reveal: "nothing",
});

/** The class after one more event. @throws for one that is none, or that does not follow */
export function applied(state: ClassState, event: ClassEvent): ClassState {
  if (event.kind === "open") throw new RangeError("a class is opened once");
  if (!Object.hasOwn(STEPS, event.kind)) throw new RangeError(`no event “${event.kind as string}”`);
  return (STEPS[event.kind] as Step<EventKind>)(state, event);
}

/** The class that a log tells of. @throws RangeError for a log that does not begin with its opening. */
export function replayed([first, ...rest]: readonly ClassEvent[]): ClassState {
  if (first?.kind !== "open") throw new RangeError("a log begins with the opening of the class");
  return rest.reduce(applied, openClass(first));
}
