import type { Decisions, ProductStanding } from "../game/index.ts";
import { blend, type Price, scaled } from "../price.ts";
import type { Digest } from "./digest.ts";

/** Part of the way to the cheapest rival of a round, how far below it a bot aims, and the least over cost it takes. */
const PACE = 0.5;
const UNDERCUT = 0.97;
const LEAST_OVER_COST = 1.1;

/**
 * Decides for a seat nobody sits in: each product goes half way to just under the cheapest rival of its tier, not below
 * a tenth over its unit cost, and stays where nobody is cheaper. It knows a price list alone, and never leads down.
 */
export function botDecisions({ seats, products }: Digest, vendor: string): Decisions {
  const { alive, standing } = seats[vendor];
  if (!alive) return {};
  const tierOf = (id: string) =>
    Object.values(seats)
      .flatMap((s) => s.standing.products)
      .find((p) => p.id === id)?.tier;
  const prices: Record<string, Price> = {};
  for (const own of standing.products.filter((p) => p.live)) {
    const rivals = products.filter((p) => p.vendor !== vendor && p.live && p.price > 0 && tierOf(p.id) === own.tier);
    const factor = step(own, Math.min(...rivals.map((p) => p.price)));
    if (factor !== null) prices[own.name] = scaled(own.price, factor);
  }
  return Object.keys(prices).length > 0 ? { prices } : {};
}

/** The factor on a product's prices; null where it stays. */
function step({ price, cost }: ProductStanding, cheapest: number): number | null {
  const now = blend(price);
  if (!Number.isFinite(cheapest) || now <= cheapest) return null;
  const aim = now + PACE * (UNDERCUT * cheapest - now);
  const next = Math.max(aim, LEAST_OVER_COST * blend(cost));
  return next < now * 0.995 ? next / now : null;
}
