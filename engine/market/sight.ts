import { exp, pow } from "../math/elementary.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { nameHash, uniform } from "../math/random.ts";
import type { Market, Model } from "../model/market.ts";
import type { PublicProduct } from "../model/view.ts";

/** Keeps as many past listings as the vendor with the longest sight lag needs. */
export function keepListing(model: Model, market: Market, listed: readonly PublicProduct[]): void {
  if (model.longestSight === 0) return;
  market.listings.push(listed);
  if (market.listings.length > model.longestSight + 1) market.listings.shift();
}

/** Rivals' products as vendor v's information regime shows them: now, some days old, misread, or not at all. */
export function rivalsSeen(
  model: Model,
  market: Market,
  v: number,
  listed: readonly PublicProduct[],
): readonly PublicProduct[] {
  const { vendor, sightTicks } = model.vendors[v];
  const { sees, sightNoise } = vendor.conduct;
  if (sees === "never") return [];
  const then = sightTicks > 0 ? market.listings[Math.max(0, market.listings.length - 1 - sightTicks)] : listed;
  const rivals = othersOf(model, v, then);
  if (sightNoise === 0) return rivals;
  const errors = misreadings(model, v, Math.floor(market.day / 7));
  return rivals.map((p) => misread(p, exp(sightNoise * errors[p.index])));
}

/** Who is on a list besides a vendor, by vendor. Lists outlast days on which nobody moves: no strategy may sort one. */
const others = new WeakMap<readonly PublicProduct[], (readonly PublicProduct[])[]>();

function othersOf({ products }: Model, v: number, listed: readonly PublicProduct[]): readonly PublicProduct[] {
  let byVendor = others.get(listed);
  if (!byVendor) others.set(listed, (byVendor = []));
  return (byVendor[v] ??= Object.freeze(listed.filter((p) => products[p.index].owner !== v)));
}

/** Written out, as are all that are made for every product every tick: a spread costs forty times as much. */
const misread = (p: PublicProduct, factor: number): PublicProduct => ({
  id: p.id,
  index: p.index,
  vendor: p.vendor,
  tier: p.tier,
  arena: p.arena,
  lnQuality: p.lnQuality,
  tariff: { input: p.tariff.input * factor, output: p.tariff.output * factor },
  meter: p.meter,
  price: p.price * factor,
});

interface Week {
  readonly week: number;
  readonly errors: Float64Array; // by product
}

/** This week's misreadings by vendor: computed once, as they change by the week and ticks may be days. */
const weeks = new WeakMap<Model, Map<number, Week>>();

function misreadings(model: Model, v: number, week: number): Float64Array {
  const byVendor = weeks.get(model) ?? new Map<number, Week>();
  weeks.set(model, byVendor);
  const known = byVendor.get(v);
  if (known?.week === week) return known.errors;
  const stream = nameHash(`sight/${model.vendors[v].id}`);
  const errors = Float64Array.from(model.products, (p) => wandering(model.seed, stream, { item: p.hash, week }));
  byVendor.set(v, { week, errors });
  return errors;
}

const PERSISTENCE = 0.9; // of a misreading from one week to the next
const WEEKS = 30; // of draws remembered: .9^60 of the variance is left out
const SCALE = Math.sqrt((1 - PERSISTENCE * PERSISTENCE) / (1 - pow(PERSISTENCE, 2 * WEEKS)));

/**
 * A slowly wandering standard normal number, an AR(1) by weeks written as the moving average of its own draws: it is a
 * pure function of seed, names and week, so a run may be forked, resumed and paired.
 */
export function wandering(seed: number, stream: number, at: { readonly item: number; readonly week: number }): number {
  let sum = 0;
  for (let k = WEEKS - 1; k >= 0; k--) {
    sum = PERSISTENCE * sum + normalQuantile(uniform(seed, stream, at.item, at.week - k));
  }
  return SCALE * sum;
}
