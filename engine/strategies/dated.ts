import type { View } from "../model/view.ts";
import type { Price } from "../price.ts";
import type { Decision } from "./strategy.ts";

/** A dated price, as parameters of type `schedule` arrive: a meter left out keeps its price. */
export interface DatedPrice {
  readonly day: number; // since the start
  readonly product: string; // the vendor's own name for it, or vendor.product
  readonly price: Partial<Price>;
}

/** Those of the list that fall due after day `from`, up to today; the later one of two for one product wins. */
export function fallingDue(view: View, list: readonly DatedPrice[], from: number, because: string): Decision[] {
  return list
    .filter(({ day }) => day > from && day <= view.day)
    .toSorted((a, b) => a.day - b.day)
    .flatMap(({ product, price }) => {
      const own = view.own.find((p) => p.id === product || p.id.endsWith(`.${product}`));
      return own ? [{ product: own.index, to: { ...own.tariff, ...price }, because }] : [];
    });
}
