import type { Text } from "../text/text.ts";
import type { Money } from "./units.ts";

/** What is known before the schema is applied, and what reading leaves behind. */
export interface Context {
  readonly money: Money;
  readonly currencies: readonly string[]; // those that the file gives a rate of
  readonly parameters: Readonly<Record<string, number>>; // named numbers formulas may use
  readonly clock: { readonly start: string; readonly end: string } | null; // for formulas of time
  /** What each `{value, unit, source, ...}` record came to, in canonical units. */
  readonly records: Map<
    object,
    { readonly value: unknown; readonly unit: string; readonly range?: readonly [number, number] }
  >;
  /** Of values as written: how they were read, where they could be meant otherwise. */
  readonly doubts: Map<unknown, Text>;
}
