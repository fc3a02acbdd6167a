import type { Text } from "./text/text.ts";

/** What a price list bills by. */
interface PriceMeter {
  readonly label: Text;
  /** The meter whose price this one has where a list does not name it, and with which it moves. */
  readonly like: "input" | "output" | null;
  /** Of a segment: the part of those tokens that is billed by this meter. */
  readonly part: string | null;
  /** What such a token costs over one it is like, by the scenario, where a cost model is silent; null: the same. */
  readonly costs: "cached" | null;
}

/**
 * Meters in the order that lists show. A further one is a row here: scenario files, events, strategies, costs,
 * recordings and their fingerprints then have it.
 */
export const METERS = {
  input: { label: { en: "Input", zh: "输入" }, like: null, part: null, costs: null },
  output: { label: { en: "Output", zh: "输出" }, like: null, part: null, costs: null },
  cached: { label: { en: "Cached input", zh: "缓存命中输入" }, like: "input", part: "cachedShare", costs: "cached" },
  cacheWrite: { label: { en: "Cache write", zh: "写入缓存" }, like: "input", part: "cacheWriteShare", costs: null },
} as const satisfies Readonly<Record<string, PriceMeter>>;

export type MeterId = keyof typeof METERS;
export const METER_IDS = Object.keys(METERS) as MeterId[];

/** Names of the parts of a segment's tokens that meters of their own bill. */
export type MeterPart = NonNullable<(typeof METERS)[MeterId]["part"]>;
export const METER_PARTS = METER_IDS.flatMap((id) => METERS[id].part ?? []);

/** The name a meter has in columns: `price` and `cached` give `priceCached`. */
export type MeterColumn<Prefix extends string> = `${Prefix}${Capitalize<MeterId>}`;
export const meterColumn = <P extends string>(prefix: P, id: MeterId): MeterColumn<P> =>
  `${prefix}${id[0].toUpperCase()}${id.slice(1)}` as MeterColumn<P>;

/** Meters whose price may stand apart from that of another, which they are like. Made once: ticks go through them. */
export const LIKE_METERS = METER_IDS.flatMap((id) => {
  const { like, part, costs } = METERS[id];
  return like === null ? [] : [{ id, like, part, costs }];
});

export type PerMeter<T> = { readonly [M in MeterId]: T };
export const perMeter = <T>(make: (id: MeterId) => T): PerMeter<T> =>
  Object.fromEntries(METER_IDS.map((id) => [id, make(id)])) as PerMeter<T>;

/** The two meters every list names. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * A product's list price [money/Mtok], or what a token costs. A meter left out has the price of the one it is like. In
 * an app's arena `input` is the month's price as money a week; in video's, the price per million seconds.
 */
export type Price = TokenPrice & { readonly [M in Exclude<MeterId, keyof TokenPrice>]?: number };

/** What an arena bills: tokens, a month's subscription, seconds of video. */
export type Meter = "token" | "month" | "second";

/**
 * A price list as scenarios say it: by the token, or a month's [money/month] or a second's [money/second] price. The
 * meter is in the name, so that none is taken for another's.
 */
export type ListedPrice = { readonly [M in MeterId | "month" | "second"]?: number };

/** The list as the engine has it. */
export function tariffOf({ month, second, ...tokens }: ListedPrice): Partial<Price> {
  if (month !== undefined) return { input: weekOf(month), output: 0 };
  return second === undefined ? tokens : { input: second * 1e6, output: 0 };
}

/** Of a product, whose list is whole. */
export const priceOf = (list: ListedPrice): Price => tariffOf(list) as Price;

/** The engine's price of one number as scenarios say it. */
export function listedAs(meter: Meter, price: number): ListedPrice {
  if (meter === "month") return { month: monthOf(price) };
  return meter === "second" ? { second: price / 1e6 } : { input: price, output: price };
}

/** The price of one meter: one left out has that of the meter it is like. */
export function ofMeter(price: Price, id: MeterId): number {
  const { like } = METERS[id];
  return price[id] ?? (like === null ? NaN : price[like]);
}

/** The price of every meter. */
export const inFull = (price: Price): PerMeter<number> => perMeter((id) => ofMeter(price, id));

/** The same list with only those meters named that stand apart, in this list or in another that is shown with it. */
export const inShort = (full: PerMeter<number>, other: PerMeter<number> = full): Price => {
  const apart = METER_IDS.filter((id) => {
    const { like } = METERS[id];
    return like === null || full[id] !== full[like] || other[id] !== other[like];
  });
  return Object.fromEntries(apart.map((id) => [id, full[id]])) as unknown as Price;
};

/** A list after some of its meters were set: one that is not named moves with the meter it is like. */
export const changed = (from: PerMeter<number>, to: Price): PerMeter<number> =>
  perMeter((id) => {
    const { like } = METERS[id];
    if (to[id] !== undefined || like === null) return to[id] ?? NaN;
    return from[like] > 0 ? (from[id] / from[like]) * to[like] : to[like];
  });

/** A list with every price in it changed alike. */
export const mapPrice = (price: Price, change: (x: number) => number): Price =>
  Object.fromEntries(Object.entries(price).map(([id, x]) => [id, change(x)])) as unknown as Price;

/** Weight of input in a product's blended price (three input tokens to one of output). */
export const INPUT_WEIGHT = 0.75;

/** A price of the meter as it is quoted, in the engine's unit: a month's is one of a user's week. */
export const unquoted = (meter: Meter, price: number): number => (meter === "month" ? weekOf(price) : price);

/** A user's week of a month's price, and back: a year has 12 months, and 365 days. */
export const weekOf = (month: number): number => (month * 12 * 7) / 365;
export const monthOf = (week: number): number => (week * 365) / (12 * 7);

export const blend = ({ input, output }: TokenPrice): number => INPUT_WEIGHT * input + (1 - INPUT_WEIGHT) * output;

/** One number for a list: of tokens three of input to one of output; what is billed otherwise has one price. */
export const blendAs = (meter: Meter, tariff: TokenPrice): number => (meter === "token" ? blend(tariff) : tariff.input);

/** Price lists are read by people: this many significant digits, nothing below a thousandth of a unit. */
export const DIGITS = 3;

/** A list in plain steps with both meters scaled alike, so that the ratio of output to input stays; others follow. */
export function scaled({ input, output }: TokenPrice, factor: number, digits = DIGITS): TokenPrice {
  return { input: postable(input * factor, digits), output: postable(output * factor, digits) };
}

export function postable(price: number, digits = DIGITS): number {
  if (price < 0.0005) return 0;
  if (!Number.isFinite(price)) return price; // no step reaches it
  let [step, most] = [0.001, 1];
  for (let k = 0; k < digits; k++) most *= 10;
  while (digits > DIGITS && price < (step * most) / 10) step /= 10; // finer lists go below a thousandth
  while (price >= step * most) step *= 10;
  const steps = Math.round(price / step);
  return step < 1 ? steps / Math.round(1 / step) : steps * step;
}

/** The least allowance there is [Mtok/week]: ratios to it stay numbers that a logarithm can take. */
export const ONE_TOKEN = 1e-6;
