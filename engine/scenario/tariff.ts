import type { ListedPrice } from "../price.ts";
import type { IsoDate } from "./scenario.ts";
import type { Zone } from "./zone.ts";

/**
 * How a posted price list becomes a bill, as vendors print it. Everything here is relative to the list: a step of
 * twice the price stays twice the price when the list moves.
 */
export interface Tariff {
  readonly brackets: Brackets | null;
  readonly hours: HourTariff | null;
  readonly batch: number | null; // price of batch work over list [1]; null: there is none
  readonly per: UnitPrices;
  readonly promotions: readonly Promotion[];
  readonly tokenizer: number; // tokens it counts where another counts one [1]
  readonly volume: VolumeTerms | null;
  readonly discounts: Readonly<Record<string, number>>; // off list, by segment [0-1]
}

/** New prices, or a factor on every price of the list; one of the two. */
export interface PriceChange {
  readonly times?: number;
  readonly price?: ListedPrice;
}

/** Prices by the length of the prompt. */
interface Brackets {
  /** A prompt beyond a step pays its price for all of its tokens, or only for those beyond. */
  readonly by: "prompt" | "marginal";
  readonly steps: readonly (PriceChange & { readonly above: number })[]; // [tokens], upwards
}

/** Prices by the hour of the week. Hours outside every window, and holidays, pay the list price. */
interface HourTariff {
  readonly zone: Zone;
  readonly windows: readonly (PriceChange & HourWindow)[];
  readonly holidays: readonly IsoDate[];
}

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** From one hour of the day to another, on the half hour; `to` before `from` passes midnight. */
export interface HourWindow {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
}

/** What is billed by the piece [money]. */
export interface UnitPrices {
  readonly request: number;
  readonly call: number; // of a tool
  readonly image: number;
}

/** A price with a printed end. `ended` is the day it did end, where that was another one than announced. */
interface Promotion extends PriceChange {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null; // last day, as announced
  readonly ended: IsoDate | null; // last day, as applied; null: as announced
}

/** Terms by what a buyer spends or commits to. */
export interface VolumeTerms {
  /** Of list, on the part of a month's bill at list prices beyond `above` [money/month]. */
  readonly steps: readonly { readonly above: number; readonly times: number }[];
  readonly minimum: number; // a month's least bill [money/month]
  /** Who commits to spend that much pays the factor on all of it; a buyer takes the cheapest. */
  readonly commitments: readonly { readonly spend: number; readonly times: number }[];
}

/** A dated price, as parameters of type `schedule` arrive: input or output left out keeps its price. */
export interface DatedPrice {
  /** Since the start. */
  readonly day: number;
  /** The vendor's own name for it, or vendor.product. */
  readonly product: string;
  readonly price?: ListedPrice;
  /** Of every price on its list, instead [1]. */
  readonly change?: number;
  /** How the list becomes a bill from then on. */
  readonly tariff?: Tariff;
}

/** Over what a quota counts. */
export const WINDOWS = { hour: 1, "5h": 5, day: 24, week: 168, month: (168 * 365) / (12 * 7) } as const;
export type Window = keyof typeof WINDOWS; // [h]

/** Of a month that is a twelfth of a year. */
export const WEEKS_A_MONTH = WINDOWS.month / WINDOWS.week;

/** A subscription in an arena that bills tokens: it competes with paying as one goes. */
export interface Plan {
  readonly quota: readonly { readonly tokens: number; readonly every: Window }[]; // [Mtok]; none: no limit
  /** At the limit: nothing more, slower (each token costs that part of its worth in waiting), or paid by the token. */
  readonly beyond: "stop" | "slow" | "pay";
  readonly slow: number; // disutility of a slow token, as a part of what it is worth [1]
  readonly overage: { readonly input: number; readonly output: number }; // [money/Mtok], where it is paid
  /** Models it gives access to; each burns the quota so many times faster. None: a model of its own. */
  readonly covers: readonly { readonly product: string; readonly burn: number }[];
}

export const NO_TARIFF: Tariff = {
  brackets: null,
  hours: null,
  batch: null,
  per: { request: 0, call: 0, image: 0 },
  promotions: [],
  tokenizer: 1,
  volume: null,
  discounts: {},
};
