import { sum } from "../math/sum.ts";
import { exp, log } from "../math/elementary.ts";

/** Measures of concentration of shares that add up to one. HHI on the agencies' scale of 0 to 10,000. */
export function concentration(shares: readonly number[]) {
  const n = shares.length;
  const squares = shares.reduce((sum, s) => sum + s * s, 0);
  const entropy = shares.reduce((sum, s) => (s > 0 ? sum - s * log(s) : sum), 0);
  const largest = shares.toSorted((a, b) => b - a);
  return {
    hhi: 10_000 * squares,
    normalised: n > 1 ? (squares - 1 / n) / (1 - 1 / n) : 1,
    cr1: largest[0],
    cr4: sum(largest.slice(0, 4)),
    effectiveNumber: 1 / squares,
    entropy,
    entropyNumber: exp(entropy),
  };
}

/** By how much a merger of two firms raises the HHI if shares stay: 2 s1 s2. */
export const mergerDelta = (s1: number, s2: number): number => 20_000 * s1 * s2;

/** (p - c)/p, and the elasticity of a single-product monopolist that it implies. */
export const lerner = (price: number, cost: number): number => (price - cost) / price;
