import type { OwnProduct, PublicProduct, View } from "../market/view.ts";

/** Paid products of others that are nearly as good or better. Free ones are rate-limited: no reference. */
export function comparable(view: View, p: OwnProduct, band: number): PublicProduct[] {
  return view.rivals.filter((r) => r.arena === p.arena && r.price > 0 && r.lnQuality >= p.lnQuality - band);
}

/** Of a list that is not empty. */
export const cheapest = (rivals: readonly PublicProduct[]): PublicProduct =>
  rivals.reduce((least, r) => (r.price < least.price ? r : least));
