/** How a drawn line differs from what the run gave, at the points drawn. */
interface Gap {
  readonly mean: number; // mean absolute difference, in the series' own unit
  readonly part: number; // the same, as part of the chart's height
  readonly worst: number; // point where it is largest
  readonly direction: boolean; // both end on the same side of where the line was given, or both stay put
  readonly word: "close" | "near" | "far";
}

const CLOSE = 0.05; // of the chart's height
const NEAR = 0.15;
const STILL = 0.03; // a change smaller than this counts as none

/** Compares `drawn` with `truth`, both by point; `start` is the value both lines set out from. */
export function gapOf(
  drawn: readonly number[],
  truth: readonly number[],
  start: number,
  [low, high]: readonly [number, number],
): Gap {
  const height = high - low;
  const gaps = drawn.map((x, k) => Math.abs(x - truth[k]));
  const mean = gaps.reduce((sum, g) => sum + g, 0) / gaps.length;
  const side = (x: number) => (Math.abs(x - start) < STILL * height ? 0 : Math.sign(x - start));
  const part = mean / height;
  return {
    mean,
    part,
    worst: gaps.indexOf(Math.max(...gaps)),
    direction: side(drawn.at(-1) ?? start) === side(truth.at(-1) ?? start),
    word: part < CLOSE ? "close" : part < NEAR ? "near" : "far",
  };
}
