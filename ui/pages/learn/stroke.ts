/** Where the pointer was last: a quick stroke skips points, which then lie on the straight line between. */
export interface Stroke {
  readonly tick: number;
  readonly value: number;
}

interface Line {
  readonly ticks: readonly number[];
  readonly values: readonly number[];
}

/** Takes a stroke on to `to`: sets the point nearest to it and all that were crossed since `from`. */
export function drawTo(from: Stroke | null, to: Stroke, { ticks, values }: Line): { stroke: Stroke; values: number[] } {
  const start = from ?? to;
  const [low, high] = start.tick < to.tick ? [start, to] : [to, start];
  const near = nearest(ticks, to.tick);
  const next = values.map((value, k) => {
    if (k === near) return to.value;
    if (from === null || ticks[k] < low.tick || ticks[k] > high.tick || high.tick === low.tick) return value;
    return low.value + ((ticks[k] - low.tick) / (high.tick - low.tick)) * (high.value - low.value);
  });
  return { stroke: to, values: next };
}

function nearest(ticks: readonly number[], tick: number): number {
  let best = 0;
  for (let k = 1; k < ticks.length; k++) if (Math.abs(ticks[k] - tick) < Math.abs(ticks[best] - tick)) best = k;
  return best;
}
