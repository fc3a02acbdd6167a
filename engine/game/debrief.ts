import { sum } from "../math/sum.ts";
import { mapPrice, type Price, priceOf } from "../price.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { pow } from "../math/elementary.ts";
import { editVendors } from "../mechanisms/edit.ts";
import type { Measured } from "../experiments/outputs.ts";
import { worth } from "./accounts.ts";
import { type Decisions, type Game, type Goal, QUARTER_WEEKS, type Round } from "./game.ts";

/** One thing a seat did: what a debrief takes out, to see what it did. */
export interface SeatMove {
  readonly quarter: number;
  readonly kind: keyof Decisions;
  readonly product?: string; // the vendor's own name, of prices and allowances
}

/** Everything a seat did, in order. */
export const seatMoves = ({ rounds }: Game, vendor: string): SeatMove[] =>
  rounds.flatMap((round, quarter) =>
    (Object.entries(round[vendor] ?? {}) as [keyof Decisions, unknown][]).flatMap(([kind, value]): SeatMove[] =>
      kind === "prices" || kind === "free"
        ? Object.keys(value as object).map((product) => ({ quarter, kind, product }))
        : [{ quarter, kind }],
    ),
  );

/** The game without one of a seat's moves: what stood before goes on standing. */
export function withoutMove({ setup, rounds }: Game, vendor: string, { quarter, kind, product }: SeatMove): Game {
  const edit = ({ [kind]: gone, ...rest }: Decisions): Decisions => {
    if (product === undefined) return rest;
    const { [product]: _out, ...others } = gone as Readonly<Record<string, unknown>>;
    return { ...rest, [kind]: others };
  };
  return { setup, rounds: rounds.map((r, k) => (k === quarter ? { ...r, [vendor]: edit(r[vendor]) } : r)) };
}

/** The market of a game with nobody pricing of his own: for prices set by theory. */
export const unpriced = (scenario: Scenario): Scenario =>
  editVendors(scenario, ({ products }) => ({
    strategy: { kind: "hold" },
    products: Object.fromEntries(Object.entries(products).map(([id, p]) => [id, { ...p, strategy: undefined }])),
  }));

/** How a seat has done, by each goal there is. */
export type Outcome = Readonly<Record<Goal, number>>;

/** And what it came from, over the whole game. */
export interface Made extends Outcome {
  readonly revenue: number; // [money]
  readonly tokens: number; // [Mtok]
}

const SERIES = ["profit", "grossProfit", "tokenShare", "alive", "revenue"] as const;
const MARKET = "market.tokens";

/** What a run is asked for, so that its outcome for a vendor can be told from the series that come back. */
export const outputsOf = (vendor: string): string[] => [...SERIES.map((name) => pathOf(vendor, name)), MARKET];

const pathOf = (vendor: string, name: (typeof SERIES)[number]) => `vendors.${vendor}.${name}`;

/** The same numbers as the ranking's, from what was measured of a whole game. */
export function outcomeOf({ paths, series }: Pick<Measured, "paths" | "series">, vendor: string): Made {
  const of = (name: (typeof SERIES)[number]) => series[paths.indexOf(pathOf(vendor, name))];
  const market = series[paths.indexOf(MARKET)];
  const alive = of("alive").at(-1) === 1;
  const profit = sum(of("profit"));
  return {
    profit,
    share: alive ? of("tokenShare").at(-1)! : 0,
    value: worth(profit, sum(of("grossProfit").slice(-QUARTER_WEEKS)), alive),
    revenue: sum(of("revenue")),
    tokens: sum(of("tokenShare").map((share, t) => share * market[t])),
  };
}

/** How far a search may go from what was played: prices of a quarter by this factor, up or down. */
const PRICE_REACH = 8;

/** Coordinates of a search around a game: a factor on all prices of each quarter. All one half: as it was played. */
export const searchDimensions = ({ rounds }: Game): number => rounds.length;

export const asPlayed = (game: Game): number[] => Array.from({ length: searchDimensions(game) }, () => 0.5);

/** The game with a seat's prices moved as a point of the unit cube says; its other decisions stay. */
export function pricedAt(base: Scenario, game: Game, vendor: string, point: readonly number[]): Game {
  const standing: Record<string, Price> = Object.fromEntries(
    Object.entries(base.vendors[vendor].products).map(([name, { price }]) => [name, priceOf(price)]),
  );
  const rounds = game.rounds.map((round, k): Round => {
    Object.assign(standing, round[vendor]?.prices);
    const factor = pow(PRICE_REACH, 2 * point[k] - 1);
    const moved = Object.entries(standing).map(([name, price]) => [name, mapPrice(price, (x) => x * factor)] as const);
    return { ...round, [vendor]: { ...round[vendor], prices: Object.fromEntries(moved) } };
  });
  return { ...game, rounds };
}
