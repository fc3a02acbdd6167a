import { blendedPrice, byToken, type Language, type Said, say } from "../../engine/index.ts";
import { list } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import type { Run } from "./lines-of.ts";
import { type Ink, inkOf, type Mode } from "../theme/theme.ts";
import { plural } from "../../engine/text/plural.ts";

/** What one vendor gives away, and when. A log axis has no zero: free is a fact to show, not to drop. */
export interface FreeLane {
  readonly vendor: string;
  readonly name: string;
  readonly products: string; // in words
  readonly brief: string; // where that is too long: how many
  readonly ink: Ink;
  readonly spans: readonly { readonly from: number; readonly to: number }[]; // ticks, inclusive
  readonly was: number; // price before the first span; NaN if it was always free
}

const products = {
  en: (n: number) => plural(n, "product"),
  zh: (n: number) => `${n} 款`,
} satisfies Said<(n: number) => string>;

export function freeLanes({ scenario, recording: r }: Run, lang: Language, mode: Mode): FreeLane[] {
  const price = blendedPrice(r);
  const n = r.productIds.length;
  const freeAt = (t: number, j: number) => r.product.live[t * n + j] === 1 && price[t * n + j] === 0;
  return r.vendorIds.flatMap((vendor, v) => {
    const ever = r.productIds
      .map((_, j) => j)
      .filter((j) => r.vendorOf[j] === v && r.dates.some((_d, t) => freeAt(t, j)));
    if (ever.length === 0) return [];
    const spans = spansOf(r.dates.length, (t) => ever.some((j) => freeAt(t, j)));
    const before = spans[0].from - 1;
    const paid = ever.filter((j) => byToken(r, j)); // others have no price on this scale
    const was = before < 0 || paid.length === 0 ? NaN : Math.max(...paid.map((j) => price[before * n + j]));
    const named = list(
      ever.map((j) => productName(scenario, r.productIds[j], lang)),
      lang,
    );
    return [
      {
        vendor,
        brief: say(products, lang)(ever.length),
        name: vendorName(scenario, vendor, lang),
        products: named,
        ink: inkOf(vendor, v, mode),
        spans,
        was,
      },
    ];
  });
}

function spansOf(ticks: number, on: (t: number) => boolean): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let t = 0; t < ticks; t++) {
    if (!on(t)) continue;
    const last = spans.at(-1);
    if (last && last.to === t - 1) last.to = t;
    else spans.push({ from: t, to: t });
  }
  return spans;
}
