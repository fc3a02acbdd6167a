import type { Text } from "./text/text.ts";

/** What a price list bills by. */
interface PriceMeter {
  readonly label: Text;
  /** The meter whose price this one has where a list does not name it, and with which it moves. */
  readonly like: "input" | "output" | null;
  /** Of a segment: the part of those tokens that is billed by this meter. */
  readonly part: string | null;
}

/**
 * Meters in the order that lists show. A further one is a row here: scenario files, events, strategies, costs,
 * recordings and their fingerprints then have it.
 */
export const METERS = {
  input: { label: { en: "Input", zh: "输入" }, like: null, part: null },
  output: { label: { en: "Output", zh: "输出" }, like: null, part: null },
  cached: { label: { en: "Cached input", zh: "缓存命中输入" }, like: "input", part: "cachedShare" },
  cacheWrite: { label: { en: "Cache write", zh: "写入缓存" }, like: "input", part: "cacheWriteShare" },
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
  const { like, part } = METERS[id];
  return like === null ? [] : [{ id, like, part }];
});

export type PerMeter<T> = { readonly [M in MeterId]: T };
export const perMeter = <T>(make: (id: MeterId) => T): PerMeter<T> =>
  Object.fromEntries(METER_IDS.map((id) => [id, make(id)])) as PerMeter<T>;

/** The two meters every list names. */
export interface Tariff {
  readonly input: number;
  readonly output: number;
}

/**
 * A product's list price [money/Mtok], or what a token costs. A meter left out has the price of the one it is like. In
 * an app's arena `input` is the month's price as money a week; in video's, the price per million seconds.
 */
export type Price = Tariff & { readonly [M in Exclude<MeterId, keyof Tariff>]?: number };

/** A dated price, as parameters of type `schedule` arrive: input or output left out keeps its price. */
export interface DatedPrice {
  /** Since the start. */
  readonly day: number;
  /** The vendor's own name for it, or vendor.product. */
  readonly product: string;
  readonly price: Partial<Price>;
}

/** The price of every meter. */
export const inFull = (price: Price): PerMeter<number> =>
  perMeter((id) => {
    const { like } = METERS[id];
    return price[id] ?? (like === null ? NaN : price[like]);
  });

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

export const blend = ({ input, output }: Tariff): number => INPUT_WEIGHT * input + (1 - INPUT_WEIGHT) * output;

/** Price lists are read by people: this many significant digits, nothing below a thousandth of a unit. */
export const DIGITS = 3;

/** A list in plain steps with both meters scaled alike, so that the ratio of output to input stays; others follow. */
export function scaled({ input, output }: Tariff, factor: number, digits = DIGITS): Tariff {
  return { input: postable(input * factor, digits), output: postable(output * factor, digits) };
}

export function postable(price: number, digits = DIGITS): number {
  if (price < 0.0005) return 0;
  let [step, most] = [0.001, 1];
  for (let k = 0; k < digits; k++) most *= 10;
  while (digits > DIGITS && price < (step * most) / 10) step /= 10; // finer lists go below a thousandth
  while (price >= step * most) step *= 10;
  const steps = Math.round(price / step);
  return step < 1 ? steps / Math.round(1 / step) : steps * step;
}

/** The least allowance there is [Mtok/week]: ratios to it stay numbers that a logarithm can take. */
export const ONE_TOKEN = 1e-6;
