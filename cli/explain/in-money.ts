import { type Arm, type Explained, type Explanation, isMoneyOutput, type Worth } from "../../engine/index.ts";
import { timesAll } from "../reader-money.ts";

/** What `explain` found, with its money in a reader's: `rate` of it for one of the scenario's. */
export function explanationIn(found: Explanation, rate: number): Explanation {
  const restated = (e: Explained): Explained => ({
    ...e,
    split: timesAll(e.split, rate),
    low: timesAll(e.low, rate),
    high: timesAll(e.high, rate),
  });
  const { products, vendors, index } = found;
  return {
    ...found,
    products: products.map(restated),
    vendors: vendors.map(restated),
    index: index && restated(index),
  };
}

const bandIn = <B extends Worth["follow"]>(band: B, rate: number): B => ({
  ...band,
  base: band.base * rate,
  other: band.other * rate,
  mean: band.mean * rate,
  low: band.low * rate,
  high: band.high * rate,
});

export const worthIn = (w: Worth, rate: number): Worth => ({
  ...w,
  cells: Object.fromEntries(
    Object.entries(w.cells).map(([id, cell]) => [id, { ...cell, profit: cell.profit * rate }]),
  ) as Worth["cells"],
  follow: bandIn(w.follow, rate),
  unanswered: bandIn(w.unanswered, rate),
  holdOut: bandIn(w.holdOut, rate),
});

/** Outcomes that are no money, shares and tokens, stay what they are. */
export const armsIn = (arms: readonly Arm[], rate: number): Arm[] =>
  arms.map((arm) => ({
    ...arm,
    wedges: arm.wedges.map((w) => (isMoneyOutput(w.path) ? bandIn(w, rate) : w)),
  }));
