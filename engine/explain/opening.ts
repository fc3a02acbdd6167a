import type { Recording } from "../recording/recorder.ts";
import { byToken } from "../metrics/metric.ts";
import { priceIndex } from "../metrics/price-index.ts";
import type { TokenPrice } from "../price.ts";

/**
 * What a day opened with, before its own moves. A recording's rows are days' ends, so that a cut on the first of them
 * would have no price to fall from; the moves know it.
 */
export function openingPrice(r: Recording, tick: number, product: number): TokenPrice {
  const move = r.moves.find((m) => m.tick === tick && m.product === product);
  const k = tick * r.productIds.length + product;
  return move?.from ?? { input: r.product.priceInput[k], output: r.product.priceOutput[k] };
}

/** The price index a day opened with. Of the first day, on which it is 1 by definition, by the day's own volumes. */
export function openingIndex(r: Recording, tick: number): number {
  if (tick > 0) return priceIndex.compute(r)[tick - 1];
  const { live, priceInput, priceOutput, tokensInput, tokensOutput } = r.product;
  let [before, after] = [0, 0];
  for (let j = 0; j < r.productIds.length; j++) {
    if (live[j] === 0 || !byToken(r, j)) continue;
    const opening = openingPrice(r, 0, j);
    before += opening.input * tokensInput[j] + opening.output * tokensOutput[j];
    after += priceInput[j] * tokensInput[j] + priceOutput[j] * tokensOutput[j];
  }
  return before > 0 ? before / after : 1;
}
