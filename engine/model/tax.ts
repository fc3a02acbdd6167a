import { weekOf } from "../price.ts";
import type { Meter, Tax } from "../scenario/scenario.ts";
import type { Market, Model } from "./market.ts";

export const NO_TAX: Tax = { rate: 0, perMtok: 0, perMonth: 0, perSecond: 0 };

/** The tax of a unit as a meter bills it, whatever its price [money/Mtok; money/week; money/Ms]. */
function specificTax({ perMtok, perMonth, perSecond }: Tax, meter: Meter): number {
  if (meter === "token") return perMtok;
  return meter === "month" ? weekOf(perMonth) : perSecond * 1e6;
}

/** The tax on product j's sales, and its specific part by its own meter. */
export function taxOf({ products }: Pick<Model, "products">, { taxes }: Pick<Market, "taxes">, j: number) {
  const { vendor, meter } = products[j];
  const tax = taxes[vendor];
  return { rate: tax.rate, specific: specificTax(tax, meter) };
}

export type TaxOf = ReturnType<typeof taxOf>;

/** What a buyer pays where a vendor asks `price`: list prices are net of tax, and what is free bears none. */
export const withTax = (price: number, { rate, specific }: TaxOf): number =>
  price === 0 ? 0 : price * (1 + rate) + specific;

/** The tax within what a segment pays for a product [money/week]; k is their cell, segment x product. */
export function taxWithin(model: Model, market: Market, j: number, k: number, paid: number): number {
  const { rate, specific } = taxOf(model, market, j);
  if (rate === 0 && specific === 0) return 0;
  return paid - (paid - specific * soldUnits(model.products[j].meter, market, k)) / (1 + rate);
}

/** Units that are paid for, by the meter: users, or what is not free of tokens or seconds. */
function soldUnits(meter: Meter, { flows, offers }: Market, k: number): number {
  if (meter === "month" && offers.fee[k] > 0) return flows.users[k];
  if (meter === "month") return offers.input[k] > 0 ? flows.users[k] : 0;
  const input = offers.input[k] > 0 ? flows.tokensInput[k] - flows.freeInput[k] : 0;
  return input + (offers.output[k] > 0 ? flows.tokensOutput[k] - flows.freeOutput[k] : 0);
}
