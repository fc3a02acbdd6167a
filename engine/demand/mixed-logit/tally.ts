import type { AgentMarket, AgentModel } from "./model.ts";

/**
 * What people did this tick, counted by block like the ledger, so that no split over threads shows: who has heard of
 * such products (a stock), why volume changed, who joined, left and switched, and which credits were granted.
 */
export const [MORE_USE, NEW, LEFT, SWITCHING] = [1, 2, 3, 4];
export const AWARE = 0;
const CREDITS = 5; // from here on by vendor; then who moved, by the product they left

type Count = { readonly length: number };
type Shape = { readonly products: Count; readonly vendors: Count };

/**
 * What moved out of one product, none being the first: how many agents did, then to each product the users they stand
 * for, then to each the agents. The first cell tells whether the rest, most of it noughts, need be looked at.
 */
const departures = ({ products }: Shape): number => 1 + 2 * (products.length + 1);
const departuresFrom = (model: Shape, from: number): number =>
  CREDITS + model.vendors.length + (from + 1) * departures(model);

/** Cells of a block's row. */
export const tallyWidth = (model: Shape): number => departuresFrom(model, model.products.length);

/** Where a block's row begins. */
export const tallyRow = (model: AgentModel, block: number): number => block * tallyWidth(model);

/** A new tick: all but the stock begins at zero. */
export function clearTally(model: AgentModel, { agents: { tally } }: AgentMarket, block: number): void {
  const row = tallyRow(model, block);
  tally.fill(0, row + AWARE + 1, row + departuresFrom(model, -1));
  for (let from = -1; from < model.products.length; from++) {
    const at = row + departuresFrom(model, from);
    if (tally[at] > 0) tally.fill(0, at, at + departures(model));
  }
}

/** One agent went from one product to another; -1 is none. */
export function tallyMove(
  model: AgentModel,
  { agents: { tally } }: AgentMarket,
  row: number,
  { from, to, weight }: { readonly from: number; readonly to: number; readonly weight: number },
): void {
  const at = row + departuresFrom(model, from);
  const users = at + 1 + to + 1;
  tally[at]++;
  tally[users] += weight;
  tally[users + model.products.length + 1]++;
}

/** A vendor gave a new customer its credit [money]. */
export function tallyCredit(
  { agents: { tally } }: AgentMarket,
  row: number,
  granted: { readonly vendor: number; readonly worth: number },
): void {
  tally[row + CREDITS + granted.vendor] += granted.worth;
}

/** Adds up the blocks, in order, into the tick's flows; rates are per week, `dt` weeks having passed. */
export function totalTally(model: AgentModel, { flows, agents: { tally } }: AgentMarket, dt: number): void {
  for (const column of [flows.volume, flows.movedUsers, flows.movedAgents, flows.credits, flows.credited])
    column.fill(0);
  flows.aware = 0;
  for (let row = 0, block = 0; row < tally.length; row += tallyWidth(model), block++) {
    flows.aware += tally[row + AWARE];
    for (let k = 0; k < flows.volume.length; k++) flows.volume[k] += tally[row + AWARE + 1 + k];
    for (let v = 0; v < flows.credits.length; v++) {
      flows.credits[v] += tally[row + CREDITS + v];
      flows.credited[model.population.segmentOf[block]] += tally[row + CREDITS + v] / dt;
    }
    for (let from = -1; from < model.products.length; from++) {
      const at = row + departuresFrom(model, from);
      if (tally[at] > 0) totalDepartures(model, flows, tally, { from, at });
    }
  }
  for (let v = 0; v < flows.credits.length; v++) flows.credits[v] /= dt;
  totalMoves(flows, dt);
}

function totalDepartures(
  { products }: AgentModel,
  { movedUsers, movedAgents }: AgentMarket["flows"],
  tally: Float64Array,
  { from, at }: { readonly from: number; readonly at: number },
): void {
  const side = products.length + 1;
  const pair = (from + 1) * side;
  for (let to = 0; to < side; to++) {
    movedUsers[pair + to] += tally[at + 1 + to];
    movedAgents[pair + to] += tally[at + 1 + side + to];
  }
}

/** Who joined, left and switched, by product. */
function totalMoves({ movedUsers, joined, left, switchedIn, switchedOut }: AgentMarket["flows"], dt: number): void {
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
