import type { Market, Model } from "../types.ts";

/**
 * What people did this tick, counted by block like the ledger, so that no split over threads shows: who has heard of such
 * products (a stock), why volume changed, who joined, left and switched, and which credits were granted.
 */
export const VOLUME_CAUSES = ["moreUse", "newApplications", "left", "switching"] as const;
export const [MORE_USE, NEW, LEFT, SWITCHING] = [1, 2, 3, 4];
export const AWARE = 0;
const BY_PRODUCT = 5; // from here on: four columns by product, then credits by vendor

/** Cells of a block's row. */
export const tallyWidth = ({ products, vendors }: Pick<Model, "products" | "vendors">): number =>
  BY_PRODUCT + 4 * products.length + vendors.length;

/** Where a block's row begins. */
export const tallyRow = (model: Model, block: number): number => block * tallyWidth(model);

/** A new tick: all but the stock begins at nought. */
export function clearTally(model: Model, { agents: { tally } }: Market, block: number): void {
  const row = tallyRow(model, block);
  tally.fill(0, row + AWARE + 1, row + tallyWidth(model));
}

/** One agent went from one product to another; -1 is none. */
export function tallyMove(
  { products }: Model,
  { agents: { tally } }: Market,
  row: number,
  { from, to, weight }: { readonly from: number; readonly to: number; readonly weight: number },
): void {
  const n = products.length;
  if (from < 0) tally[row + BY_PRODUCT + to] += weight;
  else if (to < 0) tally[row + BY_PRODUCT + n + from] += weight;
  else {
    tally[row + BY_PRODUCT + 2 * n + to] += weight;
    tally[row + BY_PRODUCT + 3 * n + from] += weight;
  }
}

/** A vendor gave a new customer its credit [money]. */
export function tallyCredit(
  { products }: Model,
  { agents: { tally } }: Market,
  row: number,
  granted: { readonly vendor: number; readonly worth: number },
): void {
  tally[row + BY_PRODUCT + 4 * products.length + granted.vendor] += granted.worth;
}

/** Adds up the blocks, in order, into the tick's flows; rates are per week, `dt` weeks having passed. */
export function totalTally(model: Model, market: Market, dt: number): void {
  const {
    flows,
    agents: { tally },
  } = market;
  const rates = [flows.joined, flows.left, flows.switchedIn, flows.switchedOut, flows.credits];
  for (const column of rates) column.fill(0);
  flows.volume.fill(0);
  flows.aware = 0;
  for (let row = 0; row < tally.length; row += tallyWidth(model)) {
    flows.aware += tally[row + AWARE];
    for (let c = 0; c < flows.volume.length; c++) flows.volume[c] += tally[row + AWARE + 1 + c];
    let at = row + BY_PRODUCT;
    for (const column of rates) for (let k = 0; k < column.length; k++) column[k] += tally[at++];
  }
  for (const column of rates) for (let k = 0; k < column.length; k++) column[k] /= dt;
}
