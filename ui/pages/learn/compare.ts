/** How a drawn line differs from what the run gave, at the points drawn. */
interface Gap {
  readonly mean: number; // mean absolute difference, in the series' own unit
  readonly part: number; // the same, as part of the chart's height
  readonly worst: number; // point where it is largest
}

/** How far `drawn` is from `truth`, point by point: what its shape says is in shape.ts. */
export function gapOf(drawn: readonly number[], truth: readonly number[], [low, high]: readonly [number, number]): Gap {
  const height = high - low;
  const gaps = drawn.map((x, k) => Math.abs(x - truth[k]));
  const mean = gaps.reduce((sum, g) => sum + g, 0) / gaps.length;
  const part = mean / height;
  return {
    mean,
    part,
    worst: gaps.indexOf(Math.max(...gaps)),
  };
}
