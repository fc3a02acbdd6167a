import { type Point, simplify } from "./simplify.ts";
import type { TimeAxis } from "./time-axis.ts";

type Y = (value: number, tick: number) => number;

const px = (x: number) => Math.round(x * 10) / 10;

const through = (points: readonly Point[]): string => points.map(([x, y]) => `${px(x)},${px(y)}`).join("L");

/** Runs of finite values, as the points that can be seen. */
function pieces(values: ArrayLike<number>, axis: TimeAxis, y: Y): Point[][] {
  const whole: Point[][] = [];
  let open = false;
  for (let t = 0; t < values.length; t++) {
    const at = y(values[t], t);
    const there = Number.isFinite(at);
    if (there && !open) whole.push([]);
    if (there) whole[whole.length - 1].push([axis.x(t), at]);
    open = there;
  }
  return whole.map(simplify);
}

/** A line through the finite values; breaks where there is no value. */
export const linePath = (values: ArrayLike<number>, axis: TimeAxis, y: Y): string =>
  pieces(values, axis, y)
    .map((points) => `M${through(points)}`)
    .join("");

/** The area between the finite values and a level [px]. */
export const areaPath = (values: ArrayLike<number>, axis: TimeAxis, y: Y, level: number): string =>
  pieces(values, axis, y)
    .map((points) => `M${px(points[0][0])},${px(level)}L${through(points)}V${px(level)}Z`)
    .join("");

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
  const there: Point[] = [];
  const back: Point[] = [];
  for (let t = 0; t < low.length; t++) {
    const [a, b] = [y(low[t], t), y(high[t], t)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    there.push([axis.x(t), b]);
    back.push([axis.x(t), a]);
  }
  return there.length < 2 ? "" : `M${through(simplify(there))}L${through(simplify(back).toReversed())}Z`;
}
