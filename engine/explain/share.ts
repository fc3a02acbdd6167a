import { dropEvents, editDemand, editProducts, editSegments, editVendors, hold } from "../mechanisms/edit.ts";
import type { Recording } from "../recording/recorder.ts";
import type { MarketEvent, Product, Scenario } from "../scenario/scenario.ts";
import { exp, log } from "../math/elementary.ts";
import { blendAs, listedAs, priceOf } from "../price.ts";
import { shapley } from "./shapley.ts";

/** What can make one vendor's share differ from another's. */
export const SHARE_CAUSES = ["price", "quality", "switching", "ecosystem", "brand"] as const;
export type ShareCause = (typeof SHARE_CAUSES)[number];

/**
 * The 32 scenarios of an attribution, in the order of coalitions: bit k set = SHARE_CAUSES[k] as it is, else neutral.
 */
export function shareCoalitions(scenario: Scenario, actual: Recording): Scenario[] {
  const scripted = asItHappened(scenario, actual);
  return Array.from({ length: 2 ** SHARE_CAUSES.length }, (_, set) =>
    SHARE_CAUSES.reduce((s, cause, k) => (set & (1 << k) ? s : NEUTRAL[cause](s)), scripted),
  );
}

export interface ShareAttribution {
  readonly base: number; // share with all five neutral: products on sale, launch dates, reach, luck
  readonly share: number; // as it is
  readonly causes: Readonly<Record<ShareCause, number>>; // add up to share - base
}

/** From a vendor's share in each coalition, in their order. */
export function attributeShare(worth: ArrayLike<number>): ShareAttribution {
  const values = shapley(worth);
  const causes = Object.fromEntries(SHARE_CAUSES.map((cause, k) => [cause, values[k]])) as Record<ShareCause, number>;
  return { base: worth[0], share: worth[worth.length - 1], causes };
}

/**
 * The scenario with a run's price moves as dated events and nobody reacting: otherwise neutral qualities would change
 * who counts as a rival, and the prices with it, and no share could be set down to anything.
 */
export function asItHappened(scenario: Scenario, { moves, dates, productIds }: Recording): Scenario {
  const still = editProducts(
    editVendors(scenario, () => ({ strategy: hold })),
    () => ({ strategy: hold }),
  );
  const posted = moves.map(({ tick, product, to }): MarketEvent => ({
    date: dates[tick],
    kind: "price",
    product: productIds[product],
    price: to,
  }));
  return { ...still, events: [...dropEvents(still, "price").events, ...posted] };
}

type Neutral = (s: Scenario) => Scenario;

/** Each cause written out: everybody alike in it. */
const NEUTRAL: Readonly<Record<ShareCause, Neutral>> = {
  price: samePrice,
  quality: sameQuality,
  switching: (s) => editSegments(s, () => ({ switching: { mean: 0, sd: 0 } })),
  ecosystem: (s) => editDemand(s, ({ ecosystem }) => ({ ecosystem: { ...ecosystem, weight: 0 } })),
  brand: (s) => editVendors(dropEvents(s, "trust"), () => ({ trust: 0, trustBy: {} })),
};

const sold = ({ vendors }: Scenario): Product[] =>
  Object.values(vendors).flatMap(({ products }) => Object.values(products).filter((p) => !p.reference));

/** Everybody charges the geometric mean of the opening prices of its arena, all the time. */
function samePrice(s: Scenario): Scenario {
  const meterOf = (arena: string) => s.arenas[arena]?.meter ?? "token";
  const mean = (arena: string): number => {
    const prices = sold(s)
      .filter((p) => p.arena === arena)
      .map(({ price }) => blendAs(meterOf(arena), priceOf(price)))
      .filter((p) => p > 0);
    return prices.length > 0 ? exp(prices.reduce((sum, p) => sum + log(p), 0) / prices.length) : 0;
  };
  const means = new Map(sold(s).map(({ arena }) => [arena, listedAs(meterOf(arena), mean(arena))]));
  return editProducts(dropEvents(s, "price"), ({ arena, price }) => ({ price: means.get(arena) ?? price }));
}

/** Everybody sells the mean quality, which meets every need alike. */
function sameQuality(s: Scenario): Scenario {
  const all = sold(s);
  const quality = all.reduce((sum, p) => sum + p.quality, 0) / all.length;
  const products = editProducts(dropEvents(s, "quality"), () => ({ quality, fit: {}, fitRate: 0 }));
  return editSegments(products, () => ({ qualityFloor: [{ share: 1, atLeast: null }] }));
}
