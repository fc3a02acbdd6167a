/**
 * A symmetric duopoly in which prices move a state: experience, installed base, who is the incumbent supplier.
 * Each period buyers choose by logit among firm 1, firm 2 and (perhaps) nothing; whoever sells moves the
 * state; then, in markets with turnover, incumbents may leave for scrap value and entrants may come in. States
 * are numbered as firm 1 sees them.
 */
export interface MarkovPricingGame {
  readonly states: number;
  readonly mirror: Int32Array; // the same state as firm 2 sees it
  readonly active: Uint8Array; // 1 = firm 1 is in the market and sets a price
  readonly appeal: Float64Array; // firm 1's good before its price [money]
  readonly cost: Float64Array; // firm 1's unit cost [money]
  readonly outside: number; // value of buying nothing [money]; -Infinity: everybody buys
  readonly scale: number; // of tastes, sigma [money]
  readonly discount: number;
  /** Where the state goes by who sells: lotteries over states. */
  readonly moves: Record<Seller, Lotteries>;
  readonly turnover?: Turnover;
}

type Seller = "first" | "second" | "nobody";
export const SELLERS: readonly Seller[] = ["first", "second", "nobody"];

/** Row s holds state s's lottery: entries [start[s], start[s + 1]) of `to` and `chance`. */
export interface Lotteries {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly chance: Float64Array;
}

/** Exit and entry after the sale, by private draws of scrap value and setup cost (Doraszelski & Satterthwaite 2010). */
interface Turnover {
  readonly scrap: Triangular;
  readonly setup: Triangular;
  /** State x 4: where it goes if (neither, firm 1, firm 2, both) stay or come in; bit 0 is firm 1. */
  readonly after: Int32Array;
}

/** Symmetric triangular distribution on [centre - half, centre + half]. */
export interface Triangular {
  readonly centre: number;
  readonly half: number;
}

/** Pr(X <= x). */
export function triangularCdf({ centre, half }: Triangular, x: number): number {
  const z = (x - centre) / half;
  if (z <= -1) return 0;
  if (z >= 1) return 1;
  return z < 0 ? 0.5 * (1 + z) * (1 + z) : 1 - 0.5 * (1 - z) * (1 - z);
}

/** E max(X - x, 0). */
export function triangularExcess({ centre, half }: Triangular, x: number): number {
  const z = (x - centre) / half;
  if (z <= -1) return centre - x;
  if (z >= 1) return 0;
  const left = 1 - z;
  return half * (z >= 0 ? (left * left * left) / 6 : -z + ((1 + z) * (1 + z) * (1 + z)) / 6);
}

/** Lotteries from a rule: the outcomes of state s as [state, chance] pairs. */
export function lotteries(states: number, outcomes: (s: number) => readonly (readonly [number, number])[]): Lotteries {
  const start = new Int32Array(states + 1);
  const to: number[] = [];
  const chance: number[] = [];
  for (let s = 0; s < states; s++) {
    for (const [state, p] of outcomes(s)) {
      if (p === 0) continue;
      to.push(state);
      chance.push(p);
    }
    start[s + 1] = to.length;
  }
  return { start, to: Int32Array.from(to), chance: Float64Array.from(chance) };
}

/** The expected value of v after state s's lottery. */
export function expected({ start, to, chance }: Lotteries, s: number, v: Float64Array): number {
  let sum = 0;
  for (let e = start[s]; e < start[s + 1]; e++) sum += chance[e] * v[to[e]];
  return sum;
}
