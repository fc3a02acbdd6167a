import { changed, inShort, LIKE_METERS, METER_IDS, perMeter, type Price } from "../price.ts";
import type { Market } from "./market.ts";

/** Product j's list price today, with the meters that stand apart; most have none, and this is asked on every tick. */
export function listPrice({ products: { price } }: Market, j: number): Price {
  for (const { id, like } of LIKE_METERS) {
    if (price[id][j] !== price[like][j]) return inShort(perMeter((meter) => price[meter][j]));
  }
  return { input: price.input[j], output: price.output[j] };
}

/**
 * Posts new list prices: users' volumes become stale, the move is remembered with its
 * reason. No move if nothing changes.
 */
export function postPrice(market: Market, product: number, to: Price, rule: string, because: string): void {
  const { price, stale } = market.products;
  const from = perMeter((id) => price[id][product]);
  const next = changed(from, to);
  if (METER_IDS.every((id) => from[id] === next[id])) return;
  for (const id of METER_IDS) price[id][product] = next[id];
  stale[product] = 1;
  const { tick } = market;
  market.moves.push({ tick, product, from: inShort(from, next), to: inShort(next, from), rule, because });
}
