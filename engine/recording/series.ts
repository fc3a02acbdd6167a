import type { Text } from "../text/text.ts";
import type { Recording } from "./recorder.ts";

/** What a series is of: one line each. */
export type Entity = "product" | "vendor" | "segment" | "market";

/** How values are said: "share" in per cent, "flag" as yes or no, "index" to the thousandth, others by their unit. */
export type Format = "share" | "flag" | "index" | "price" | "money" | "tokens" | "count" | "number";

/** Where a reader looks for it. */
export type Group = "price" | "share" | "money" | "use" | "market";

/** What is known of a series without a recording: from it come charts, sheets, slides, words and the dictionary. */
export interface Column {
  /** Canonical, as in the notation table. */
  readonly unit: string;
  readonly format: Format;
  readonly group: Group;
  readonly label: Text;
  /** What it is, or how it is computed, in one sentence. */
  readonly description: Text;
  /** "step" where values hold until somebody changes them. */
  readonly shape?: "step" | "line";
  /** "log" where ratios count, not differences. */
  readonly scale?: "log" | "linear";
  /** Parts of one whole: charts draw them from zero, large and small apart. */
  readonly whole?: boolean;
  /** Hashed only where something stands in it: markets that have no such thing keep their fingerprints. */
  readonly rare?: boolean;
  /** Values beyond are cut off at a chart's frame: a margin on next to no revenue has no bottom. */
  readonly clamp?: readonly [number, number];
}

/**
 * A column of a recording or a metric: tick x entity, row by row. NaN where a value does not exist (a share of
 * nothing).
 */
export interface Series extends Column {
  readonly id: string;
  readonly entity: Entity;
  compute(recording: Recording): Float64Array;
}

/** A series as it is written: the format follows from the unit unless it is given, and the group from the entity. */
export type Told<S extends Column> = Omit<S, "format" | "group"> & Partial<Pick<S, "format" | "group">>;

const FORMATS: readonly (readonly [RegExp, Format])[] = [
  [/^money\/Mtok$/, "price"],
  [/^money(\/week)?$/, "money"],
  [/^Mtok/, "tokens"],
  [/^agents/, "count"],
];

export const formatOf = (unit: string): Format => FORMATS.find(([units]) => units.test(unit))?.[1] ?? "number";
