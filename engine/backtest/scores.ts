import { log } from "../math/elementary.ts";
import { mean } from "../math/sum.ts";

/**
 * Continuous ranked probability score of an ensemble: E|X - y| - E|X - X'|/2, in the unit of y. Proper: the true law
 * has the least expected score. One member alone scores its distance (Gneiting & Raftery 2007, eq. 21).
 */
export function crps(members: readonly number[], y: number): number {
  const spread = mean(members.map((a) => mean(members.map((b) => Math.abs(a - b)))));
  return mean(members.map((x) => Math.abs(x - y))) - spread / 2;
}

/**
 * Chance of so uneven a count of wins if either side were as likely to win, two-sided; ties are left out (Diebold &
 * Mariano 1995, sign test).
 */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses;
  if (n === 0) return 1;
  const most = Math.max(wins, losses);
  let [tail, term] = [0, 1]; // binomial coefficients over 2^n, from k = n down
  for (let k = n; k >= most; k--) {
    tail += term;
    term = (term * k) / (n - k + 1);
  }
  return Math.min(1, (2 * tail) / 2 ** n);
}

/** Prices differ in proportion, and below a small sum not at all: a free product has a number too. */
export const onLogScale = (price: number, offset: number): number => log(price + offset);
