import { type Probability, probability } from "../experiments/probability.ts";
import type { Split } from "./decompose.ts";

/**
 * What a price change is called. It speaks of what changed between two days, never of where prices stood:
 *
 *   free          a fall to a price of 0
 *   pass-through  cost makes at least half of a fall, or three quarters of a rise
 *   war           a margin given up that ends below cost, or most of which lies below what competition accounts for,
 *                 by sellers who look at the week or ahead
 *   competition   any other margin given up
 *   margin        a rise, three quarters of it margin won back
 *   both          a rise, part cost and part margin
 *   undetermined  of several runs together: no word has two thirds of them
 *
 * Null: the price moved by less than a tenth, and the words would mean little.
 */
type Word = "free" | "pass-through" | "war" | "competition" | "margin" | "both" | null;
export type Verdict = Word | "undetermined";

/** How often one word is said, with the 95 % interval that the number of runs allows. */
export interface Odds extends Probability {
  readonly word: Word;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** What most replications say, whether or not that is enough for a verdict. */
  readonly leading: Word;
  /** Share of replications that say so [0-1]. */
  readonly robustness: number;
  /** Every word that some replication says, most often first. */
  readonly odds: readonly Odds[];
}

/** A word that fewer replications say than this is no verdict. */
export const FIRM = 2 / 3;

const SMALL = 0.1; // of the price: no verdict below
const MOST_OF_A_FALL = 0.5;
const MOST_OF_A_RISE = 0.75;

/**
 * The word for one change. From the split come these axioms, each of them tested: neither the unit nor the currency
 * matters, nor whether sales stand in one row or in two; where markups stay it is pass-through, whatever the price of
 * competition; a factor on that price changes nothing while prices lie below it; and of two spans on end that a product
 * passes through, so it does over both.
 */
export function wordFor({ from, to, symmetric, belowNash, ...split }: Split): Word {
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

/**
 * What the replications of a change say together.
 * @param runs how many of the splits are independent: several may tell one run by several conventions
 */
export function judge(splits: readonly Split[], runs = splits.length): Judgement {
  const words = splits.map(wordFor);
  const odds = [...new Set(words)]
    .map((word): Odds => {
      const share = words.filter((w) => w === word).length / words.length;
      return { word, ...probability(share * runs, runs) };
    })
    .toSorted((a, b) => b.share - a.share);
  const [{ word, share }] = odds;
  return { verdict: share < FIRM ? "undetermined" : word, leading: word, robustness: share, odds };
}
