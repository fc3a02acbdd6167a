import type { Move } from "../model/market.ts";
import type { Recording } from "../recording/recorder.ts";
import type { TokenPrice } from "../price.ts";
import { once } from "./metric.ts";

/** Rules that say at what price to sell, cost or demand being what they are; other rules say what to do to rivals. */
const LEVELS = new Set(["cost-plus", "best-response", "forward-looking", "theory"]);

/**
 * Where all that moves on the first day is such rules taking up their own price over a file's list, that is how the
 * market opens, and no answer to anything in it.
 */
const takenUp = (r: Recording): boolean => r.moves.every(({ tick, rule }) => tick > 0 || LEVELS.has(rule));

/** The list-price changes of a run, without the prices that rules take up as it opens. */
export const movesOf = once((r: Recording): readonly Move[] =>
  takenUp(r) ? r.moves.filter(({ tick }) => tick > 0) : r.moves,
);

/**
 * What a day opened with, before its own moves. A recording's rows are days' ends, so that a cut on the first of them
 * would have no price to fall from; the moves know it.
 */
export function openingPrice(r: Recording, tick: number, product: number): TokenPrice {
  const move = movesOf(r).find((m) => m.tick === tick && m.product === product);
  const k = tick * r.productIds.length + product;
  return move?.from ?? { input: r.product.priceInput[k], output: r.product.priceOutput[k] };
}
