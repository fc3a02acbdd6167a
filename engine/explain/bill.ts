import { factorsOff } from "../demand/offers.ts";
import { askedOf, perTaskNow } from "../demand/terms.ts";
import type { Market, Model } from "../model/market.ts";
import { type TaxOf, taxOf } from "../model/tax.ts";
import { perMeter } from "../price.ts";
import { NO_TARIFF, type Window } from "../scenario/tariff.ts";
import { type Bill, billFor, type Work } from "../tariff/bill-lines.ts";
import { openTariff } from "../tariff/open-tariff.ts";

export interface BillQuestion {
  readonly product: string; // vendor.product
  readonly segment: string;
  readonly work: Work;
  readonly day: number; // since 1970; decides holidays and promotions
}

interface ProductBill extends Bill {
  readonly discount: number; // bargained off, or in off-peak hours [money, 0 or less]
  readonly tax: number; // on top of what the vendor asks [money]
  readonly list: number; // the same work at list prices of input and output alone [money]
  readonly perTask: number; // what a usual task of the segment costs [money]
  /** Free use that the bill does not take off [Mtok in each window]; null: none. */
  readonly quota: { readonly tokens: number; readonly window: Window } | null;
}

/**
 * What a segment pays for so much work on the day that the market stands at: the tariff and the list prices as events
 * and strategies have left them, every line of it, then discounts off list and tax.
 */
export function productBill(model: Model, market: Market, question: BillQuestion): ProductBill {
  const s = model.segments.find(({ id }) => id === question.segment);
  const p = model.products.find(({ id }) => id === question.product);
  if (!s || !p) throw new Error(`no ${s ? "product" : "segment"} “${s ? question.product : question.segment}”`);
  const { products } = market;
  const j = p.index;
  const list = perMeter((id) => products.price[id][j]);
  const tariff = products.tariff[j] ?? openTariff(NO_TARIFF, list);
  const { bargained, offPeak } = factorsOff(model, market, s, j);
  const off = bargained * offPeak;
  const of = (work: Work) => billFor(tariff, askedOf(s, list, question.day), work);
  const bill = of(question.work);
  const tax = taxIn(bill, off, taxOf(model, market, j));
  const task = taskOf(s.segment.traffic.task / 1e6, s.outputShare, perTaskNow(p, market.tick));
  const ofTask = inMonth(of(task), bill);
  const { quota, quotaWindow } = products;
  return {
    ...bill,
    discount: bill.total * (off - 1),
    tax,
    total: bill.total * off + tax,
    list: question.work.input * list.input + question.work.output * list.output,
    perTask: ofTask.total * off + taxIn(ofTask, off, taxOf(model, market, j)),
    quota: quota[j] > 0 ? { tokens: quota[j], window: quotaWindow[j] } : null,
  };
}

/** A small part of a month's work bears its part of the month's terms by volume. */
function inMonth(part: Bill, { total, terms }: Bill): Bill {
  if (terms === 0) return part;
  return { ...part, total: (part.total - part.terms) * (total / (total - terms)) };
}

const taskOf = (tokens: number, outputShare: number, more: { readonly input: number; readonly output: number }) => ({
  input: tokens * (1 - outputShare) * more.input,
  output: tokens * outputShare * more.output,
});

/** A tax by the token falls on tokens of a kind that anything is asked for, as in the market. */
function taxIn({ lines, total }: Bill, off: number, { rate, specific }: TaxOf): number {
  let taxed = 0;
  for (const output of [false, true]) {
    const kind = lines.filter(({ meter }) => (meter === "output") === output);
    if (kind.some(({ amount }) => amount > 0)) taxed += kind.reduce((sum, { tokens }) => sum + tokens, 0);
  }
  return total * off * rate + taxed * specific;
}
