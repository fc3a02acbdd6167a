import { exp } from "../math/elementary.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model, SegmentSpec } from "../types.ts";
import { NEVER } from "./agents.ts";
import { type Bonus, bonusColumns, fillBonus, takeCredit } from "./bonus.ts";
import { CHUNK } from "./blocks.ts";
import type { Batch, KernelConstants } from "./kernel.ts";
import { ageUse, enter, growthOf, remove, usage } from "./ledger.ts";
import { recountAll } from "./recount.ts";
import { productUse } from "./totals.ts";
import { type ChoiceTable, choiceTable } from "./tables.ts";
import { renewTastes } from "./tastes.ts";

/** Why volume changed this tick: rows of flows.volume. */
export const VOLUME_CAUSES = ["moreUse", "newApplications", "left", "switching"] as const;
const [MORE_USE, NEW, LEFT, SWITCHING] = [0, 1, 2, 3];
/** Ledger sums are recounted this often, so that rounding of additions and removals never builds up. */
const RECOUNT_TICKS = 64;

/** Who is awake decides; present users of a product whose offer changed use more or less of it. */
export function choose(model: Model, market: Market, dt: number): void {
  const { flows } = market;
  const rates = [flows.joined, flows.left, flows.switchedIn, flows.switchedOut, flows.credits];
  for (const column of rates) column.fill(0);
  for (const column of [flows.volume, flows.movedAgents, flows.movedUsers]) column.fill(0);
  ageUse(model, market, dt * 7);
  recountStale(model, market);
  for (const s of model.segments) decideSegment(model, market, s);
  for (const column of rates) for (let j = 0; j < column.length; j++) column[j] /= dt;
}

function recountStale(model: Model, market: Market): void {
  const { stale, live } = market.products;
  const all = market.tick >= 0 && market.tick % RECOUNT_TICKS === 0;
  const before = model.products.map((_, j) => productUse(model, market, j));
  // What is left of a dead product once its users have gone is rounding.
  const due = before.map((use, j) => stale[j] !== 0 || all || (live[j] === 0 && use !== 0));
  recountAll(model, market, (j) => due[j]);
  for (let j = 0; j < due.length; j++) {
    if (!due[j]) continue;
    market.flows.volume[MORE_USE] += productUse(model, market, j) - before[j];
    stale[j] = 0;
  }
}

/** Awake agents of one segment decide, a chunk at a time: none of them sees what another does this tick. */
function decideSegment(model: Model, market: Market, s: SegmentSpec): void {
  const { woken, wake } = market.agents;
  const end = model.population.start[s.index + 1];
  let from = 0;
  while (from < wake.count && woken[from] < model.population.start[s.index]) from++;
  let to = from;
  while (to < wake.count && woken[to] < end) to++;
  if (from === to) return;
  const { mu, loyalty } = model.demand as MixedLogit;
  const constants = { mu, sameVendor: loyalty.sameVendor, vendorOf: model.vendorOf };
  const table = choiceTable(model, market, s);
  const slot = bonusColumns(model, market, s);
  for (; from < to; from += CHUNK) {
    const batch = batchOf(model, market, s, { from, to: Math.min(to, from + CHUNK), slot });
    renewTastes(model, market, s, batch);
    model.kernel.choose(model.population, table, batch, constants);
    const second = market.agents.second.length > 0 ? secondChoices(model, market, { batch, table, constants }) : null;
    for (let row = 0; row < batch.count; row++) {
      settleChoice(model, market, {
        i: batch.agents[row],
        s: s.index,
        pick: batch.pick[row],
        reach: batch.reach[row],
        second: second ? second[row] : -1,
      });
    }
  }
}

interface Deciders {
  readonly from: number; // among the woken
  readonly to: number;
  readonly slot: Bonus["slot"] | null;
}

/** Some woken agents of segment s at the kernel's desk, with the pull of the product each one holds. */
function batchOf(model: Model, market: Market, s: SegmentSpec, { from, to, slot }: Deciders): Batch {
  const { woken, held, since, taste } = market.agents;
  const { switching } = model.population;
  const { desk } = model.kernel;
  const ageing = 7 * (model.demand as MixedLogit).loyalty.weeks;
  const count = to - from;
  for (let row = 0; row < count; row++) {
    const i = woken[from + row];
    desk.agents[row] = i;
    desk.held[row] = held[i];
    desk.loyalty[row] = held[i] >= 0 ? switching[i] * (1 - exp(-(market.day - since[i]) / ageing)) : 0;
  }
  return {
    agents: desk.agents,
    count,
    held: desk.held,
    loyalty: desk.loyalty,
    taste: taste.length > 0 ? taste : model.population.taste,
    exclude: null,
    bonus: slot && bonusOf(model, market, s, { slot, count }),
    pick: desk.pick,
    reach: desk.reach,
  };
}

