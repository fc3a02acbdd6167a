import { costPart, type Split } from "./decompose.ts";

/** What a price fall is called. Null: the price did not fall by a tenth, and the words would mean little. */
export type Verdict = "free" | "war" | "pass-through" | "competition" | null;

/** The same question asked of each split; how each one would answer alone. */
export const SPLITS = ["symmetric", "absolute", "nash"] as const;
export type SplitName = (typeof SPLITS)[number];

export interface Judgement {
  readonly verdict: Verdict;
  /** Share of (split x replication) whose own word is the same [0-1]. */
  readonly robustness: number;
}

const SMALL = 0.1; // of the price: no verdict below
const UNDER_NASH = 0.95; // of the competitive price: what is lower is fought for
const SURE = 0.9; // of replications

/** The lowest price competition would come to, one a replication; NaN where it is not known. */
export type NashLow = readonly number[];

const fell = ({ from, to }: Split) => from > 0 && from - to >= SMALL * from;

/**
 * On the second day: **free** at a price of 0; **war** below long-run unit cost, or more than 5 % below the static Nash
 * price in 90 % of replications; **pass-through** if cost makes at least half of the fall in the symmetric split and at
 * least a quarter in the absolute one; **competition** otherwise.
 */
export function judge(splits: readonly Split[], nashLow: NashLow): Judgement {
  const verdict = overall(splits, nashLow);
  const words = splits.flatMap((s, r) => SPLITS.map((name) => wordOf(s, nashLow[r], name)));
  return { verdict, robustness: words.filter((w) => w === verdict).length / words.length };
}

function overall(splits: readonly Split[], nashLow: NashLow): Verdict {
  const share = (test: (s: Split, r: number) => boolean) => splits.filter(test).length / splits.length;
  if (share(fell) < 0.5) return null;
  if (share((s) => s.to === 0) >= 0.5) return "free";
  if (share((s) => s.to < s.costTo) >= 0.5) return "war";
  if (share((s, r) => s.to < UNDER_NASH * nashLow[r]) >= SURE) return "war";
  return share(passesThrough) >= 0.5 ? "pass-through" : "competition";
}

const passesThrough = (s: Split) => passedOn(s, "symmetric") && passedOn(s, "absolute");

/** The word one replication would get, were there only this split. */
function wordOf(s: Split, nashLow: number, name: SplitName): Verdict {
  if (!fell(s)) return null;
  if (s.to === 0) return "free";
  if (s.to < s.costTo || s.to < UNDER_NASH * nashLow) return "war";
  return passedOn(s, name) ? "pass-through" : "competition";
}

/** Whether cost makes enough of the fall: half of it, a quarter yuan for yuan, or more than either other part. */
function passedOn(s: Split, name: SplitName): boolean {
  const fall = s.from - s.to;
  if (name === "symmetric") return -costPart(s.symmetric) >= fall / 2;
  if (name === "absolute") return -s.absolute.cost >= fall / 4;
  return -s.nash.cost >= Math.max(-s.nash.competition, -s.nash.conduct);
}
