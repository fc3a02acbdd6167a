import { type Focus, focusOf, outputOf } from "../../engine/index.ts";
import { observable, useObservable } from "./observable.ts";

/**
 * What the reader wants to know, as an output: chosen once, carried in the link over every page, obeyed by each. It
 * changes no number, so it is no part of a session and no step to undo. Null: the market as a whole.
 */
export const focus = observable<string | null>(null);
export const useFocusOutput = (): string | null => useObservable(focus, (output) => output);

const parts = new Map<string, Focus | null>();

/** The focus taken apart; the same object for the same output. */
export function useFocused(): Focus | null {
  const output = useFocusOutput();
  if (output === null) return null;
  if (!parts.has(output)) parts.set(output, focusOf(output));
  return parts.get(output) ?? null;
}

/** The vendor a focus is about, or whose product it is about. */
export const vendorIn = (of: Focus | null): string | null =>
  of?.entity === "vendor" ? of.id : of?.entity === "product" ? of.id.split(".")[0] : null;

const SHARE = "tokenShare"; // what is asked of a vendor first

/** Turns to a vendor, its series and date as far as they fit; away from it where it is in focus already. */
export function focusOnVendor(vendor: string, series = SHARE): void {
  const now = focus.get() === null ? null : focusOf(focus.get()!);
  if (vendorIn(now) === vendor) return focus.set(null);
  const name = now?.entity === "vendor" ? now.name : series;
  focus.set(outputOf({ entity: "vendor", id: vendor, name, when: now?.when ?? "" }));
}
