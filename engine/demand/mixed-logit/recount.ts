import type { AgentMarket, AgentModel } from "./model.ts";
import type { Agents } from "./agents.ts";
import { noteAllowances, usersOnAllowance } from "./allowed.ts";
import { BLOCK, forBlocks } from "./blocks.ts";
import { COLUMN, COLUMNS, enterAt, growthOf, metered } from "./ledger.ts";
import { meterOf } from "./meter.ts";
import { MORE_USE, tallyRow } from "./tally.ts";

const UNMARKED = 0;
const ENTER = 1;
const METER = 2;

/** Ledger sums are recounted this often, so that rounding of additions and removals never builds up. */
const RECOUNT_TICKS = 64;

/** Which products are due, and how their users are counted. */
function markOf({ products }: AgentModel, market: AgentMarket, which: (j: number) => boolean): Uint8Array {
  const mark = new Uint8Array(products.length);
  for (let j = 0; j < mark.length; j++) if (which(j)) mark[j] = metered(market, j) ? METER : ENTER;
  return mark;
}

const nobody = (mark: Uint8Array): boolean => mark.every((m) => m === UNMARKED);

/** Recounts the users of every product whose offer changed, and tallies how much more or less they use. */
export function recountStale(model: AgentModel, market: AgentMarket): void {
  const { stale, live } = market.products;
  const all = market.tick >= 0 && market.tick % RECOUNT_TICKS === 0;
  const due = markOf(model, market, (j) => all || stale[j] !== 0);
  const gone = markOf(model, market, (j) => live[j] === 0);
  if (nobody(due) && nobody(gone)) return;
  const mark = new Uint8Array(due.length);
  forBlocks(model.population, (s, from, to, block) => {
    // What is left of a dead product once its users have gone is rounding.
    for (let j = 0; j < mark.length; j++)
      mark[j] = due[j] || (useIn(model, market, block, j) !== 0 ? gone[j] : UNMARKED);
    if (nobody(mark)) return;
    const before = markedUse(model, market, block, mark);
    recountBlock(model, market, mark, { s, from, to, block });
    const change = markedUse(model, market, block, mark) - before;
    market.agents.tally[tallyRow(model, block) + MORE_USE] += growthOf(model, market, s) * change;
  });
  stale.fill(0);
}

/** Volume of product j in a block, ramped [Mtok/week at the start's volume]. */
function useIn(model: AgentModel, { agents: { ledger } }: AgentMarket, block: number, j: number): number {
  const youth = 1 - model.demand.ramp.start;
  const row = (block * model.products.length + j) * COLUMNS + COLUMN.TOKENS;
  return ledger[row] - youth * ledger[row + 1];
}

function markedUse(model: AgentModel, market: AgentMarket, block: number, mark: Uint8Array): number {
  let sum = 0;
  for (let j = 0; j < mark.length; j++) if (mark[j] !== UNMARKED) sum += useIn(model, market, block, j);
  return sum;
}

/** Counts every product with an allowance. */
export function countMetered(model: AgentModel, market: AgentMarket): void {
  if (!model.allowances || !noteAllowances(model, market)) return;
  const mark = markOf(model, market, (j) => metered(market, j));
  forBlocks(model.population, (s, from, to, block) => {
    const users = usersOnAllowance(market.agents, from, to, found);
    recountUsers(model, market, mark, { s, block, users });
  });
}

function clearRows({ products }: AgentModel, { agents }: AgentMarket, mark: Uint8Array, block: number): void {
  for (let j = 0; j < mark.length; j++) {
    if (mark[j] === UNMARKED) continue;
    const row = (block * products.length + j) * COLUMNS;
    agents.ledger.fill(0, row, row + COLUMNS);
  }
}

interface Block {
  readonly s: number;
  readonly from: number;
  readonly to: number;
  readonly block: number;
}

function recountBlock(model: AgentModel, market: AgentMarket, mark: Uint8Array, { s, from, to, block }: Block): void {
  recountUsers(model, market, mark, { s, block, users: holders(mark, market.agents, from, to) });
}

interface Users {
  readonly s: number;
  readonly block: number;
  readonly users: number; // how many of `found` to look at: all who hold a marked product
}

/** Agents in order, so that each row's sums always come out alike. */
function recountUsers(model: AgentModel, market: AgentMarket, mark: Uint8Array, { s, block, users }: Users): void {
  clearRows(model, market, mark, block);
  const { held, second } = market.agents;
  const homes = second.length > 0;
  const first = block * model.products.length;
  const meter = meterOf(model, market, s);
  for (let n = 0; n < users; n++) {
    at.s = s;
    at.i = found[n];
    for (at.slot = 0; at.slot < (homes ? 2 : 1); at.slot++) {
      at.j = at.slot === 0 ? held[at.i] : second[at.i];
      if (at.j < 0 || mark[at.j] === UNMARKED) continue;
      const row = (first + at.j) * COLUMNS;
      if (mark[at.j] === METER) meter.add(at.i, at.slot, at.j, row);
      else enterAt(model, market, at, row);
    }
  }
  meter.count();
}

/** Used over and over: a recount visits thousands. */
const at: { i: number; s: number; slot: number; j: number } = { i: 0, s: 0, slot: 0, j: 0 };
const found = new Int32Array(BLOCK);
const isMarked = new Uint8Array(1 << 15);

/**
 * Finds the agents of [from, to) that hold a marked product. No branch depends on who they are: it would be a guess.
 */
function holders(mark: Uint8Array, { held, second }: Agents, from: number, to: number): number {
  for (let j = 0; j < mark.length; j++) isMarked[j + 1] = mark[j] === UNMARKED ? 0 : 1;
  let n = 0;
  if (second.length === 0) {
    for (let i = from; i < to; i++) {
      found[n] = i;
      n += isMarked[held[i] + 1];
    }
    return n;
  }
  for (let i = from; i < to; i++) {
    found[n] = i;
    n += isMarked[held[i] + 1] | isMarked[second[i] + 1];
  }
  return n;
}
