import { compile } from "../compile/compile.ts";
import { withAgents } from "../demand/demand-model.ts";
import { askedOf } from "../demand/terms.ts";
import { inFull, priceOf } from "../price.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { NO_TARIFF } from "../scenario/tariff.ts";
import { type Bill, billFor } from "../tariff/bill-lines.ts";
import { openTariff } from "../tariff/open-tariff.ts";

export interface BillQuestion {
  readonly product: string; // vendor.product
  readonly segment: string;
  readonly date: string;
  readonly work: { readonly input: number; readonly output: number }; // [Mtok]
}

interface ProductBill extends Bill {
  readonly perTask: number; // what a usual task of the segment costs [money]
}

/**
 * What a segment's traffic costs at the tariff that a product opens with: every line of it. Events and strategies are
 * not asked: it is the price list of the file, on a day.
 */
export function productBill(scenario: Scenario, { product, segment, date, work }: BillQuestion): ProductBill {
  const model = compile(withAgents(scenario, 1));
  const s = model.segments.find(({ id }) => id === segment);
  const p = model.products.find(({ id }) => id === product);
  if (!s || !p) throw new Error(`no ${s ? "product" : "segment"} “${s ? product : segment}”`);
  const list = inFull(priceOf(p.product.price));
  const tariff = openTariff(p.product.tariff ?? NO_TARIFF, list);
  const bill = billFor(tariff, askedOf(s, list, dayNumber(date)), work);
  const perWork = bill.total / (work.input + work.output);
  return { ...bill, perTask: (perWork * s.segment.traffic.task) / 1e6 };
}