function bonusOf(
  model: Model,
  market: Market,
  s: SegmentSpec,
  { slot, count }: { slot: Bonus["slot"]; count: number },
): Bonus {
  // prettier-ignore
  const { desk } = model.kernel;
  const bonus = { slot, columns: Math.max(...slot) + 1, values: desk.bonus };
  for (let row = 0; row < count; row++) fillBonus(model, market, bonus, { row, i: desk.agents[row], s: s.index });
  return bonus;
}

interface Choosing {
  readonly batch: Batch;
  readonly table: ChoiceTable;
  readonly constants: KernelConstants;
}

/** Multi-homing: part of an agent's volume goes to the best product of another vendor than its first choice. */
function secondChoices(model: Model, market: Market, { batch, table, constants }: Choosing): Int16Array {
  const { second } = market.agents;
  const { desk, choose: decide } = model.kernel;
  for (let row = 0; row < batch.count; row++) {
    desk.heldBeside[row] = second[batch.agents[row]];
    desk.exclude[row] = batch.pick[row] >= 0 ? model.vendorOf[batch.pick[row]] : -1;
  }
  const beside = { held: desk.heldBeside, exclude: desk.exclude, pick: desk.pickBeside, reach: desk.reachBeside };
  decide(model.population, table, { ...batch, ...beside }, constants);
  for (let row = 0; row < batch.count; row++) {
    if (!(model.population.secondShare[batch.agents[row]] > 0)) desk.pickBeside[row] = -1;
  }
  return desk.pickBeside;
}

interface Choice {
  readonly i: number;
  readonly s: number;
  readonly pick: number;
  readonly reach: number;
  readonly second: number;
}

/** A non-user adopts if the best on offer is worth its fixed cost; a user leaves only if not even the sunk part is. */
function settleChoice(model: Model, market: Market, { i, s, pick, reach, second }: Choice): void {
  const { agents } = market;
  const from = agents.held[i];
  const sunk = from >= 0 ? (model.demand as MixedLogit).sunk : 0;
  const to = reach >= model.population.lnFixedCost[i] - sunk ? pick : -1;
  const beside = to >= 0 ? second : -1;
  if (to === from && (agents.second.length === 0 || beside === agents.second[i])) return;
  const before = leave(model, market, i, s);
  agents.held[i] = to;
  if (agents.second.length > 0) agents.second[i] = beside;
  if (to !== from) agents.since[i] = market.day;
  if (to >= 0 && agents.adopted[i] === NEVER) agents.adopted[i] = market.day;
  const after = arrive(model, market, i, s);
  if (to !== from) report(model, market, { i, from, to });
  if (to >= 0 && to !== from && agents.credited.length > 0) market.flows.credits[model.vendorOf[to]] += takeCredit(model, market, { i, s, j: to }); // prettier-ignore
  const cause = from < 0 ? NEW : to < 0 ? LEFT : SWITCHING;
  market.flows.volume[cause] += growthOf(model, market, s) * (after - before);
}

/** Takes what agent i holds out of the ledger; returns what it used. */
function leave(model: Model, market: Market, i: number, s: number): number {
  let used = 0;
  for (const position of positionsOf(market, i, s)) {
    used += usage(model, market, position);
    remove(model, market, position);
  }
  return used;
}

/** Enters what agent i holds; returns what it uses. */
function arrive(model: Model, market: Market, i: number, s: number): number {
  let used = 0;
  for (const position of positionsOf(market, i, s)) {
    enter(model, market, position);
    used += usage(model, market, position);
  }
  return used;
}

function positionsOf({ agents }: Market, i: number, s: number) {
  const positions: { i: number; s: number; slot: 0 | 1; j: number }[] = [];
  if (agents.held[i] >= 0) positions.push({ i, s, slot: 0, j: agents.held[i] });
  if (agents.second.length > 0 && agents.second[i] >= 0) positions.push({ i, s, slot: 1, j: agents.second[i] });
  return positions;
}

function report(
  { population }: Model,
  { flows }: Market,
  { i, from, to }: { i: number; from: number; to: number },
): void {
  // prettier-ignore
  const weight = population.weight[i];
  const pair = (from + 1) * (flows.joined.length + 1) + to + 1;
  flows.movedAgents[pair]++;
  flows.movedUsers[pair] += weight;
  if (from < 0) flows.joined[to] += weight;
  else if (to < 0) flows.left[from] += weight;
  else {
    flows.switchedOut[from] += weight;
    flows.switchedIn[to] += weight;
  }
}
