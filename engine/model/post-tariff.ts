import { inFull } from "../price.ts";
import type { Tariff } from "../scenario/tariff.ts";
import { openTariff } from "../tariff/open-tariff.ts";
import type { Market } from "./market.ts";
import { listPrice } from "./post-price.ts";

/** Posts another tariff of a product over its list as it stands; it takes the place of the one before. */
export function postTariff(market: Market, product: number, tariff: Tariff): void {
  const { tariff: open, tariffs, stale } = market.products;
  open[product] = openTariff(tariff, inFull(listPrice(market, product)));
  tariffs[product] += 1;
  stale[product] = 1;
}
