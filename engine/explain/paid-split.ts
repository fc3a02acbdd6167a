import { log, logMean } from "../math/elementary.ts";
import { METER_IDS, meterColumn } from "../price.ts";
import type { Recording } from "../recording/recorder.ts";

/** Why the price paid for work changed between two days; the parts add up to `to - from` [money/Mtok of work]. */
export interface PaidSplit {
  readonly from: number; // revenue over work, all of the vendor's products billed by the token
  readonly to: number;
  readonly list: number; // list prices, at an unchanged mix of meters
  readonly mix: number; // which meters the tokens are billed by: cache hits, output
  readonly terms: number; // hours, length, batch, promotions, allowances, what is bargained off
  readonly tokens: number; // tokens billed for the same work
  readonly tier: number; // work moved between the vendor's products, routed tasks among it
}

/**
 * A vendor's price of work is a mean over its products, each a product of factors: list x mix x terms x tokens. Changes
 * of logarithms are weighted by the logarithmic mean of what each product's work brings (LMDI, Ang 2004), so that the
 * split has no rest. What is sold on one of the two days only moves the tier part.
 */
export function splitPaid(r: Recording, vendor: number, [a, b]: readonly [number, number]): PaidSplit {
  const n = r.productIds.length;
  const own = r.vendorOf.flatMap((v, j) => (v === vendor && r.meters.product[j] === "token" ? [j] : []));
  const [before, after] = [a, b].map((t) => own.map((j) => standing(r, t * n + j)));
  const works = [before, after].map((rows) => rows.reduce((sum, { work }) => sum + work, 0));
  const price = (rows: readonly Standing[], k: number) => (works[k] > 0 ? worth(rows) / works[k] : NaN);
  const parts = { list: 0, mix: 0, terms: 0, tokens: 0, tier: 0 };
  own.forEach((_, p) => {
    const [x, y] = [before[p], after[p]];
    const [now, then] = [y.paid / works[1], x.paid / works[0]]; // each product's part of the mean price
    if (!(now > 0 && then > 0)) parts.tier += (now || 0) - (then || 0);
    else {
      const weight = logMean(then, now);
      const part = (ratio: number) => weight * log(ratio);
      // The list at the first day's mix of meters tells prices and mix apart.
      const repriced = y.listAt(x.shares);
      parts.list += part(repriced / x.listAt(x.shares));
      parts.mix += part(y.listAt(y.shares) / repriced);
      parts.terms += part(y.paid / y.listed / (x.paid / x.listed));
      parts.tokens += part(y.billed / y.work / (x.billed / x.work));
      parts.tier += part(y.work / works[1] / (x.work / works[0]));
    }
  });
  return { from: price(before, 0), to: price(after, 1), ...parts };
}

const worth = (rows: readonly Standing[]): number => rows.reduce((sum, { paid }) => sum + paid, 0);

interface Standing {
  readonly paid: number; // revenue [money/week]
  readonly billed: number; // tokens [Mtok/week]
  readonly work: number; // what they do, in usual tokens [Mtok/week]
  readonly listed: number; // what the tokens cost at list prices [money/week]
  readonly shares: readonly number[]; // of billed tokens, by meter
  listAt(shares: readonly number[]): number; // list price of such a mix [money/Mtok]
}

function standing({ product: p }: Recording, k: number): Standing {
  const [input, output] = [p.tokensInput[k], p.tokensOutput[k]];
  const tokens = {
    input: input - p.cachedInput[k] - p.writtenInput[k],
    output,
    cached: p.cachedInput[k],
    cacheWrite: p.writtenInput[k],
  };
  const billed = input + output;
  const shares = METER_IDS.map((id) => (billed > 0 ? tokens[id] / billed : 0));
  const listAt = (mix: readonly number[]) =>
    METER_IDS.reduce((sum, id, m) => sum + mix[m] * p[meterColumn("price", id)][k], 0);
  const paid = p.revenue[k];
  return { paid, billed, work: billed - p.extraTokens[k], listed: billed * listAt(shares), shares, listAt };
}
