import type { Population } from "./population.ts";

/** What agents hold and know: the part of demand that changes. Plain columns, one row an agent. */
export interface Agents {
  readonly held: Int16Array; // product in use; -1 none
  readonly since: Int32Array; // day the product was taken up
  readonly adopted: Int32Array; // day of first adoption; NEVER before it
  readonly aware: Uint8Array;
  readonly use: Float64Array; // weight x volume x exp(-p/(v g)), as the ledger holds it [Mtok/week]
  readonly ledger: Float64Array; // block x product x column, see ledger.ts
  readonly woken: Int32Array; // this tick's deciders, in agent order
  readonly wake: { count: number };
}

export const NEVER = -(2 ** 30);

export function newAgents(population: Population, ledgerSize: number): Agents {
  const n = population.size;
  return {
    held: new Int16Array(n).fill(-1),
    since: new Int32Array(n),
    adopted: new Int32Array(n).fill(NEVER),
    aware: new Uint8Array(n),
    use: new Float64Array(n),
    ledger: new Float64Array(ledgerSize),
    woken: new Int32Array(n),
    wake: { count: 0 },
  };
}
