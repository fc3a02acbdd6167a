import { exp, log } from "../math/elementary.ts";
import type { Text } from "../text/text.ts";

/** What a parameter may be set to: a number, or whatever else a scenario file may hold there, written as YAML. */
export type Setting = number | string;

/** One dimension of a design: a path of the scenario, and what it takes. Numbers are in canonical units. */
export type Axis = RangeAxis | ListAxis;

interface AnyAxis {
  /** What it is called, and the first path it sets. */
  readonly path: string;
  /** Of the lever it is, if it is one. */
  readonly label?: Text;
  /** Further paths set in proportion to the first. */
  readonly also: readonly { readonly path: string; readonly times: number }[];
  readonly pattern?: true; // the path is a pattern: a name, not itself a place, which `also` lists
}

/** Every place an axis sets, and what times the setting. */
export const placesOf = ({ path, also, pattern }: AnyAxis): AnyAxis["also"] =>
  pattern ? also : [{ path, times: 1 }, ...also];

/** What is set at a place; only numbers are multiplied. */
export const timesSetting = (setting: Setting, times: number): Setting =>
  typeof setting === "number" ? setting * times : setting;

export interface RangeAxis extends AnyAxis {
  readonly kind: "range";
  /** Canonical; empty where the scenario does not say. */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly scale: "linear" | "log";
  readonly integer: boolean;
  /** On a grid. */
  readonly points: number;
  /** The scenario's own value, null where it has none. */
  readonly base: number | null;
}

interface ListAxis extends AnyAxis {
  readonly kind: "list";
  readonly unit: string;
  readonly values: readonly Setting[];
  readonly base: Setting | null;
}

/** How many levels an axis has on a grid. */
export const levelsOf = (axis: Axis): number => (axis.kind === "list" ? axis.values.length : axis.points);

/**
 * Where the k-th of `levels` grid points lies in the unit interval: ends included on a range, middles of a list's
 * cells.
 */
export function levelAt(axis: Axis, k: number, levels: number): number {
  if (axis.kind === "list") return (k + 0.5) / levels;
  return levels > 1 ? k / (levels - 1) : 0.5;
}

/** The value at a point of the unit interval, 0 the low end and 1 the high one. */
export function settingAt(axis: Axis, u: number): Setting {
  if (axis.kind === "list") return axis.values[Math.min(axis.values.length - 1, Math.floor(u * axis.values.length))];
  const { low, high, scale, integer } = axis;
  if (u === 0 || u === 1) return u === 0 ? low : high; // exactly the ends, whatever rounding does between
  const value = scale === "log" ? exp(log(low) + u * (log(high) - log(low))) : low + u * (high - low);
  return integer ? Math.round(value) : value;
}

/** Where the scenario's own value lies, beyond the unit interval if it is out of range. */
export const ownPoint = (axis: Axis): number =>
  axis.kind === "range" && axis.base !== null && (axis.scale === "linear" || axis.base > 0)
    ? pointOf(axis, axis.base)
    : basePoint(axis);

/** Where the scenario's own value lies, kept inside the unit interval; the middle where there is none. */
export function basePoint(axis: Axis): number {
  if (axis.kind === "list") {
    const at = axis.base === null ? 0 : Math.max(0, axis.values.indexOf(axis.base));
    return levelAt(axis, at, axis.values.length);
  }
  return axis.base === null ? 0.5 : Math.min(1, Math.max(0, pointOf(axis, axis.base)));
}

/** The point of the unit interval at which a range takes a value. */
function pointOf({ low, high, scale }: RangeAxis, value: number): number {
  if (scale === "log") return value > 0 ? (log(value) - log(low)) / (log(high) - log(low)) : 0;
  return (value - low) / (high - low);
}
