import type { Market, Model } from "../types.ts";
import { forBlocks } from "./blocks.ts";
import { COLUMNS, enterAt, meterAt, metered, type Position } from "./ledger.ts";

const UNMARKED = 0;
const ENTER = 1;
const METER = 2;

/** Recounts the users of every product `which` says, in one pass: after offers changed, or to shed rounding. */
export function recountAll(model: Model, market: Market, which: (j: number) => boolean): void {
  const mark = Uint8Array.from(model.products, ({ index: j }) => {
    if (!which(j)) return UNMARKED;
    return metered(model, market, j) ? METER : ENTER;
  });
  if (mark.every((m) => m === UNMARKED)) return;
  forBlocks(model.population, (s, from, to, block) => {
    clearRows(model, market, mark, block);
    recountBlock(model, market, mark, { s, from, to, block });
  });
}

export const recount = (model: Model, market: Market, j: number): void => recountAll(model, market, (k) => k === j);

/** Counts every product with an allowance. */
export function countMetered(model: Model, market: Market): void {
  if (model.allowances) recountAll(model, market, (j) => metered(model, market, j));
}

function clearRows({ products }: Model, { agents }: Market, mark: Uint8Array, block: number): void {
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

/** Agents in order, so that each row's sums always come out alike. */
function recountBlock(model: Model, market: Market, mark: Uint8Array, { s, from, to, block }: Block): void {
  const { held, second } = market.agents;
  const homes = second.length > 0;
  const first = block * model.products.length;
  // One position, filled in over and over: a recount visits thousands.
  const at: { -readonly [K in keyof Position]: Position[K] } = { i: 0, s, slot: 0, j: 0 };
  for (let i = from; i < to; i++) {
    const main = held[i];
    if (main >= 0 && mark[main] !== UNMARKED) {
      at.i = i;
      at.slot = 0;
      at.j = main;
      count(model, market, at, { row: (first + main) * COLUMNS, meters: mark[main] === METER });
    }
    if (!homes || second[i] < 0 || mark[second[i]] === UNMARKED) continue;
    at.i = i;
    at.slot = 1;
    at.j = second[i];
    count(model, market, at, { row: (first + at.j) * COLUMNS, meters: mark[at.j] === METER });
  }
}

function count(model: Model, market: Market, at: Position, { row, meters }: { row: number; meters: boolean }): void {
  if (meters) meterAt(model, market, at, row);
  else enterAt(model, market, at, row);
}
