import type { Market, Model } from "../types.ts";

/**
 * What people did this tick, counted by block like the ledger, so that no split over threads shows: who has heard of such
 * products (a stock), why volume changed, who joined, left and switched, and which credits were granted.
 */
export const VOLUME_CAUSES = ["moreUse", "newApplications", "left", "switching"] as const;
export const [MORE_USE, NEW, LEFT, SWITCHING] = [1, 2, 3, 4];
export const AWARE = 0;
const MOVED = 5; // from here on: who moved from which product to which, as users and as agents; then credits by vendor

type Shape = Pick<Model, "products" | "vendors">;
const pairs = ({ products }: Shape): number => (products.length + 1) ** 2;

/** Cells of a block's row. */
export const tallyWidth = (model: Shape): number => MOVED + 2 * pairs(model) + model.vendors.length;

/** Where a block's row begins. */
export const tallyRow = (model: Model, block: number): number => block * tallyWidth(model);

/** A new tick: all but the stock begins at nought. */
export function clearTally(model: Model, { agents: { tally } }: Market, block: number): void {
  const row = tallyRow(model, block);
  tally.fill(0, row + AWARE + 1, row + tallyWidth(model));
}

/** One agent went from one product to another; -1 is none. */
export function tallyMove(
  model: Model,
  { agents: { tally } }: Market,
  row: number,
  { from, to, weight }: { readonly from: number; readonly to: number; readonly weight: number },
): void {
  const pair = row + MOVED + (from + 1) * (model.products.length + 1) + to + 1;
  tally[pair] += weight;
  tally[pair + pairs(model)]++;
}

/** A vendor gave a new customer its credit [money]. */
export function tallyCredit(
  model: Model,
  { agents: { tally } }: Market,
  row: number,
  granted: { readonly vendor: number; readonly worth: number },
): void {
  tally[row + MOVED + 2 * pairs(model) + granted.vendor] += granted.worth;
}

/** Adds up the blocks, in order, into the tick's flows; rates are per week, `dt` weeks having passed. */
export function totalTally(model: Model, market: Market, dt: number): void {
  const { flows, agents } = market;
  const { tally } = agents;
  for (const column of [flows.volume, flows.movedUsers, flows.movedAgents, flows.credits]) column.fill(0);
  flows.aware = 0;
  for (let row = 0; row < tally.length; row += tallyWidth(model)) {
    flows.aware += tally[row + AWARE];
    let at = row + AWARE + 1;
    for (const column of [flows.volume, flows.movedUsers, flows.movedAgents, flows.credits]) {
      for (let k = 0; k < column.length; k++) column[k] += tally[at++];
    }
  }
  for (let v = 0; v < flows.credits.length; v++) flows.credits[v] /= dt;
  totalMoves(flows, dt);
}

/** Who joined, left and switched, by product. */
function totalMoves({ movedUsers, joined, left, switchedIn, switchedOut }: Market["flows"], dt: number): void {
  const side = joined.length + 1;
  for (let j = 1; j < side; j++) {
    joined[j - 1] = movedUsers[j] / dt;
    left[j - 1] = movedUsers[j * side] / dt;
    let [into, out] = [0, 0];
    for (let k = 1; k < side; k++) {
      into += movedUsers[k * side + j];
      out += movedUsers[j * side + k];
    }
    switchedIn[j - 1] = into / dt;
    switchedOut[j - 1] = out / dt;
  }
}
