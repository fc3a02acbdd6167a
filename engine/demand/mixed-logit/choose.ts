import type { MixedLogit } from "../../scenario/scenario.ts";
import type { Market, Model, SegmentSpec } from "../../model/market.ts";
import { NEVER } from "./agents.ts";
import { noteUser } from "./allowed.ts";
import { blockOf, CHUNK } from "./blocks.ts";
import { type Bonus, bonusColumns, fillBonus, takeCredit } from "./bonus.ts";
import type { Batch, KernelConstants } from "./choose-reference.ts";
import { ageUse, enter, growthOf, type Position, remove, usage } from "./ledger.ts";
import { recountStale } from "./recount.ts";
import { type ChoiceTable, choiceTable } from "./tables.ts";
import { LEFT, NEW, SWITCHING, tallyCredit, tallyMove, tallyRow } from "./tally.ts";
import { renewTastes } from "./tastes.ts";

/** Who is awake decides; present users of a product whose offer changed use more or less of it. */
export function choose(model: Model, market: Market, dt: number): void {
  ageUse(model, market, dt * 7);
  recountStale(model, market);
  for (const s of model.segments) decideSegment(model, market, s);
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
  const count = to - from;
  for (let row = 0; row < count; row++) {
    const i = woken[from + row];
    desk.agents[row] = i;
    desk.held[row] = held[i];
    desk.loyalty[row] = held[i] >= 0 ? switching[i] * (1 - model.forgetting[market.day - since[i]]) : 0;
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
  const { desk } = model.kernel;
  const bonus = { slot, columns: Math.max(...slot) + 1, values: desk.bonus };
  fillBonus(model, market, bonus, { count, s: s.index });
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
  noteUser(agents, i);
  if (to !== from) agents.since[i] = market.day;
  if (to >= 0 && agents.adopted[i] === NEVER) agents.adopted[i] = market.day;
  const after = arrive(model, market, i, s);
  const row = tallyRow(model, blockOf(model.population, i, s));
  const cause = from < 0 ? NEW : to < 0 ? LEFT : SWITCHING;
  agents.tally[row + cause] += growthOf(model, market, s) * (after - before);
  if (to === from) return;
  tallyMove(model, market, row, { from, to, weight: model.population.weight[i] });
  if (to >= 0 && agents.credited.length > 0)
    tallyCredit(market, row, { vendor: model.vendorOf[to], worth: takeCredit(model, market, { i, s, j: to }) });
}

/** One position, filled in over and over: thousands of agents move in a tick. */
const position: { -readonly [K in keyof Position]: Position[K] } = { i: 0, s: 0, slot: 0, j: 0 };

function positionOf({ agents }: Market, i: number, s: number, slot: number): Position | null {
  const j = slot === 0 ? agents.held[i] : agents.second.length > 0 ? agents.second[i] : -1;
  if (j < 0) return null;
  position.i = i;
  position.s = s;
  position.slot = slot;
  position.j = j;
  return position;
}

/** Takes what agent i holds out of the ledger; returns what it used. */
function leave(model: Model, market: Market, i: number, s: number): number {
  let used = 0;
  for (const slot of SLOTS) {
    const at = positionOf(market, i, s, slot);
    if (!at) continue;
    used += usage(model, market, at);
    remove(model, market, at);
  }
  return used;
}

/** Enters what agent i holds; returns what it uses. */
function arrive(model: Model, market: Market, i: number, s: number): number {
  let used = 0;
  for (const slot of SLOTS) {
    const at = positionOf(market, i, s, slot);
    if (!at) continue;
    enter(model, market, at);
    used += usage(model, market, at);
  }
  return used;
}

const SLOTS = [0, 1] as const;
