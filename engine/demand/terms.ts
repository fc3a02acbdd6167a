import { type PerMeter, perMeter } from "../price.ts";
import type { Market, Model, ProductSpec, SegmentSpec } from "../model/market.ts";
import { type TaxOf, withTax } from "../model/tax.ts";
import { STAMP } from "../model/offers.ts";
import type { TrafficLaw } from "../scenario/traffic.ts";
import { type Billed, integrate } from "../tariff/integrate.ts";
import { AS_LISTED, holidaysOf, openTariff, promoted } from "../tariff/open-tariff.ts";
import { NO_TARIFF } from "../scenario/tariff.ts";

const LIST_ONLY = openTariff(NO_TARIFF, AS_LISTED);

/** Whether more than list prices and the segment's cache hits decides what it pays for a product. */
export function hasTerms(model: Model, market: Market, s: SegmentSpec, j: number): boolean {
  const { perTask, meter } = model.products[j];
  return (
    market.products.tariff[j] !== null || perTask !== null || (meter === "token" && answersLists(s.segment.traffic))
  );
}

/** Whether a segment changes its traffic at list prices alone. */
const answersLists = ({ answers }: TrafficLaw): boolean => answers.cache.share > 0 || answers.route.share > 0;

interface Refresh {
  readonly s: SegmentSpec;
  readonly j: number;
  readonly factor: number; // on every price: what is bargained off
  readonly tax: TaxOf;
}

/** Integrates a cell's tariff over its traffic, where anything of either changed. Returns whether anything did. */
export function refreshTerms(model: Model, market: Market, { s, j, factor, tax }: Refresh): boolean {
  const { offers, products } = market;
  const k = s.index * model.products.length + j;
  const tariff = products.tariff[j] ?? LIST_ONLY;
  const day = model.startDay + market.day;
  const list = perMeter((id) => products.price[id][j]);
  const { input: more, output: moreOut } = perTaskNow(model.products[j], market.tick);
  const now = promoted(tariff, day);
  const calendar = tariff.hours ? holidaysOf(tariff.hours, day) : 0;
  const stamp = [
    ...Object.values(list),
    now.input,
    now.output,
    calendar,
    products.tariffs[j],
    factor,
    more,
    moreOut,
    tax.rate,
    tax.specific,
  ];
  if (!stampChanged(offers.stamps, k, stamp)) return false;
  const terms = integrate(tariff, askedOf(s, list, day));
  offers.paidInput[k] = withTax(terms.paid.input * factor, tax);
  offers.paidOutput[k] = withTax(terms.paid.output * factor, tax);
  offers.tokensInput[k] = terms.tokens.input * more;
  offers.tokensOutput[k] = terms.tokens.output * moreOut;
  offers.input[k] = offers.paidInput[k] * offers.tokensInput[k];
  offers.output[k] = offers.paidOutput[k] * offers.tokensOutput[k];
  keepTraffic(market, k, terms);
  return true;
}

function keepTraffic({ offers }: Market, k: number, { cached, written, batch, cheap, week }: Billed): void {
  offers.cached[k] = cached;
  offers.written[k] = written;
  offers.batch[k] = batch;
  offers.cheap[k] = cheap;
  offers.weeks[k] = week;
  offers.plain[k] = 0;
}

export const askedOf = (s: SegmentSpec, list: PerMeter<number>, day: number) => ({
  segment: s.id,
  law: s.segment.traffic,
  points: s.points,
  cachedShare: s.segment.cachedShare,
  cacheWriteShare: s.segment.cacheWriteShare,
  deferrable: s.segment.deferrable,
  outputShare: s.outputShare,
  list,
  day,
  volumes: s.volumes,
});

/** Tokens a task needs today over the usual number, by kind. */
export function perTaskNow({ perTask }: ProductSpec, tick: number): { input: number; output: number } {
  if (perTask === null) return { input: 1, output: 1 };
  const t = Math.max(0, tick);
  return { input: perTask.input[t], output: perTask.output[t] };
}

function stampChanged(stamps: Float64Array, k: number, now: readonly number[]): boolean {
  const at = k * STAMP;
  let same = true;
  for (let c = 0; c < STAMP; c++) {
    if (stamps[at + c] === now[c]) continue;
    stamps[at + c] = now[c];
    same = false;
  }
  return !same;
}
