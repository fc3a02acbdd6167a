import type { Market, Model, SegmentSpec } from "../model/market.ts";
import { type TaxOf, withTax } from "../model/tax.ts";
import type { Window } from "../scenario/tariff.ts";
import { printedEnd } from "../tariff/foresight.ts";
import { promoted } from "../tariff/open-tariff.ts";
import { looksAhead, perTaskNow } from "./terms.ts";

/** Whether a segment meets a product as a plan: a subscription in a place where tokens are billed. */
export const isPlan = (model: Model, s: SegmentSpec, j: number): boolean =>
  s.meter === "token" && model.products[j].meter === "month";

interface Refresh {
  readonly s: SegmentSpec;
  readonly j: number;
  readonly factor: number; // on its price
  readonly tax: TaxOf;
}

/**
 * A plan's fee, its quota in work, and what lies beyond. Several quotas bind as the tightest does, in a week of the
 * segment's own hours: windows that are slept through hold nothing.
 */
export function refreshPlan(model: Model, market: Market, { s, j, factor, tax }: Refresh): boolean {
  const { offers, products } = market;
  const k = s.index * model.products.length + j;
  const { plan } = model.products[j];
  const { seats } = s.segment.traffic;
  const { input, output } = perTaskNow(model.products[j], market.tick);
  const perWork = (1 - s.outputShare) * input + s.outputShare * output;
  const tariff = products.tariff[j];
  const day = model.startDay + market.day;
  const feeAt = (times: number) =>
    Math.max(withTax(products.price.input[j] * times * factor, tax) * seats, NOTHING_DUE);
  const fee = feeAt(tariff ? promoted(tariff, day).input : 1);
  const next = tariff && looksAhead(s) ? printedEnd(tariff, day) : null;
  offers.riseFee[k] = next ? feeAt(promoted(next.after, day).input) - fee : 0;
  offers.ends[k] = next ? next.end : Infinity;
  const quota = plan ? (weekly(s, plan.quota) * seats) / perWork : Infinity;
  const paid = plan?.beyond === "pay" ? plan.overage : { input: 0, output: 0 };
  const slow = plan?.beyond === "slow" ? plan.slow : 0;
  if (fee === offers.fee[k] && quota === offers.quota[k] && paid.input * input === offers.input[k]) return false;
  offers.fee[k] = fee;
  offers.quota[k] = quota;
  offers.slow[k] = slow;
  offers.paidInput[k] = paid.input;
  offers.paidOutput[k] = paid.output;
  offers.tokensInput[k] = input;
  offers.tokensOutput[k] = output;
  offers.input[k] = paid.input * input;
  offers.output[k] = paid.output * output;
  if (input !== 1 || output !== 1) offers.plain[k] = 0;
  return true;
}

/** A plan that costs nothing is still one: a fee of 0 would stand for none. [money/week] */
const NOTHING_DUE = 1e-12;

/** A week's quota: the tightest of all. */
const weekly = (
  { windows }: SegmentSpec,
  quotas: readonly { readonly tokens: number; readonly every: Window }[],
): number => quotas.reduce((least, { tokens, every }) => Math.min(least, tokens * windows[every]), Infinity);
