import type { OwnProduct, PublicProduct, View } from "../model/view.ts";

/**
 * Paid products of others that are nearly as good or better. Free ones are rate-limited: no reference. With `trust` one
 * that its buyers trust less has to be the better for it.
 */
export function comparable(view: View, p: OwnProduct, band: number, trust = 0): PublicProduct[] {
  const found: PublicProduct[] = [];
  for (const r of view.rivals) {
    if (r.arena !== p.arena || r.price <= 0) continue;
    const more = trust === 0 ? 0 : trust * view.trustOver(p, r);
    if (r.lnQuality + more >= p.lnQuality - band) found.push(r);
  }
  return found;
}

/** Of a list that is not empty. */
export function cheapest(rivals: readonly PublicProduct[]): PublicProduct {
  let least = rivals[0];
  for (const r of rivals) if (r.price < least.price) least = r;
  return least;
}
