/** A point of the unit cube and the objective there. */
export interface Trial {
  readonly point: readonly number[];
  readonly value: number;
}

/** Points to be evaluated go out, their values come back: whoever drives it may run them in workers, all at once. */
export type Search<T> = Generator<readonly (readonly number[])[], T, readonly number[]>;

interface NelderMeadOptions {
  readonly start: Trial;
  readonly step: number; // of the first simplex, in the unit cube
  readonly tolerance: number; // of the simplex, at which it is done
  readonly evaluations: number; // most
}

interface Coefficients {
  readonly expand: number;
  readonly contract: number;
  readonly shrink: number;
}

/**
 * Nelder & Mead (1965) in the unit cube, with the coefficients Gao & Han (2012) choose by dimension; points outside are
 * moved to the nearest face. Written as a generator because every optimiser on npm calls its objective itself and wants
 * the value at once, while ours runs in workers.
 */
export function* nelderMead({
  start,
  step,
  tolerance,
  evaluations,
}: NelderMeadOptions): Search<Trial & { used: number }> {
  const k = start.point.length;
  const first = start.point.map((_, d) =>
    start.point.map((x, i) => (i === d ? (x + step <= 1 ? x + step : x - step) : x)),
  );
  const values = yield first;
  let used = k;
  let simplex: Trial[] = ordered([start, ...first.map((point, i) => ({ point, value: values[i] }))]);
  const c: Coefficients = {
    expand: 1 + 2 / Math.max(2, k),
    contract: 0.75 - 1 / (2 * Math.max(2, k)),
    shrink: 1 - 1 / Math.max(2, k),
  };
  while (used < evaluations && size(simplex) > tolerance) {
    const move = yield* replaceWorst(simplex, c);
    used += move.used;
    if (move.trial) {
      simplex = ordered([...simplex.slice(0, -1), move.trial]);
      continue;
    }
    const best = simplex[0];
    const shrunk = simplex
      .slice(1)
      .map(({ point }) => point.map((x, d) => best.point[d] + c.shrink * (x - best.point[d])));
    const at = yield shrunk;
    used += shrunk.length;
    simplex = ordered([best, ...shrunk.map((point, i) => ({ point, value: at[i] }))]);
  }
  return { ...simplex[0], used };
}

/** Reflection, then expansion or a contraction. No trial: the simplex must shrink. */
function* replaceWorst(simplex: readonly Trial[], c: Coefficients): Search<{ trial: Trial | null; used: number }> {
  const worst = simplex[simplex.length - 1];
  const rest = simplex.slice(0, -1);
  const centre = worst.point.map((_, d) => rest.reduce((sum, t) => sum + t.point[d], 0) / rest.length);
  const along = (t: number) => centre.map((x, d) => Math.min(1, Math.max(0, x + t * (x - worst.point[d]))));
  const reflected = yield* tryAt(along(1));
  if (reflected.value < simplex[0].value) {
    const expanded = yield* tryAt(along(c.expand));
    return { trial: expanded.value < reflected.value ? expanded : reflected, used: 2 };
  }
  if (reflected.value < simplex[simplex.length - 2].value) return { trial: reflected, used: 1 };
  const outside = reflected.value < worst.value;
  const contracted = yield* tryAt(along(outside ? c.contract : -c.contract));
  const better = contracted.value < Math.min(reflected.value, worst.value);
  return { trial: better ? contracted : null, used: 2 };
}

function* tryAt(point: readonly number[]): Search<Trial> {
  const [value] = yield [point];
  return { point, value };
}

/** Best first; NaN, a trial that failed, is worst. */
const ordered = (trials: readonly Trial[]): Trial[] =>
  trials
    .map((t) => ({ ...t, value: Number.isNaN(t.value) ? Infinity : t.value }))
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value - b.value));

const size = (simplex: readonly Trial[]): number =>
  simplex.reduce(
    (most, { point }) => point.reduce((m, x, d) => Math.max(m, Math.abs(x - simplex[0].point[d])), most),
    0,
  );
