import { inFull, priceOf } from "../price.ts";
import { NO_TARIFF } from "../scenario/tariff.ts";
import type { Product } from "../scenario/vendor.ts";
import { factorsAt } from "./answers.ts";
import { openTariff } from "./open-tariff.ts";

const [SHORTEST, LONGEST, POINTS] = [1000, 1e6, 121];

/** Mean list price of an input token by the prompt's length, from a thousand tokens to a million [money/Mtok]. */
export function priceByLength({ tariff, price }: Product): { readonly tokens: number; readonly price: number }[] {
  const list = inFull(priceOf(price));
  const { brackets } = openTariff(tariff ?? NO_TARIFF, list);
  return Array.from({ length: POINTS }, (_, k) => {
    const tokens = SHORTEST * (LONGEST / SHORTEST) ** (k / (POINTS - 1));
    return { tokens, price: list.input * (brackets ? factorsAt(brackets, tokens).input : 1) };
  });
}
