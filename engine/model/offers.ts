import { METER_IDS } from "../price.ts";

/**
 * What each segment really faces of each product, a cell each: list prices net of cache hits, negotiated discounts,
 * tariffs and hours, with tax, and quality as far as it fits the segment. Recomputed every tick; users of an offer that
 * changed are recounted.
 *
 * Buyers weigh prices of **work**, in tokens of a product that needs neither more nor fewer than usual; a product may
 * bill more tokens for the same work, or send part of it to a cheaper one.
 */
export interface Offers {
  readonly input: Float64Array; // price of work [money/Mtok; money/week for an app]
  readonly output: Float64Array; // [money/Mtok]
  readonly lnQuality: Float64Array; // ln g + ln fit
  readonly quality: Float64Array; // g fit
  readonly fit: Float64Array; // how far the product meets the segment's needs (0-1]
  readonly paidInput: Float64Array; // mean price of a token billed, itself alone [money/Mtok]
  readonly paidOutput: Float64Array;
  readonly riseInput: Float64Array; // what work costs more after a promotion's printed end [money/Mtok]
  readonly riseOutput: Float64Array;
  readonly riseFee: Float64Array; // of a plan [money/week]
  readonly ends: Float64Array; // that end, days since 1970; Infinity: none is printed
  readonly gradedInput: Float64Array; // own price of work that terms by volume are of, each buyer's by its own bill:
  readonly gradedOutput: Float64Array; // before them, net of tax [money/Mtok]; 0: none, or the segment's mean counts
  readonly graded: Float64Array; // what they leave of it over all of the segment's buyers [1]
  readonly tokensInput: Float64Array; // billed for each token of work [1]
  readonly tokensOutput: Float64Array;
  readonly cached: Float64Array; // part of its input tokens read from a cache
  readonly written: Float64Array; // part of them written to it
  readonly context: Float64Array; // length of its prompts held in memory, over usual ones [1]
  readonly costInput: Float64Array; // of a token, over the product's mean, for the length of its prompts [1]
  readonly costOutput: Float64Array;
  readonly batch: Float64Array; // part of its work sent as batch
  readonly cheap: Float64Array; // part of its work at the week's lowest prices
  readonly routed: Float64Array; // part of the work that `routedTo` does
  readonly routedTo: Int16Array; // product; -1: none
  readonly quota: Float64Array; // free or included work [Mtok/week]; 0: none, Infinity: no limit
  readonly fee: Float64Array; // of a plan among products billed by the token [money/week of an agent]; 0: none
  readonly slow: Float64Array; // of a plan: what waiting for a token beyond the quota costs, over its worth; 0: billed
  readonly plain: Uint8Array; // 1: a token of work is a token billed, and nothing is routed
  readonly weeks: (Float64Array | null)[]; // shares of its use by hour of the vendor's week; null: no hours stated
  readonly terms: Terms;
}

/**
 * What tariffs were last worked out for. A product's list and tariff are looked at once a tick, whatever the number of
 * its segments; a cell is integrated anew where its product's version has moved on, or what only the segment meets has.
 */
interface Terms {
  readonly live: Uint8Array; // by product: whether it was on sale
  readonly products: Float64Array; // product x PRODUCT_STAMP
  readonly versions: Float64Array; // by product
  readonly cells: Float64Array; // cell x CELL_STAMP
}

/** A list, and what the day makes of it: promotions, their end, tokens a task, holidays, the number of its tariff. */
export const PRODUCT_STAMP = METER_IDS.length + 7;
/** The product's version, what is bargained off, tax, how far the vendor's clock is ahead of the buyers'. */
export const CELL_STAMP = 5;
