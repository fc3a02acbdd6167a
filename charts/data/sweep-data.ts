import { type Axis, band, type Setting, settingAt } from "../../engine/index.ts";

/** One point of a design with what its replications came to. */
export interface SweepPoint {
  readonly settings: readonly Setting[];
  readonly mean: number;
  readonly low: number; // 5 % of its replications
  readonly high: number; // 95 %
  readonly values: readonly number[];
}

/** Runs by point, in the order of the design. @param column the output, one value a run; NaN for a run that failed */
export function sweepPoints(settings: readonly (readonly Setting[])[], column: readonly number[]): SweepPoint[] {
  const byPoint = new Map<string, { settings: readonly Setting[]; values: number[] }>();
  settings.forEach((at, run) => {
    const key = JSON.stringify(at);
    const point = byPoint.get(key) ?? { settings: at, values: [] };
    byPoint.set(key, point);
    if (Number.isFinite(column[run])) point.values.push(column[run]);
  });
  return [...byPoint.values()].map(({ settings: at, values }) => {
    const [low, high] = band(values, 0.9);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return { settings: at, mean, low, high, values };
  });
}

/** How often each of `kinds` numbers comes up among a point's runs, and which is most frequent. */
export function mostFrequent(values: readonly number[], kinds: number): { kind: number; share: number } {
  const counts = Array.from({ length: kinds }, (_, k) => values.filter((v) => v === k).length);
  const kind = counts.indexOf(Math.max(...counts));
  return { kind: values.length > 0 ? kind : -1, share: counts[kind] / values.length };
}

/** Levels of an axis in a set of points, low to high (a list keeps its order). */
export function levelsIn(points: readonly SweepPoint[], d: number, axis: Axis): Setting[] {
  const there = [...new Set(points.map((p) => p.settings[d]))];
  return axis.kind === "list"
    ? axis.values.filter((v) => there.includes(v))
    : there.toSorted((a, b) => Number(a) - Number(b));
}

/** Both ends of an axis as they are set. */
export const endsOf = (axis: Axis): readonly [Setting, Setting] => [settingAt(axis, 0), settingAt(axis, 1)];
