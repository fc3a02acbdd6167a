import type { AgentMarket, AgentModel } from "./model.ts";
import { BLOCK, blockOf } from "./blocks.ts";
import { COLUMN, COLUMNS, growthOf } from "./ledger.ts";
import { deliverTokens } from "../deliver.ts";
import { countMetered } from "./recount.ts";
import { totalTally } from "./tally.ts";

const { USERS, TOKENS, OUTPUT, VALUE, FIXED, OFF, FREE, FREE_OUTPUT } = COLUMN;

/** Whether the ledger's head count of product j in segment s is anything but zero in any block here. */
export function hasUsers({ population, products }: AgentModel, market: AgentMarket, s: number, j: number): boolean {
  const end = blockOf(population, population.start[s + 1] + BLOCK - 1, s);
  for (let block = population.block[s]; block < end; block++) {
    if (market.agents.ledger[(block * products.length + j) * COLUMNS + USERS] !== 0) return true;
  }
  return false;
}

/**
 * Adds up the blocks: users, tokens and surplus by segment and product, with growth, and what people
 * did, into the tick's flows. Threads that share the people wait for each other: before, for their
 * blocks; after, to change them again.
 */
export function totalUse(model: AgentModel, market: AgentMarket, dt: number): void {
  const { users, tokensInput, tokensOutput, freeInput, freeOutput, off, surplus } = market.flows;
  countMetered(model, market);
  model.crew.meet();
  for (const column of [users, tokensInput, tokensOutput, freeInput, freeOutput, off, surplus]) column.fill(0);
  model.population.segmentOf.forEach((s, block) => addBlock(model, market, s, block));
  deliverTokens(model, market);
  totalTally(model, market, dt);
  model.crew.meet();
}

function addBlock(model: AgentModel, market: AgentMarket, s: number, block: number): void {
  const { users, tokensInput, tokensOutput, freeInput, freeOutput, off, surplus } = market.flows;
  const { ledger } = market.agents;
  const { quality, input, fee } = market.offers;
  const n = model.products.length;
  const youth = 1 - model.demand.ramp.start;
  const growth = growthOf(model, market, s);
  const flat = model.segments[s].meter === "month";
  for (let to = s * n, row = block * n * COLUMNS; to < (s + 1) * n; to++, row += COLUMNS) {
    if (ledger[row + USERS] <= 0 && ledger[row + TOKENS] <= 0) continue;
    const out = growth * (ledger[row + OUTPUT] - youth * ledger[row + OUTPUT + 1]);
    const freeOut = growth * ledger[row + FREE_OUTPUT];
    users[to] += ledger[row + USERS];
    tokensOutput[to] += out;
    tokensInput[to] += growth * (ledger[row + TOKENS] - youth * ledger[row + TOKENS + 1]) - out;
    freeOutput[to] += freeOut;
    freeInput[to] += growth * ledger[row + FREE] - freeOut;
    off[to] += growth * (ledger[row + OFF] - youth * ledger[row + OFF + 1]);
    const value = growth * (ledger[row + VALUE] - youth * ledger[row + VALUE + 1]);
    surplus[to] += value * quality[to] - growth * (ledger[row + FIXED] - youth * ledger[row + FIXED + 1]);
    if (flat) surplus[to] -= ledger[row + USERS] * input[to];
    else if (fee[to] > 0) surplus[to] -= ledger[row + USERS] * fee[to];
  }
}
