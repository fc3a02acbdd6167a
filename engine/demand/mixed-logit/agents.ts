import type { Population } from "./population.ts";

/** What agents hold and know: the part of demand that changes. Plain columns, one row an agent. */
export interface Agents {
  readonly held: Int16Array; // product in use; -1 none
  readonly second: Int16Array; // second product of a multi-homing agent; -1 none; no rows where nobody multi-homes
  readonly since: Int32Array; // day the product was taken up
  readonly adopted: Int32Array; // day of first adoption; NEVER before it
  readonly aware: Uint8Array;
  readonly use: Float64Array; // weight x volume x exp(-p/(v g)), as the ledger holds it [Mtok/week]
  readonly secondUse: Float64Array; // the same of the second product
  readonly taste: Float32Array; // agent x product, where tastes do not last for ever; no rows where the population's do
  readonly epoch: Int32Array; // which taste an agent has; NEVER before its first decision
  readonly credited: Uint32Array; // bit v: has had vendor v's new-customer credit; no rows where nobody gives any
  readonly onAllowance: Uint32Array; // 32 agents a word, see allowed.ts; no rows where no product has an allowance
  readonly allowing: Uint8Array; // by product: whether those bits count its users
  readonly grown: Float64Array; // by segment: growth of use that terms by volume were last worked out for
  readonly ledger: Float64Array; // block x product x column, see ledger.ts; of all blocks, like the next
  readonly tally: Float64Array; // block x column, see tally.ts
  readonly woken: Int32Array; // this tick's deciders, in agent order
  readonly wake: { count: number };
}

/**
 * What an agent can do next: hear of such products, consider adopting one, reconsider the one it has (USER + product).
 */
export const [UNAWARE, NON_USER, USER] = [0, 1, 2];

export const NEVER = -(2 ** 30);

/** What a market's agents need in addition to columns of their own length. */
export interface AgentNeeds {
  readonly ledger: Float64Array;
  readonly tally: Float64Array;
  readonly second: boolean;
  readonly credits: boolean;
  readonly tastes: boolean;
  readonly segments: number;
  readonly allowances: number; // products there are, if any of them may have an allowance; else 0
}

export function newAgents({ size: n, taste }: Population, needs: AgentNeeds): Agents {
  const homes = needs.second ? n : 0;
  return {
    held: new Int16Array(n).fill(-1),
    second: new Int16Array(homes).fill(-1),
    since: new Int32Array(n),
    adopted: new Int32Array(n).fill(NEVER),
    aware: new Uint8Array(n),
    use: new Float64Array(n),
    secondUse: new Float64Array(homes),
    taste: needs.tastes ? taste.slice() : new Float32Array(0),
    epoch: new Int32Array(needs.tastes ? n : 0).fill(NEVER),
    credited: new Uint32Array(needs.credits ? n : 0),
    onAllowance: new Uint32Array(needs.allowances > 0 ? Math.ceil(n / 32) : 0),
    allowing: new Uint8Array(needs.allowances),
    grown: new Float64Array(needs.segments).fill(1),
    ledger: needs.ledger,
    tally: needs.tally,
    woken: new Int32Array(n),
    wake: { count: 0 },
  };
}
