import type { TimeAxis } from "./time-axis.ts";

type Y = (value: number, tick: number) => number;

const px = (x: number) => Math.round(x * 10) / 10;

/** A line through the finite values, at most two points a pixel; breaks where there is no value. */
export function linePath(values: ArrayLike<number>, axis: TimeAxis, y: Y): string {
  let path = "";
  let pen = false;
  for (const t of visited(values.length, strideOf(axis))) {
    const at = y(values[t], t);
    if (Number.isFinite(at)) path += `${pen ? "L" : "M"}${px(axis.x(t))},${px(at)}`;
    pen = Number.isFinite(at);
  }
  return path;
}

/**
 * Steps: a value holds until the next. Where the values stop (a product goes free, or is withdrawn) the line drops to
 * `floor` if one is given.
 */
export function stepPath(values: ArrayLike<number>, axis: TimeAxis, y: Y, floor?: number): string {
  let path = "";
  let last = NaN;
  for (let t = 0; t < values.length; t++) {
    const at = y(values[t], t);
    if (Number.isFinite(at)) {
      if (Number.isFinite(last)) {
        if (px(at) !== px(last)) path += `H${px(axis.x(t))}V${px(at)}`;
      } else path += `M${px(axis.x(t))},${px(at)}`;
    } else if (Number.isFinite(last)) path += `H${px(axis.x(t))}${floor === undefined ? "" : `V${px(floor)}`}`;
    last = at;
  }
  return Number.isFinite(last) ? `${path}H${px(axis.x(values.length - 1))}` : path;
}

/** The area between two series. */
export function bandPath(low: ArrayLike<number>, high: ArrayLike<number>, axis: TimeAxis, y: Y): string {
  const stride = strideOf(axis) * 2;
  const there: string[] = [];
  const back: string[] = [];
  for (const t of visited(low.length, stride)) {
    const [a, b] = [y(low[t], t), y(high[t], t)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    there.push(`${px(axis.x(t))},${px(b)}`);
    back.push(`${px(axis.x(t))},${px(a)}`);
  }
  return there.length < 2 ? "" : `M${there.join("L")}L${back.toReversed().join("L")}Z`;
}

/** Every `stride`-th tick, and the last. */
function visited(length: number, stride: number): number[] {
  const ticks = Array.from({ length: Math.ceil(length / stride) }, (_, k) => k * stride);
  return ticks.at(-1) === length - 1 || length === 0 ? ticks : [...ticks, length - 1];
}

const strideOf = ({ dates, left, right }: TimeAxis) => Math.max(1, Math.floor(dates.length / (2 * (right - left))));
