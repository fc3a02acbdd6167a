import { factorsOff } from "../demand/offers.ts";
import { isPlan } from "../demand/plans.ts";
import { perTaskNow } from "../demand/terms.ts";
import type { Market, Model } from "../model/market.ts";
import { taxOf } from "../model/tax.ts";
import { monthOf } from "../price.ts";
import type { Plan } from "../scenario/tariff.ts";
import { promoted } from "../tariff/open-tariff.ts";
import { includedUse, type QuotaUse } from "../tariff/quota-use.ts";
import { weekOfUse } from "../tariff/week.ts";
import type { BillQuestion } from "./bill.ts";

/** A buyer's month under a plan. */
export interface PlanBill {
  readonly seats: number;
  readonly fee: number; // of all seats, discounts off [money]
  readonly asked: number; // tokens its work needs [Mtok]
  readonly included: number; // part of them that the fee pays [Mtok]
  readonly quotas: readonly QuotaUse[]; // of all seats
  readonly beyond: Plan["beyond"];
  readonly overage: number; // what lies beyond, where it is paid [money]
  readonly tax: number;
  readonly total: number;
}

/** What a month's work costs under a plan on the day the market stands at; null where the segment meets none. */
export function planBill(model: Model, market: Market, { product, segment, work, day }: BillQuestion): PlanBill | null {
  const s = model.segments.find(({ id }) => id === segment);
  const p = model.products.find(({ id }) => id === product);
  if (!s || !p || !isPlan(model, s, p.index)) return null;
  const { seats, hours } = s.segment.traffic;
  const tariff = market.products.tariff[p.index];
  const price = monthOf(market.products.price.input[p.index]) * (tariff ? promoted(tariff, day).input : 1);
  const fee = price * factorsOff(model, market, s, p.index).bargained * seats;
  const more = perTaskNow(p, market.tick);
  const tokens = { input: work.input * more.input, output: work.output * more.output };
  const asked = tokens.input + tokens.output;
  const { quota = [], beyond = "stop", overage = { input: 0, output: 0 } } = p.plan ?? {};
  const ofAllSeats = quota.map((q) => ({ ...q, tokens: q.tokens * seats }));
  const { included, quotas } = includedUse(ofAllSeats, asked, weekOfUse(hours));
  const rest = asked > 0 ? 1 - included / asked : 0;
  const paid = beyond === "pay" ? rest * (tokens.input * overage.input + tokens.output * overage.output) : 0;
  const { rate, specific } = taxOf(model, market, p.index);
  const tax = (fee + paid) * rate + monthOf(specific) * seats;
  return { seats, fee, asked, included, quotas, beyond, overage: paid, tax, total: fee + paid + tax };
}
