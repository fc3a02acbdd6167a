import { mean } from "../math/sum.ts";
import { log, pow } from "../math/elementary.ts";

/**
 * Wright (1936): cost falls by the same share with every doubling of cumulative output;
 * `ratio` is cost after over before.
 */
export const learningExponent = (ratio: number): number => -log(ratio) / log(2);

/** Cost of the n-th unit over that of the first. */
export const wrightCost = (ratio: number, n: number): number => pow(n, -learningExponent(ratio));

export const doublingsToHalve = (ratio: number): number => log(0.5) / log(ratio);

/** Cost of units 1 to n together, over that of the first. */
export function wrightTotal(ratio: number, n: number): number {
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += wrightCost(ratio, k);
  return sum;
}

/** The same by the integral from 1 to n and half of both ends (Euler-Maclaurin). */
export function wrightIntegral(ratio: number, n: number): number {
  const b = learningExponent(ratio);
  return (pow(n, 1 - b) - 1) / (1 - b) + (1 + pow(n, -b)) / 2;
}

/** Least-squares line of ln y on ln x: a learning curve fitted to data. */
export function logLogFit(x: readonly number[], y: readonly number[]) {
  const lx = x.map(log);
  const ly = y.map(log);
  const [mx, my] = [mean(lx), mean(ly)];
  const slope =
    lx.reduce((s, v, i) => s + (v - mx) * (ly[i] - my), 0) / lx.reduce((s, v) => s + (v - mx) * (v - mx), 0);
  return { slope, intercept: my - slope * mx, ratio: pow(2, slope) };
}
