import type { SegmentSpec } from "../../model/market.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { CHUNK } from "./blocks.ts";
import { type Bonus, bonusColumns, fillBonus } from "./bonus.ts";
import type { Batch, KernelConstants } from "./choose-reference.ts";
import { ageUse, growthOf } from "./ledger.ts";
import { move } from "./move.ts";
import { outgrow } from "./own-bill.ts";
import { recountStale } from "./recount.ts";
import { type ChoiceTable, choiceTable } from "./tables.ts";
import { renewTastes } from "./tastes.ts";

/** Who is awake decides; present users of a product whose offer changed use more or less of it. */
export function choose(model: AgentModel, market: AgentMarket, dt: number): void {
  ageUse(model, market, dt * 7);
  outgrow(model, market, (s) => growthOf(model, market, s));
  recountStale(model, market);
  for (const s of model.segments) decideSegment(model, market, s);
}

/** Awake agents of one segment decide, a chunk at a time: none of them sees what another does this tick. */
function decideSegment(model: AgentModel, market: AgentMarket, s: SegmentSpec): void {
  const { woken, wake } = market.agents;
  const end = model.population.start[s.index + 1];
  let from = 0;
  while (from < wake.count && woken[from] < model.population.start[s.index]) from++;
  let to = from;
  while (to < wake.count && woken[to] < end) to++;
  if (from === to) return;
  const { mu, loyalty } = model.demand;
  const constants = { mu, sameVendor: loyalty.sameVendor, vendorOf: model.vendorOf };
  const table = choiceTable(model, market, s);
  const slot = bonusColumns(model, market, s);
  for (; from < to; from += CHUNK) {
    const deciders = { from, to: Math.min(to, from + CHUNK), slot };
    const { batch, homing } = batchOf(model, market, s, deciders);
    renewTastes(model, market, s, batch);
    model.kernel.choose(model.population, table, batch, constants);
    if (homing > 0) secondChoices(model, market, { batch: { ...batch, count: homing }, table, constants });
    settleBatch(model, market, s, { batch, homing, from });
  }
}

/** In the order in which they woke, whatever their rows: sums of floats must not hang on how the work is cut up. */
function settleBatch(
  model: AgentModel,
  market: AgentMarket,
  s: SegmentSpec,
  { batch, homing, from }: { readonly batch: Batch; readonly homing: number; readonly from: number },
): void {
  const { woken } = market.agents;
  const { secondShare } = model.population;
  const { pickSecond } = model.kernel.desk;
  let [own, rest] = [0, homing];
  for (let k = 0; k < batch.count; k++) {
    const i = woken[from + k];
    const row = secondShare[i] > 0 ? own++ : rest++;
    const second = row < homing ? pickSecond[row] : -1;
    settleChoice(model, market, { i, s: s.index, pick: batch.pick[row], reach: batch.reach[row], second });
  }
}

interface Deciders {
  readonly from: number; // among the woken
  readonly to: number;
  readonly slot: Bonus["slot"] | null;
}

/**
 * Some woken agents of segment s at the kernel's desk, with the pull of the product each one holds. The first `homing`
 * rows are those who use a second vendor, so that only they are asked twice.
 */
function batchOf(
  model: AgentModel,
  market: AgentMarket,
  s: SegmentSpec,
  { from, to, slot }: Deciders,
): { readonly batch: Batch; readonly homing: number } {
  const { woken, held, since, taste } = market.agents;
  const { switching, secondShare } = model.population;
  const { desk } = model.kernel;
  const count = to - from;
  let homing = 0;
  for (let k = from; k < to; k++) if (secondShare[woken[k]] > 0) homing++;
  let [own, rest] = [0, homing];
  for (let k = from; k < to; k++) {
    const i = woken[k];
    const row = secondShare[i] > 0 ? own++ : rest++;
    desk.agents[row] = i;
    desk.held[row] = held[i];
    desk.loyalty[row] = held[i] >= 0 ? switching[i] * (1 - model.forgetting[market.day - since[i]]) : 0;
  }
  const batch = {
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
  return { batch, homing };
}

function bonusOf(
  model: AgentModel,
  market: AgentMarket,
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
function secondChoices(model: AgentModel, market: AgentMarket, { batch, table, constants }: Choosing): void {
  const { second } = market.agents;
  const { desk, choose: decide } = model.kernel;
  for (let row = 0; row < batch.count; row++) {
    desk.heldSecond[row] = second[batch.agents[row]];
    desk.exclude[row] = batch.pick[row] >= 0 ? model.vendorOf[batch.pick[row]] : -1;
  }
  const secondDesk = { held: desk.heldSecond, exclude: desk.exclude, pick: desk.pickSecond, reach: desk.reachSecond };
  decide(model.population, table, { ...batch, ...secondDesk }, constants);
}

/** A non-user adopts if the best on offer is worth its fixed cost; a user leaves only if not even the sunk part is. */
function settleChoice(model: AgentModel, market: AgentMarket, { i, s, pick, reach, second }: Choice): void {
  const { held, second: seconds } = market.agents;
  const sunk = held[i] >= 0 ? model.demand.sunk : 0;
  const to = reach >= model.population.lnFixedCost[i] - sunk ? pick : -1;
  const next = to >= 0 ? second : -1;
  if (to === held[i] && (seconds.length === 0 || next === seconds[i])) return;
  move(model, market, { i, s, to, second: next });
}

interface Choice {
  readonly i: number;
  readonly s: number;
  readonly pick: number;
  readonly reach: number;
  readonly second: number;
}
