import { METER_IDS, type PerMeter, perMeter } from "../price.ts";
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
  const more = perTaskNow(model.products[j], market.tick);
  const now = tariff.promotions.length === 0 ? AS_LISTED : promoted(tariff, day);
  const at = k * STAMP;
  let column = at;
  let same = true;
  const stamp = (value: number): void => {
    if (offers.stamps[column] !== value) same = false;
    offers.stamps[column++] = value;
  };
  for (const id of METER_IDS) stamp(products.price[id][j]);
  for (const id of ["input", "output"] as const) {
    stamp(now[id]);
    stamp(more[id]);
  }
  stamp(tariff.hours && tariff.hours.holidays.length > 0 ? holidaysOf(tariff.hours, day) : 0);
  stamp(products.tariffs[j]);
  stamp(factor);
  stamp(tax.rate);
  stamp(tax.specific);
  if (same) return false;
  const list = perMeter((id) => products.price[id][j]);
  const terms = integrate(tariff, askedOf(s, list, day));
  offers.paidInput[k] = withTax(terms.paid.input * factor, tax);
  offers.paidOutput[k] = withTax(terms.paid.output * factor, tax);
  offers.tokensInput[k] = terms.tokens.input * more.input;
  offers.tokensOutput[k] = terms.tokens.output * more.output;
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

const USUAL = { input: 1, output: 1 };

/** Tokens a task needs today over the usual number, by kind. */
export function perTaskNow({ perTask }: ProductSpec, tick: number): { input: number; output: number } {
  if (perTask === null) return USUAL;
  const t = Math.max(0, tick);
  return { input: perTask.input[t], output: perTask.output[t] };
}
