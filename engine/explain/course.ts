import type { Recording } from "../recording/recorder.ts";
import { blend } from "../price.ts";
import { byToken } from "../metrics/metric.ts";
import { movesOf } from "../metrics/opening.ts";
import { soldBelow } from "../metrics/paid.ts";
import { openingIndex, priceIndex } from "../metrics/price-index.ts";
import type { Span } from "../benchmarks/nash-prices.ts";
import { rowOf } from "./standings.ts";

/** What a picture of a war needs: the index day by day, every change of a list price, who was below cost when. */
export interface Course {
  readonly dates: readonly string[];
  readonly index: readonly number[]; // price index, 1 as the first day opens
  readonly moves: readonly CourseMove[];
  readonly below: readonly BelowSpell[];
}

export interface CourseMove {
  readonly date: string;
  readonly product: string;
  readonly from: number; // blended [money/Mtok]
  readonly to: number;
}

/** Days on end that a product is sold for less than serving it costs. */
export interface BelowSpell {
  readonly product: string;
  readonly from: string; // first day
  readonly to: string; // last day
}

export function courseOf(r: Recording, span: Span): Course {
  const [first, last] = [rowOf(r, span.from), rowOf(r, span.to)];
  const index = priceIndex.compute(r);
  const before = openingIndex(r, first);
  return {
    dates: r.dates.slice(first, last + 1),
    index: Array.from(index.subarray(first, last + 1), (x) => x / before),
    moves: movesOf(r)
      .filter(({ tick, product }) => tick >= first && tick <= last && byToken(r, product))
      .map(({ tick, product, from, to }) => ({
        date: r.dates[tick],
        product: r.productIds[product],
        from: blend(from),
        to: blend(to),
      })),
    below: spells(r, first, last),
  };
}

function spells(r: Recording, first: number, last: number): BelowSpell[] {
  const n = r.productIds.length;
  const under = soldBelow(r);
  return r.productIds.flatMap((product, j) => {
    if (!byToken(r, j)) return [];
    const found: { product: string; from: string; to: string }[] = [];
    let open = false;
    for (let t = first; t <= last; t++) {
      const below = under[t * n + j] === 1;
      if (below && open) found[found.length - 1].to = r.dates[t];
      else if (below) found.push({ product, from: r.dates[t], to: r.dates[t] });
      open = below;
    }
    return found;
  });
}
