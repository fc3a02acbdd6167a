/**
 * A root of f between lo and hi, where it changes sign: bisection with secant steps (Brent 1973's safeguard,
 * simplified).
 */
export function root(f: (x: number) => number, lo: number, hi: number): number {
  let [a, b] = [lo, hi];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) throw new Error(`no change of sign between ${lo} and ${hi}`);
  for (let step = 0; step < 200; step++) {
    const middle = 0.5 * (a + b);
    if (middle === a || middle === b) break;
    // Alternate: a secant step is fast near a simple root, a halving is safe everywhere.
    const secant = b - (fb * (b - a)) / (fb - fa);
    const inside = secant > Math.min(a, b) && secant < Math.max(a, b);
    const x = step % 2 === 0 && inside ? secant : middle;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0 === fa > 0) [a, fa] = [x, fx];
    else [b, fb] = [x, fx];
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The highest point of f on [lo, hi] where it has one peak: golden section, to about the square root of rounding. */
function peak(f: (x: number) => number, lo: number, hi: number): number {
  let [a, b] = [lo, hi];
  let x = b - GOLDEN * (b - a);
  let y = a + GOLDEN * (b - a);
  let [fx, fy] = [f(x), f(y)];
  for (let step = 0; step < 100 && b - a > 1e-9 * (Math.abs(a) + Math.abs(b)); step++) {
    if (fx >= fy) {
      [b, y, fy] = [y, x, fx];
      x = b - GOLDEN * (b - a);
      fx = f(x);
    } else {
      [a, x, fx] = [x, y, fy];
      y = a + GOLDEN * (b - a);
      fy = f(y);
    }
  }
  return fx >= fy ? x : y;
}

/** The highest point of f on the grid, and then around it. Finds the best of many peaks as fine as the grid. */
export function globalPeak(f: (x: number) => number, grid: readonly number[]): number {
  const values = grid.map(f);
  let best = 0;
  values.forEach((v, i) => (best = v > values[best] ? i : best));
  const x = peak(f, grid[Math.max(0, best - 1)], grid[Math.min(grid.length - 1, best + 1)]);
  return f(x) >= values[best] ? x : grid[best];
}
