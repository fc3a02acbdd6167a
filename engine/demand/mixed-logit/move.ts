import { NEVER } from "./agents.ts";
import { noteUser } from "./allowed.ts";
import { blockOf } from "./blocks.ts";
import { takeCredit } from "./bonus.ts";
import { enter, growthOf, type Position, remove, usage } from "./ledger.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { LEFT, NEW, SWITCHING, tallyCredit, tallyMove, tallyRow } from "./tally.ts";

/** Agent i of segment s takes up product `to`, and `second` as its second one; -1 is none. */
interface Decision {
  readonly i: number;
  readonly s: number;
  readonly to: number;
  readonly second: number;
}

/** Books what an agent has decided: in its own columns, in the ledger of use, in the counts of who moved and why. */
export function move(model: AgentModel, market: AgentMarket, { i, s, to, second }: Decision): void {
  const { agents } = market;
  const from = agents.held[i];
  const before = leave(model, market, i, s);
  agents.held[i] = to;
  if (agents.second.length > 0) agents.second[i] = second;
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

function positionOf({ agents }: AgentMarket, i: number, s: number, slot: number): Position | null {
  const j = slot === 0 ? agents.held[i] : agents.second.length > 0 ? agents.second[i] : -1;
  if (j < 0) return null;
  position.i = i;
  position.s = s;
  position.slot = slot;
  position.j = j;
  return position;
}

/** Takes what agent i holds out of the ledger; returns what it used. */
function leave(model: AgentModel, market: AgentMarket, i: number, s: number): number {
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
function arrive(model: AgentModel, market: AgentMarket, i: number, s: number): number {
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
