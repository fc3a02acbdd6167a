import { exp, log } from "../math/elementary.ts";

/** One good on two days: what it cost, and how much of it was bought. */
export interface Bought {
  readonly p0: number;
  readonly p1: number;
  readonly q0: number;
  readonly q1: number;
}

/** Sums over goods that the formulas are made of, added to in one pass. */
interface Totals {
  p0q0: number;
  p1q0: number;
  p0q1: number;
  p1q1: number;
}

const totals = (goods: readonly Bought[]): Totals =>
  goods.reduce(
    (sum, { p0, p1, q0, q1 }) => ({
      p0q0: sum.p0q0 + p0 * q0,
      p1q0: sum.p1q0 + p1 * q0,
      p0q1: sum.p0q1 + p0 * q1,
      p1q1: sum.p1q1 + p1 * q1,
    }),
    { p0q0: 0, p1q0: 0, p0q1: 0, p1q1: 0 },
  );

/** The mean of a ratio's logarithms, each good weighted by what `weight` makes of its shares of spending. */
function logMean(goods: readonly Bought[], weight: (s0: number, s1: number) => number): number {
  const { p0q0, p1q1 } = totals(goods);
  let [sum, whole] = [0, 0];
  for (const { p0, p1, q0, q1 } of goods) {
    const w = weight((p0 * q0) / p0q0, (p1 * q1) / p1q1);
    if (w === 0 || p0 <= 0 || p1 <= 0) continue; // what is free has no logarithm: it drops out
    sum += w * log(p1 / p0);
    whole += w;
  }
  return exp(sum / whole);
}

/** (a - b)/ln(a/b), their common value where they are one; 0 where either is. */
function logarithmicMean(a: number, b: number): number {
  if (a === 0 && b === 0) return 0; // of nothing on both days: 0/0; on one, the formula gives it
  return Math.abs(a - b) < 1e-12 * a ? a : (a - b) / log(a / b);
}

/** What a basket of the first day costs on the second. */
export const laspeyres = (goods: readonly Bought[]): number => {
  const { p1q0, p0q0 } = totals(goods);
  return p1q0 / p0q0;
};

/** What a basket of the second day costs, over what it would have cost on the first. */
export const paasche = (goods: readonly Bought[]): number => {
  const { p1q1, p0q1 } = totals(goods);
  return p1q1 / p0q1;
};

export const fisher = (goods: readonly Bought[]): number => Math.sqrt(laspeyres(goods) * paasche(goods));

/** Logarithms of price ratios, weighted by the mean of both days' shares. */
export const tornqvist = (goods: readonly Bought[]): number => logMean(goods, (s0, s1) => (s0 + s1) / 2);

/** A basket of the geometric means of both days' quantities. */
export const walsh = (goods: readonly Bought[]): number => {
  let [then, now] = [0, 0];
  for (const { p0, p1, q0, q1 } of goods) {
    const q = Math.sqrt(q0 * q1);
    then += p0 * q;
    now += p1 * q;
  }
  return now / then;
};

/** Exact for a CES cost function (Sato 1976; Vartia 1976). */
export const satoVartia = (goods: readonly Bought[]): number => logMean(goods, logarithmicMean);

/** Exact for Cobb-Douglas tastes of the first day. */
export const geometricLaspeyres = (goods: readonly Bought[]): number => logMean(goods, (s0) => s0);

/** Exact for Cobb-Douglas tastes of the second day. */
export const geometricPaasche = (goods: readonly Bought[]): number => logMean(goods, (_, s1) => s1);

/** Unweighted mean of logarithms (Jevons 1865). */
export const jevons = (goods: readonly Bought[]): number =>
  exp(goods.reduce((sum, { p0, p1 }) => sum + log(p1 / p0), 0) / goods.length);

/** Unweighted mean of ratios (Carli 1764). */
export const carli = (goods: readonly Bought[]): number =>
  goods.reduce((sum, { p0, p1 }) => sum + p1 / p0, 0) / goods.length;

/** Ratio of unweighted means (Dutot 1738). */
export const dutot = (goods: readonly Bought[]): number =>
  goods.reduce((sum, { p1 }) => sum + p1, 0) / goods.reduce((sum, { p0 }) => sum + p0, 0);

/** Arithmetic mean of Laspeyres' and Paasche's (Drobisch 1871). */
export const drobisch = (goods: readonly Bought[]): number => (laspeyres(goods) + paasche(goods)) / 2;

/** A basket of both days' quantities together (Marshall 1887; Edgeworth 1925). */
export const marshallEdgeworth = (goods: readonly Bought[]): number => {
  const { p1q0, p1q1, p0q0, p0q1 } = totals(goods);
  return (p1q0 + p1q1) / (p0q0 + p0q1);
};
