import { exp } from "../math/elementary.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model, SegmentSpec } from "../types.ts";
import { NEVER } from "./agents.ts";
import { type Batch, chooseReference } from "./kernel.ts";
import { ageUse, enter, productUse, recount, remove, usage } from "./ledger.ts";
import { choiceTable } from "./tables.ts";

/** Why volume changed this tick: rows of flows.volume. */
export const VOLUME_CAUSES = ["moreUse", "newApplications", "left", "switching"] as const;
const [MORE_USE, NEW, LEFT, SWITCHING] = [0, 1, 2, 3];
/** Ledger sums are recounted this often, so that rounding of additions and removals never builds up. */
const RECOUNT_TICKS = 64;

/** Who is awake decides; present users of a product whose price changed use more or less of it. */
export function choose(model: Model, market: Market, dt: number): void {
  const { flows } = market;
  for (const column of [flows.joined, flows.left, flows.switchedIn, flows.switchedOut, flows.volume]) column.fill(0);
  ageUse(model, market, dt * 7);
  recountStale(model, market);
  for (const s of model.segments) decideSegment(model, market, s);
  for (const column of [flows.joined, flows.left, flows.switchedIn, flows.switchedOut]) {
    for (let j = 0; j < column.length; j++) column[j] /= dt;
  }
}

function recountStale(model: Model, market: Market): void {
  const growth = market.tick < 0 ? 1 : model.growth[market.tick];
  const all = market.tick >= 0 && market.tick % RECOUNT_TICKS === 0;
  for (let j = 0; j < model.products.length; j++) {
    if (market.products.stale[j] === 0 && !all) continue;
    const before = productUse(model, market, j);
    recount(model, market, j);
    market.flows.volume[MORE_USE] += growth * (productUse(model, market, j) - before);
    market.products.stale[j] = 0;
  }
}

function decideSegment(model: Model, market: Market, s: SegmentSpec): void {
  const batch = batchOf(model, market, s);
  const demand = model.demand as MixedLogit;
  chooseReference(model.population, choiceTable(model, market, s), batch, {
    mu: demand.mu,
    sameVendor: demand.loyalty.sameVendor,
    vendorOf: Int16Array.from(model.products, (p) => p.vendor),
  });
  for (let row = batch.from; row < batch.to; row++) {
    const i = batch.agents[row];
    settleChoice(model, market, { i, s: s.index, pick: batch.pick[row], reach: batch.reach[row] });
  }
}

/** The woken agents of segment s, with the pull of the product each one holds. */
function batchOf(model: Model, market: Market, s: SegmentSpec): Batch {
  const { woken, wake, held, since } = market.agents;
  const { start, switching } = model.population;
  const { weeks } = (model.demand as MixedLogit).loyalty;
  let from = 0;
  while (from < wake.count && woken[from] < start[s.index]) from++;
  let to = from;
  while (to < wake.count && woken[to] < start[s.index + 1]) to++;
  const loyalty = new Float32Array(wake.count);
  for (let row = from; row < to; row++) {
    const i = woken[row];
    if (held[i] >= 0) loyalty[row] = switching[i] * (1 - exp(-(market.day - since[i]) / (7 * weeks)));
  }
  return {
    agents: woken,
    from,
    to,
    held,
    loyalty,
    pick: new Int16Array(wake.count),
    reach: new Float32Array(wake.count),
  };
}

interface Choice {
  readonly i: number;
  readonly s: number;
  readonly pick: number;
  readonly reach: number;
}

/** A non-user adopts if the best on offer is worth its fixed cost; a user leaves only if not even the sunk part is. */
function settleChoice(model: Model, market: Market, { i, s, pick, reach }: Choice): void {
  const { held, since, adopted } = market.agents;
  const { lnFixedCost, weight } = model.population;
  const { flows } = market;
  const growth = market.tick < 0 ? 1 : model.growth[market.tick];
  const from = held[i];
  const sunk = from >= 0 ? (model.demand as MixedLogit).sunk : 0;
  const to = reach >= lnFixedCost[i] - sunk ? pick : -1;
  if (to === from) return;
  const before = from >= 0 ? usage(model, market, i) : 0;
  if (from >= 0) remove(model, market, i, s, from);
  held[i] = to;
  since[i] = market.day;
  if (to >= 0) {
    if (adopted[i] === NEVER) adopted[i] = market.day;
    enter(model, market, i, s, to);
  }
  const after = to >= 0 ? usage(model, market, i) : 0;
  if (from < 0) flows.joined[to] += weight[i];
  else if (to < 0) flows.left[from] += weight[i];
  else {
    flows.switchedOut[from] += weight[i];
    flows.switchedIn[to] += weight[i];
  }
  flows.volume[from < 0 ? NEW : to < 0 ? LEFT : SWITCHING] += growth * (after - before);
}
