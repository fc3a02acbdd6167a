import type { Market, Model } from "../model/market.ts";

/**
 * Who went from which product to which, tick by tick: one entry for each pair of products with anybody on the move, in
 * the order of ticks, then of `from`, then of `to`. NOBODY stands for no product. A product's users on a tick are
 * those of the
 * tick before, plus who came, less who went.
 */
export interface Switches {
  /** Tick -> its first entry; one past the last tick: all entries. */
  readonly start: Int32Array;
  /** Product, or NOBODY. */
  readonly from: Int16Array;
  readonly to: Int16Array;
  /** Simulated agents. */
  readonly agents: Int32Array;
  /** Whom they stand for [represented agents]. */
  readonly users: Float64Array;
}

export const NOBODY = -1;

/**
 * Counts who moves, from the start or on from `before`. Without lasting users (textbook demand) there is nobody to
 * count, and nothing is kept.
 */
export function recordSwitches({ products, ticks }: Model, before?: Switches | null) {
  const side = products.length + 1;
  const start = before?.start.slice() ?? new Int32Array(ticks + 1);
  const [from, to, agents, users]: number[][] = before
    ? [[...before.from], [...before.to], [...before.agents], [...before.users]]
    : [[], [], [], []];
  return {
    add({ flows, tick }: Market): void {
      for (let k = 0; k < flows.movedAgents.length; k++) {
        if (flows.movedAgents[k] === 0) continue;
        from.push(Math.floor(k / side) - 1);
        to.push((k % side) - 1);
        agents.push(flows.movedAgents[k]);
        users.push(flows.movedUsers[k]);
      }
      start[tick + 1] = from.length;
    },
    /** So far: what is given away, or handed to another thread, is no longer this run's. */
    done: (): Switches => ({
      start: start.slice(),
      from: Int16Array.from(from),
      to: Int16Array.from(to),
      agents: Int32Array.from(agents),
      users: Float64Array.from(users),
    }),
  };
}
