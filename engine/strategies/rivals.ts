import type { OwnProduct, PublicProduct, View } from "../model/view.ts";

/** Paid products of others that are nearly as good or better. Free ones are rate-limited: no reference. */
export function comparable(view: View, p: OwnProduct, band: number): PublicProduct[] {
  const found: PublicProduct[] = [];
  const least = p.lnQuality - band;
  for (const r of view.rivals) if (r.arena === p.arena && r.price > 0 && r.lnQuality >= least) found.push(r);
  return found;
}

/** Of a list that is not empty. */
export function cheapest(rivals: readonly PublicProduct[]): PublicProduct {
  let least = rivals[0];
  for (const r of rivals) if (r.price < least.price) least = r;
  return least;
}
