import { band } from "../math/quantile.ts";
import type { Recording } from "../recording/recorder.ts";
import { everyNumber, type Split, weighted } from "./decompose.ts";
import type { Span } from "../benchmarks/nash-prices.ts";
import { type Change, changes, type Convention } from "./standings.ts";
import { type Judgement, judge } from "./verdict.ts";

/**
 * A price change over the replications: the mean of each number, whose parts add up, and the middle eight of ten runs.
 */
export interface Explained extends Judgement {
  readonly id: string;
  readonly launched: boolean;
  readonly split: Split;
  readonly low: Split; // 10 % quantile of each number
  readonly high: Split; // 90 %
}

export interface Explanation {
  readonly from: string;
  readonly to: string;
  readonly runs: number;
  readonly products: readonly Explained[];
  readonly vendors: readonly Explained[];
  readonly index: Explained | null; // products on sale on both days; null: none
  /** Runs in which an equilibrium in pure strategies was found on the second day. */
  readonly nashFound: number;
}

/** What one run says: every product's change, and whose it is. Small, unlike the recording. */
export interface RunChanges {
  readonly productIds: readonly string[];
  readonly vendorIds: readonly string[];
  readonly vendorOf: readonly number[];
  readonly changes: readonly Change[];
  readonly nashFound: boolean; // an equilibrium in pure strategies on the second day
}

/** @param r a run with `nashBetween` the same days */
export const runChanges = (r: Recording, span: Span, convention: Convention = {}): RunChanges => ({
  productIds: r.productIds,
  vendorIds: r.vendorIds,
  vendorOf: r.vendorOf,
  changes: changes(r, span, convention),
  nashFound: r.nash?.at(-1)?.converged ?? false,
});

/**
 * Splits what happened between two days, over replications of one scenario (`run` with `nashBetween` the same days).
 */
export const explainRuns = (runs: readonly Recording[], span: Span): Explanation =>
  explainChanges(
    runs.map((r) => runChanges(r, span)),
    span,
  );

/**
 * The same from what each run said.
 * @param conventions by how many conventions each run is told, one after another
 */
export function explainChanges(runs: readonly RunChanges[], span: Span, conventions = 1): Explanation {
  const rows = runs.map((run) => run.changes);
  const { productIds, vendorIds, vendorOf } = runs[0];
  const one = (id: string, belongs: (c: Change) => boolean) => explained(id, rows, belongs, conventions);
  return {
    ...span,
    runs: runs.length / conventions,
    products: productIds.flatMap((id, j) => one(id, (c) => c.product === j) ?? []),
    vendors: vendorIds.flatMap((id, v) => one(id, (c) => vendorOf[c.product] === v) ?? []),
    index: one("index", (c) => !c.launched),
    nashFound: runs.filter((run) => run.nashFound).length / conventions,
  };
}

/** A basket over the replications in which it has anything to compare. */
function explained(
  id: string,
  rows: readonly (readonly Change[])[],
  belongs: (c: Change) => boolean,
  conventions: number,
): Explained | null {
  const baskets = rows.map((row) => row.filter(belongs)).filter((basket) => basket.length > 0);
  if (baskets.length === 0) return null;
  const splits = baskets.map((basket) =>
    weighted(
      basket.map((c) => c.split),
      basket.map((c) => c.weight),
    ),
  );
  return {
    id,
    launched: baskets[0].every((c) => c.launched),
    split: weighted(
      splits,
      splits.map(() => 1),
    ),
    low: everyNumber(splits, (x) => band(x)[0]),
    high: everyNumber(splits, (x) => band(x)[1]),
    ...judge(splits, splits.length / conventions),
  };
}
