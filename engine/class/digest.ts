import {
  accountsOf,
  type Accounts,
  type Game,
  GOALS,
  isAlive,
  marketReport,
  type Outcome,
  type ProductRow,
  profitOver,
  type Rank,
  ranking,
  scoreOf,
  type Standing,
  standingOf,
  type VendorRow,
} from "../game/index.ts";
import { blend, priceOf } from "../price.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What a class needs of a market that has run, in numbers that can be sent; the recording itself is let go. */
export interface Digest {
  readonly fingerprint: string;
  readonly rounds: number; // played
  readonly products: readonly ProductRow[];
  readonly vendors: readonly VendorRow[];
  readonly ranking: readonly Rank[]; // of the seats
  readonly seats: Readonly<Record<string, SeatDigest>>;
  readonly course: Readonly<Record<string, Course>>; // of every vendor
  readonly outcomes: Outcomes;
}

/** What each seat has come to by each goal. */
export type Outcomes = Readonly<Record<string, Outcome>>;

export interface SeatDigest {
  readonly alive: boolean;
  readonly standing: Standing;
  readonly accounts: Finite<Accounts> | null; // of the last round; null before the first
}

/** A vendor over the rounds. */
export interface Course {
  /** Mean list price of what it sells, three parts input to one output; the first as the game began [money/Mtok]. */
  readonly price: readonly (number | null)[]; // null: nothing on sale
  readonly share: readonly number[]; // of tokens, at the round's end
  readonly profit: readonly number[]; // of each round [money]
}

/** Numbers as JSON takes them: what has no end is null. */
type Finite<T> = { readonly [K in keyof T]: T[K] extends number ? number | null : T[K] };

/** A run as a class sees it; its fingerprint is worked out where there is time for it. */
export function digestOf(scenario: Scenario, recording: Recording, game: Game, fingerprint: string): Digest {
  const quarters = game.rounds.length;
  const vendors = game.setup.seats.map((s) => s.vendor);
  const now = marketReport(scenario, recording, quarters - 1);
  const { goal } = game.setup;
  const seat = (vendor: string): SeatDigest => ({
    alive: isAlive(recording, vendor, quarters),
    standing: standingOf(scenario, recording, game, vendor),
    accounts: quarters === 0 ? null : finite(accountsOf(recording, vendor, quarters - 1)),
  });
  return {
    fingerprint,
    rounds: quarters,
    products: now.products,
    vendors: now.vendors,
    ranking: ranking(recording, vendors, { goal, quarters }),
    seats: Object.fromEntries(vendors.map((vendor) => [vendor, seat(vendor)])),
    course: courses(scenario, recording, quarters),
    outcomes: outcomesIn(recording, vendors, quarters),
  };
}

/** What vendors have come to after so many rounds of a run. */
export function outcomesIn(r: Recording, vendors: readonly string[], quarters: number): Outcomes {
  const by = (vendor: string) => GOALS.map((goal) => [goal, scoreOf(r, vendor, { goal, quarters })] as const);
  return Object.fromEntries(vendors.map((vendor) => [vendor, Object.fromEntries(by(vendor)) as unknown as Outcome]));
}

/** Every vendor over so many rounds of a run. */
export function courses(scenario: Scenario, r: Recording, quarters: number): Record<string, Course> {
  const reports = Array.from({ length: quarters }, (_, k) => marketReport(scenario, r, k));
  const profit = (vendor: string, k: number) => profitOver(r, vendor, k + 1) - profitOver(r, vendor, k);
  const one = (vendor: string): Course => ({
    price: [openingPrice(scenario, vendor), ...reports.map(({ products }) => meanPrice(products, vendor))],
    share: reports.map(({ vendors }) => vendors.find(({ id }) => id === vendor)!.tokenShare),
    profit: Array.from({ length: quarters }, (_, k) => profit(vendor, k)),
  });
  return Object.fromEntries(r.vendorIds.map((vendor) => [vendor, one(vendor)]));
}

/** Before the first decision, which takes effect on the first day already. */
function openingPrice({ vendors, clock }: Scenario, vendor: string): number | null {
  const sold = Object.values(vendors[vendor]?.products ?? {}).filter(
    ({ launch }) => launch === null || (launch !== "never" && launch <= clock.start),
  );
  return mean(sold.map(({ price }) => blend(priceOf(price))));
}

const mean = (x: readonly number[]): number | null => (x.length === 0 ? null : x.reduce((a, b) => a + b, 0) / x.length);

function meanPrice(products: readonly ProductRow[], vendor: string): number | null {
  return mean(products.filter((p) => p.vendor === vendor && p.live).map((p) => p.price));
}

const finite = (accounts: Accounts): Finite<Accounts> =>
  Object.fromEntries(Object.entries(accounts).map(([k, x]) => [k, Number.isFinite(x) ? x : null])) as Finite<Accounts>;
