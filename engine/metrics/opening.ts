import type { Recording } from "../recording/recorder.ts";
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
