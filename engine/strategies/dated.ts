import type { View } from "../model/view.ts";
import { mapPrice, tariffOf } from "../price.ts";
import type { DatedPrice } from "../scenario/tariff.ts";
import type { Decision } from "./strategy.ts";

/** Those of the list that fall due after day `from`, up to today; the later one of two for one product wins. */
export function fallingDue<R extends string>(
  view: View,
  list: readonly DatedPrice[],
  from: number,
  because: R,
): Decision<R>[] {
  return list
    .filter(({ day }) => day > from && day <= view.day)
    .toSorted((a, b) => a.day - b.day)
    .flatMap(({ product, price, change = 0, tariff }) => {
      const own = view.own.find((p) => p.id === product || p.id.endsWith(`.${product}`));
      return own
        ? [
            {
              product: own.index,
              to: { ...mapPrice(own.tariff, (x) => x * (1 + change)), ...(price && tariffOf(price)) },
              because,
              ...(tariff && { tariff }),
            },
          ]
        : [];
    });
}
