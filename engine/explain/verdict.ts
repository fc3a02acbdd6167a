import type { Split } from "./decompose.ts";

/**
 * What a price change is called. It speaks of what changed between two days, never of where prices stood:
 *
 *   free          a fall to a price of 0
 *   pass-through  cost makes at least half of a fall, or three quarters of a rise
 *   war           a margin given up that ends below cost, or most of which lies below the price of competition
 *   competition   any other margin given up
 *   margin        a rise, three quarters of it margin won back
 *   both          a rise, part cost and part margin
 *
 * Null: the price moved by less than a tenth, and the words would mean little.
 */
export type Verdict = "free" | "pass-through" | "war" | "competition" | "margin" | "both" | null;

export interface Judgement {
  /** What most replications say. */
  readonly verdict: Verdict;
  /** Share of replications that say so [0-1]. */
  readonly robustness: number;
}

const SMALL = 0.1; // of the price: no verdict below
const MOST_OF_A_FALL = 0.5;
const MOST_OF_A_RISE = 0.75;

/**
 * The word for one change. From the split come these axioms, each of them tested: neither the unit nor the currency
 * matters, nor whether sales stand in one row or in two; where markups stay it is pass-through, whatever the price of
 * competition; a factor on that price changes nothing while prices lie below it; and of two spans on end that a product
 * passes through, so it does over both.
 */
export function wordFor({ from, to, symmetric, belowNash, ...split }: Split): Verdict {
  const change = to - from;
  if (Math.abs(change) < SMALL * from || change === 0) return null;
  const margin = symmetric.margin / change;
  if (change > 0) {
    if (margin <= 1 - MOST_OF_A_RISE) return "pass-through";
    return margin >= MOST_OF_A_RISE ? "margin" : "both";
  }
  if (to === 0) return "free";
  if (margin <= 1 - MOST_OF_A_FALL) return "pass-through";
  const fought = isBelowCost(split) || belowNash <= symmetric.margin / 2;
  return fought ? "war" : "competition";
}

/** Whether what is used is sold for less than serving it costs. */
export const isBelowCost = ({ paidTo, servedTo }: Pick<Split, "paidTo" | "servedTo">): boolean => paidTo < servedTo;

/** What the replications of a change say together. */
export function judge(splits: readonly Split[]): Judgement {
  const words = splits.map(wordFor);
  const count = (word: Verdict) => words.filter((w) => w === word).length;
  const verdict = words.reduce((most, word) => (count(word) > count(most) ? word : most), words[0]);
  return { verdict, robustness: count(verdict) / words.length };
}
