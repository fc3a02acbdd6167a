import { parsePeriod } from "../../engine/index.ts";
import type { ProductChoice } from "../../charts/data/products-shown.ts";
import { useFocused, vendorIn } from "./focus.ts";
import { observable, useObservable } from "./observable.ts";

/** The panels of series. */
export type Slot = "upper" | "lower";

/** What the reader looks at: it changes no number, so it is in no link. */
export interface View {
  readonly upper: string; // measure of the upper panel
  readonly lower: string;
  readonly products: ProductChoice;
  readonly ghost: boolean; // baseline shown
  readonly theory: boolean; // unit cost, static Nash and cartel next to list prices
  readonly full: boolean; // charts alone on the screen
}

export const view = observable<View>({
  upper: "listPrice",
  lower: "tokenShare",
  products: "main",
  ghost: true,
  theory: false,
  full: false,
});
export const look = (change: Partial<View>): void => view.set({ ...view.get(), ...change });
export const useView = <S>(select: (v: View) => S): S => useObservable(view, select);

/** Tick under the pointer or the keyboard cursor; null: the end. */
export const cursor = observable<number | null>(null);
/** The tick a chart of these dates speaks of: under the cursor, or of the day asked about; null: the end. */
export function useTickShown(dates: readonly string[]): number | null {
  const at = useObservable(cursor, (t) => t);
  const when = useFocused()?.when ?? "";
  if (at !== null) return at < dates.length ? at : null;
  const day = when === "" ? undefined : parsePeriod(when)?.to;
  const tick = day === undefined ? -1 : dates.findLastIndex((d) => d <= day);
  return tick < 0 || tick === dates.length - 1 ? null : tick;
}

/** Vendor under the pointer. */
export const hovered = observable<string | null>(null);

/** The vendor that charts bring to the front: under the pointer, or the one asked about. */
export function useFocus(): string | null {
  const over = useObservable(hovered, (v) => v);
  const asked = vendorIn(useFocused());
  return over ?? asked;
}

/** The day whose week is asked about; null: none. */
export const why = observable<string | null>(null);
export const useWhy = (): string | null => useObservable(why, (date) => date);
