import { METER_IDS, type PerMeter, perMeter } from "../price.ts";
import type { Market, Model, ProductSpec, SegmentSpec } from "../model/market.ts";
import { type TaxOf, withTax } from "../model/tax.ts";
import { CELL_STAMP, PRODUCT_STAMP } from "../model/offers.ts";
import type { TrafficLaw } from "../scenario/traffic.ts";
import { printedEnd } from "../tariff/foresight.ts";
import { type Billed, integrate } from "../tariff/integrate.ts";
import { AS_LISTED, clockOf, holidaysOf, openTariff, promoted } from "../tariff/open-tariff.ts";
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

/** Writes a number over a stamp. Returns whether it was another. */
function restamped(stamps: Float64Array, at: number, value: number): boolean {
  if (stamps[at] === value) return false;
  stamps[at] = value;
  return true;
}

/** Moves on the version of every product whose list, tariff or day's terms are not those of the last tick. */
export function refreshVersions(model: Model, market: Market): void {
  const day = model.startDay + market.day;
  const { products, versions } = market.offers.terms;
  for (let j = 0; j < versions.length; j++) if (termsMoved(model, market, j, day, products)) versions[j] += 1;
}

function termsMoved(model: Model, { products, tick }: Market, j: number, day: number, stamps: Float64Array): boolean {
  const tariff = products.tariff[j] ?? LIST_ONLY;
  const more = perTaskNow(model.products[j], tick);
  const now = tariff.promotions.length === 0 ? AS_LISTED : promoted(tariff, day);
  const end = model.segments.some(looksAhead) ? (printedEnd(tariff, day)?.end ?? Infinity) : Infinity;
  let at = j * PRODUCT_STAMP;
  let moved = false;
  for (const id of METER_IDS) moved = restamped(stamps, at++, products.price[id][j]) || moved;
  for (const { input, output } of [now, more]) {
    moved = restamped(stamps, at++, input) || moved;
    moved = restamped(stamps, at++, output) || moved;
  }
  moved = restamped(stamps, at++, end) || moved;
  const holidays = tariff.hours && tariff.hours.holidays.length > 0 ? holidaysOf(tariff.hours, day) : 0;
  moved = restamped(stamps, at++, holidays) || moved;
  return restamped(stamps, at, products.tariffs[j]) || moved;
}

/** Whether a segment weighs what comes after a promotion's printed end. */
export const looksAhead = ({ segment }: SegmentSpec): boolean => segment.traffic.answers.foresee.weeks > 0;

/** Integrates a cell's tariff over its traffic, where anything of either changed. Returns whether anything did. */
export function refreshTerms(model: Model, market: Market, { s, j, factor, tax }: Refresh): boolean {
  const { offers, products } = market;
  const k = s.index * model.products.length + j;
  const { cells, versions } = offers.terms;
  const tariff = products.tariff[j] ?? LIST_ONLY;
  const day = model.startDay + market.day;
  let moved = restamped(cells, k * CELL_STAMP, versions[j]);
  moved = restamped(cells, k * CELL_STAMP + 1, factor) || moved;
  moved = restamped(cells, k * CELL_STAMP + 2, tax.rate) || moved;
  moved = restamped(cells, k * CELL_STAMP + 3, tax.specific) || moved;
  const ahead = tariff.hours ? clockOf(tariff.hours, s.segment.traffic.hours.zone, day).ahead : 0;
  moved = restamped(cells, k * CELL_STAMP + 4, ahead) || moved;
  if (!moved) return false;
  const more = perTaskNow(model.products[j], market.tick);
  const list = perMeter((id) => products.price[id][j]);
  const asked = askedOf(s, list, day);
  const terms = integrate(tariff, asked);
  offers.paidInput[k] = withTax(terms.paid.input * factor, tax);
  offers.paidOutput[k] = withTax(terms.paid.output * factor, tax);
  offers.tokensInput[k] = terms.tokens.input * more.input;
  offers.tokensOutput[k] = terms.tokens.output * more.output;
  offers.input[k] = offers.paidInput[k] * offers.tokensInput[k];
  offers.output[k] = offers.paidOutput[k] * offers.tokensOutput[k];
  keepTraffic(market, k, terms);
  keepGraded(market, s, k, { terms, factor: tariff.volume ? factor : 0, more });
  const next = looksAhead(s) ? printedEnd(tariff, day) : null;
  const then = next ? integrate(next.after, asked) : terms;
  const rise = (kind: "input" | "output"): number =>
    withTax(then.paid[kind] * factor, tax) * then.tokens[kind] * more[kind] -
    withTax(terms.paid[kind] * factor, tax) * terms.tokens[kind] * more[kind];
  offers.riseInput[k] = next ? rise("input") : 0;
  offers.riseOutput[k] = next ? rise("output") : 0;
  offers.ends[k] = next ? next.end : Infinity;
  return true;
}

function keepTraffic({ offers }: Market, k: number, { context, cached, written, batch, cheap, week }: Billed): void {
  offers.context[k] = context;
  offers.cached[k] = cached;
  offers.written[k] = written;
  offers.batch[k] = batch;
  offers.cheap[k] = cheap;
  offers.weeks[k] = week;
  offers.plain[k] = 0;
}

interface Graded {
  readonly terms: Billed;
  readonly factor: number; // on every price; 0: no terms by volume
  readonly more: { readonly input: number; readonly output: number }; // tokens a task needs
}

/** T-9: what each buyer's own bill is made of, where that decides what it pays. */
function keepGraded({ offers }: Market, s: SegmentSpec, k: number, { terms, factor, more }: Graded): void {
  const { before, tokens } = terms;
  const counts = s.meter === "token" && s.segment.traffic.answers.bill === "own" ? factor : 0;
  offers.gradedInput[k] = before.input * tokens.input * more.input * counts;
  offers.gradedOutput[k] = before.output * tokens.output * more.output * counts;
  offers.graded[k] = terms.terms;
}

export const askedOf = (s: SegmentSpec, list: PerMeter<number>, day: number) => ({
  segment: s.id,
  law: s.segment.traffic,
  points: s.points,
  context: s.context,
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
