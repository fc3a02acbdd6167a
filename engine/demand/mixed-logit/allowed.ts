import type { AgentMarket, AgentModel } from "./model.ts";
import type { Agents } from "./agents.ts";
import { metered } from "./ledger.ts";

/**
 * Who uses a product with an allowance, a bit each. They are counted anew on every tick and are few, so nobody else
 * should have to be looked at to find them.
 */
export function noteUser({ held, second, onAllowance, allowing }: Agents, i: number): void {
  if (onAllowance.length === 0) return;
  const word = i >>> 5;
  const bit = 1 << (i & 31);
  const uses =
    (held[i] >= 0 && allowing[held[i]] === 1) || (second.length > 0 && second[i] >= 0 && allowing[second[i]] === 1);
  onAllowance[word] = uses ? onAllowance[word] | bit : onAllowance[word] & ~bit;
}

/**
 * Brings the bits up to date where a product was given an allowance, or lost it. Returns whether any product has one.
 */
export function noteAllowances({ products, population }: AgentModel, market: AgentMarket): boolean {
  const { agents } = market;
  const { allowing } = agents;
  let [any, same] = [false, true];
  for (let j = 0; j < products.length; j++) {
    const now = metered(market, j) ? 1 : 0;
    any ||= now === 1;
    same &&= now === allowing[j];
    allowing[j] = now;
  }
  if (!same) for (let i = 0; i < population.size; i++) noteUser(agents, i);
  return any;
}

/** The agents of [from, to) that do, in order, to `found`; returns how many. */
export function usersOnAllowance({ onAllowance }: Agents, from: number, to: number, found: Int32Array): number {
  let n = 0;
  for (let word = from >>> 5; word << 5 < to; word++) {
    for (let bits = onAllowance[word]; bits !== 0; bits &= bits - 1) {
      const i = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (i >= from && i < to) found[n++] = i;
    }
  }
  return n;
}
