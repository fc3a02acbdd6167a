import {
  type Decisions,
  type Goal,
  type Outcome,
  type ProductRow,
  quarterStart,
  type Strength,
} from "../game/index.ts";
import type { Text } from "../text/text.ts";
import type { Course, Digest, Outcomes, SeatDigest } from "./digest.ts";
import type { Place } from "./events.ts";
import { armOf, type ClassPlan, type Lever, type Reveal, REVEALS, type Show } from "./plan.ts";
import { botDecides, type ClassState, holders, type Phase, type Player, roundsPlayed } from "./state.ts";

/** What never changes while a class lasts: said once to each page. */
export interface ClassFacts {
  readonly title: Text;
  readonly question: Text;
  readonly currency: string;
  readonly rounds: number;
  readonly goal: Goal;
  readonly rivals: Strength;
  readonly levers: readonly Lever[];
  readonly seats: readonly string[]; // vendors people play
  readonly cash: boolean; // whether money runs out for anybody
  /** As words/names.ts takes them. */
  readonly vendors: Readonly<
    Record<string, { readonly name: Text; readonly short?: Text; readonly products: Products }>
  >;
}

type Products = Readonly<Record<string, { readonly name?: Text; readonly tier: string }>>;

export function factsOf({ title, question, arms, setup, levers }: ClassPlan): ClassFacts {
  const { scenario } = arms[0];
  const vendors = Object.entries(scenario.vendors).map(([id, { name, short, products }]) => {
    const named = Object.entries(products).map(([p, x]) => [p, { name: x.name, tier: x.tier }] as const);
    return [id, { name, short, products: Object.fromEntries(named) }] as const;
  });
  return {
    title,
    question,
    currency: scenario.currency,
    rounds: setup.quarters,
    goal: setup.goal,
    rivals: setup.rivals,
    levers,
    seats: setup.seats.map((s) => s.vendor),
    cash: Object.values(scenario.vendors).some((v) => v.cash !== null),
    vendors: Object.fromEntries(vendors),
  };
}

/** What theory and a search make of a market that was played; what is not there yet is null. */
export interface MarketDebrief {
  readonly own: Outcomes | null;
  readonly nash: Outcomes | null;
  readonly cartel: Outcomes | null;
  readonly best: Outcomes | null; // of the seats searched so far
}
/** Prices that theory would have set, round by round, mean over the seats. */
export interface TheoryPrices {
  readonly nash: readonly number[];
  readonly cartel: readonly number[];
}

/** What a server has worked out of a class's markets, next to the class itself. */
export interface Computed {
  readonly digest: Digest | null; // of the market as it stands; null while it runs
  readonly debrief: MarketDebrief | null;
  readonly theory: TheoryPrices | null;
}

interface Common {
  readonly phase: Phase;
  readonly turn: number;
  readonly round: number; // that is decided on, or that was played last; 0 in the lobby
  readonly from: string | null; // that round's first day
  readonly paused: boolean;
  readonly talk: boolean;
  readonly show: Show;
  readonly reveal: Reveal;
}

export interface PlayerView extends Common {
  readonly name: string;
  readonly at: Place;
  readonly mates: readonly string[]; // who shares the seat
  readonly entered: Decisions | null;
  readonly by: string | null; // who entered it
  readonly waiting: number; // seats of this market that have still to decide
  readonly seat: SeatDigest | null; // null while the market runs
  readonly course: Course | null; // one's own
  readonly share: number | null; // one's own, of tokens now
  readonly rivals: readonly RivalView[];
  readonly products: readonly ProductRow[];
  readonly place: number | null; // among the teams, where it is shown
  readonly outcome: Readonly<Record<keyof MarketDebrief, Outcome | undefined>> | null;
}

export interface RivalView {
  readonly vendor: string;
  readonly team: readonly string[];
  readonly alive: boolean;
  readonly share: number;
  readonly profit: number | null; // of all rounds; null where it is not shown
}

const step = (reveal: Reveal): number => REVEALS.indexOf(reveal);

function common(state: ClassState): Common {
  const round = state.phase === "lobby" ? 0 : roundsPlayed(state) + (state.phase === "deciding" ? 1 : 0);
  return {
    phase: state.phase,
    turn: state.turn,
    round,
    from: round === 0 ? null : quarterStart(state.plan.arms[0].scenario, round - 1),
    paused: state.paused !== null,
    talk: state.talk,
    show: state.show,
    reveal: state.reveal,
  };
}

/** How much a team may see just now: once prices or profits are uncovered for all, also what was hidden. */
function sight({ show, reveal }: ClassState): { readonly prices: boolean; readonly profits: boolean } {
  const uncovered = step(reveal);
  return {
    prices: show !== "own" || uncovered >= step("prices"),
    profits: show === "all" || uncovered >= step("profits"),
  };
}

/** What one phone may know. Nothing else is sent to it, so that no page can show it. */
export function playerView(state: ClassState, player: Player, { digest, debrief }: Computed): PlayerView {
  const { market, vendor } = player.at;
  const { session, by } = state.markets[market];
  const { prices, profits } = sight(state);
  const teams = session.setup.seats.map((s) => s.vendor);
  const sells = (id: string) => digest!.products.some((p) => p.vendor === id && p.live);
  const others = digest ? digest.vendors.filter((v) => v.id !== vendor && (teams.includes(v.id) || sells(v.id))) : [];
  return {
    ...common(state),
    name: player.name,
    at: player.at,
    mates: holders(state, player.at).flatMap((p) => (p.id === player.id ? [] : [p.name])),
    entered: session.entered[vendor] ?? null,
    by: state.players[by[vendor]]?.name ?? null,
    waiting: waitedFor(state, market, digest).length,
    seat: digest?.seats[vendor] ?? null,
    course: digest?.course[vendor] ?? null,
    share: digest?.vendors.find((v) => v.id === vendor)?.tokenShare ?? null,
    rivals: prices
      ? others.map(({ id, alive, tokenShare }) => ({
          vendor: id,
          team: holders(state, { market, vendor: id }).map((p) => p.name),
          alive,
          share: tokenShare,
          profit: profits ? digest!.course[id].profit.reduce((a, b) => a + b, 0) : null,
        }))
      : [],
    products: prices ? (digest?.products ?? []).filter((p) => p.live) : [],
    place: profits ? (digest?.ranking.find((r) => r.vendor === vendor)?.place ?? null) : null,
    outcome: outcomeFor(state, vendor, debrief),
  };
}

function outcomeFor(
  { reveal, phase }: ClassState,
  vendor: string,
  debrief: MarketDebrief | null,
): PlayerView["outcome"] {
  if (phase !== "over" || debrief === null || step(reveal) < step("profits")) return null;
  const theory = step(reveal) >= step("theory");
  return {
    own: debrief.own?.[vendor],
    nash: theory ? debrief.nash?.[vendor] : undefined,
    cartel: theory ? debrief.cartel?.[vendor] : undefined,
    best: step(reveal) >= step("best") ? debrief.best?.[vendor] : undefined,
  };
}

/** What the teacher sees: everything but what a decision will be before its round closes. */
export interface BoardView extends Common {
  readonly code: string;
  readonly seconds: number;
  readonly markets: readonly BoardMarket[];
}

export interface BoardMarket extends Computed {
  readonly arm: string;
  readonly label: Text; // of the arm
  readonly seats: readonly BoardSeat[];
}

export interface BoardSeat {
  readonly vendor: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly online: boolean }[];
  readonly decided: boolean;
  readonly bot: boolean;
}

export function boardView(state: ClassState, computed: readonly Computed[], online: ReadonlySet<string>): BoardView {
  return {
    ...common(state),
    code: state.code,
    seconds: state.seconds,
    markets: state.markets.map(({ session }, market) => ({
      ...computed[market],
      arm: armOf(state.plan, market).id,
      label: armOf(state.plan, market).label,
      seats: session.setup.seats.map(({ vendor }) => ({
        vendor,
        people: holders(state, { market, vendor }).map(({ id, name }) => ({ id, name, online: online.has(id) })),
        decided: vendor in session.entered,
        bot: botDecides(state, { market, vendor }),
      })),
    })),
  };
}

/** Seats of a market that a round waits for: neither decided, nor a bot's, nor closed down. */
const waitedFor = (state: ClassState, market: number, digest: Digest | null): string[] => {
  const { session } = state.markets[market];
  return session.setup.seats
    .map(({ vendor }) => vendor)
    .filter((v) => !Object.hasOwn(session.entered, v) && !botDecides(state, { market, vendor: v }))
    .filter((v) => digest?.seats[v].alive !== false);
};

/** Whether nobody is waited for any more. */
export const allDecided = (state: ClassState, computed: readonly Computed[]): boolean =>
  state.phase === "deciding" &&
  Object.keys(state.players).length > 0 &&
  state.markets.every((_, market) => waitedFor(state, market, computed[market].digest).length === 0);
