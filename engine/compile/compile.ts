import type { Text } from "../text/text.ts";
import { costModels } from "../costs/index.ts";
import type { KernelId } from "../demand/mixed-logit/kernel.ts";
import { remembering } from "../demand/mixed-logit/kept-draws.ts";
import { people } from "../demand/mixed-logit/people.ts";
import { exp } from "../math/elementary.ts";
import { nameHash, seedWord } from "../math/random.ts";
import { withDefaults } from "../registry.ts";
import { strategies } from "../strategies/index.ts";
import type { AssignedStrategy, Model, ProductSpec, SegmentSpec, VendorSpec } from "../model/market.ts";
import type { RunCache } from "../market/burn-in.ts";
import { ALONE, type Crew } from "../model/crew.ts";
import { switchOff } from "../mechanisms/index.ts";
import { dayNumber } from "../scenario/dates.ts";
import { withHosts } from "../scenario/hosts.ts";
import type {
  MarketEvent,
  Meter,
  MixedLogit,
  Scenario,
  Segment,
  Series,
  StrategyChoice,
} from "../scenario/scenario.ts";

export interface CompileOptions {
  readonly seed?: string | number; // default 1
  readonly replication?: number; // further draws of the same seed, default 0
  readonly kernel?: KernelId; // who computes the hot loops, to the same bits; default the fastest there is
  readonly crew?: Crew; // who run it together, each of them this model; alone if not said
  readonly cache?: RunCache; // kept by whoever runs one scenario after another; the numbers are the same without
}

/** Turns a scenario into a model: names become indices, dates ticks, paths columns, traits draws. */
export function compile(
  given: Scenario,
  { seed = 1, replication = 0, kernel, crew = ALONE, cache }: CompileOptions = {},
): Model {
  const scenario = withHosts(switchOff(given));
  const { clock } = scenario;
  const word = seedWord(seed, replication);
  const startDay = dayNumber(clock.start);
  const ticks = Math.floor((dayNumber(clock.end) - startDay) / clock.tickDays) + 1;
  const time: Time = { startDay, ticks, tickDays: clock.tickDays };
  const products = productSpecs(scenario, time);
  const segments = segmentSpecs(scenario, products, time);
  const vendors = vendorSpecs(scenario, products, time);
  const { events, notes } = eventsByTick(scenario, time);
  const { demand } = scenario;
  const {
    population,
    kernel: own,
    peopleKey,
  } = people({ demand, segments, products, seed: word, kernel, crew }, cache?.people);
  return {
    scenario,
    demand,
    seed: word,
    ...time,
    burnInTicks: demand.kind === "mixed-logit" ? clock.burnInWeeks : 0,
    dt: clock.tickDays / 7,
    longestSight: vendors.reduce((most, v) => Math.max(most, v.sightTicks), 0),
    vendorOf: Int16Array.from(products, (p) => p.vendor),
    vendors,
    products,
    segments,
    population,
    peopleKey,
    kernel: cache ? remembering(own, { people: population.size, seed: word }, cache.draws) : own,
    crew,
    cache,
    fading: fadingByDay(demand, (d) => d.ramp.weeks, clock.burnInWeeks * 7 + ticks * clock.tickDays),
    forgetting: fadingByDay(demand, (d) => d.loyalty.weeks, clock.burnInWeeks * 7 + ticks * clock.tickDays),
    allowances:
      products.some((p) => p.product.free !== undefined) || scenario.events.some((e) => e.kind === "allowance"),
    gpuPrice: sample(scenario.costs.gpuPrice, time),
    technology: accumulate(scenario.costs.technology, time),
    growth: segments.map((s) => growthPath(demand, s, time)),
    events,
    notes,
  };
}

interface Time {
  readonly startDay: number;
  readonly ticks: number;
  readonly tickDays: number;
}

const tickOf = (date: string, { startDay, tickDays }: Time) => Math.ceil((dayNumber(date) - startDay) / tickDays);

function productSpecs(scenario: Scenario, time: Time): ProductSpec[] {
  const specs: ProductSpec[] = [];
  Object.entries(scenario.vendors).forEach(([vendorId, vendor], v) => {
    for (const [productId, product] of Object.entries(vendor.products)) {
      const id = `${vendorId}.${productId}`;
      const model = costModels.get(product.cost.kind);
      specs.push({
        id,
        index: specs.length,
        vendor: v,
        product,
        hash: nameHash(id),
        meter: meterOf(scenario, product.arena),
        launchTick: launchTick(product.launch, time),
        cost: model.prepare(withDefaults(model.parameters, product.cost)),
      });
    }
  });
  refuseCollisions(specs);
  return specs;
}

function launchTick(launch: string | null, time: Time): number {
  if (launch === null) return -1;
  return launch === "never" ? Infinity : tickOf(launch, time);
}

/** Two products of one name in random draws would share every agent's taste. */
function refuseCollisions(products: readonly ProductSpec[]): void {
  const byHash = new Map<number, string>();
  for (const { id, hash } of products) {
    const other = byHash.get(hash);
    if (other !== undefined) throw new Error(`products ${other} and ${id} collide in random draws: rename one of them`);
    byHash.set(hash, id);
  }
}

const TEXTBOOK_BUYERS: Segment = {
  label: { en: "Buyers", zh: "买家" },
  arena: "api",
  weight: 1,
  lnV: { mean: 0, sd: 0 },
  lnX: 0,
  qualityFloor: [],
  switching: { mean: 0, sd: 0 },
  attention: { base: 0, news: 0 },
  adoption: { base: 0, news: 0 },
  cachedShare: 0,
  side: "business",
  growth: null,
  multihoming: { share: 0, volume: 0 },
  discount: { base: 0, slope: 0, most: 0, band: 0 },
  waiting: 0,
  congestion: { dislike: 0, hazard: 0 },
  deferrable: 0,
};

const meterOf = ({ arenas }: Scenario, arena: string): Meter => arenas[arena]?.meter ?? "token";

/** exp(-age/weeks) for every age in days that a run can see. */
function fadingByDay(demand: Scenario["demand"], weeks: (demand: MixedLogit) => number, days: number): Float64Array {
  if (demand.kind !== "mixed-logit") return new Float64Array(0);
  return Float64Array.from({ length: days + 1 }, (_, age) => exp(-age / (7 * weeks(demand))));
}

function growthPath(demand: Scenario["demand"], { segment }: SegmentSpec, time: Time): Float64Array {
  if (demand.kind !== "mixed-logit") return new Float64Array(time.ticks).fill(1);
  return accumulate(segment.growth ?? demand.growth, time);
}

function segmentSpecs(scenario: Scenario, products: readonly ProductSpec[], time: Time): SegmentSpec[] {
  const { demand, events } = scenario;
  if (demand.kind === "unit-logit") {
    const all = products.map((p) => p.index);
    return [
      {
        id: "buyers",
        index: 0,
        segment: TEXTBOOK_BUYERS,
        products: all,
        meter: "token",
        represented: demand.size,
        arrivals: [],
      },
    ];
  }
  const total = Object.values(demand.segments).reduce((sum, s) => sum + s.weight, 0);
  return Object.entries(demand.segments).map(([id, segment], index) => ({
    id,
    index,
    segment,
    products: products.filter((p) => p.product.arena === segment.arena && !p.product.reference).map((p) => p.index),
    meter: meterOf(scenario, segment.arena),
    represented: (demand.population * segment.weight) / total,
    arrivals: events
      .filter((e) => e.kind === "channel" && e.segment === id)
      .map((e) => ({ day: dayNumber(e.date) - time.startDay, share: e.share as number })),
  }));
}

function vendorSpecs(scenario: Scenario, products: readonly ProductSpec[], time: Time): VendorSpec[] {
  return Object.entries(scenario.vendors).map(([id, vendor], index) => {
    const own = products.filter((p) => p.vendor === index);
    return {
      id,
      index,
      vendor,
      products: own.map((p) => p.index),
      captive: sample(vendor.captive, time).map((perDay) => perDay * 7),
      sightTicks: vendor.conduct.sees === "now" ? Math.round(vendor.conduct.sightLag / time.tickDays) : 0,
      strategies: assignStrategies(scenario, vendor.strategy, own, time),
    };
  });
}

/** A vendor's strategy prices the products that have none of their own. */
function assignStrategies(
  scenario: Scenario,
  common: StrategyChoice,
  own: readonly ProductSpec[],
  time: Time,
): AssignedStrategy[] {
  const resolve = (choice: StrategyChoice, list: readonly ProductSpec[]): AssignedStrategy => ({
    kind: choice.kind,
    parameters: dated(
      withDefaults(
        strategies.get(choice.kind).parameters,
        scenario.strategies[choice.kind] ?? {},
        choice,
      ) as StrategyChoice,
      time,
    ),
    products: list.filter((p) => !p.product.reference).map((p) => p.index),
  });
  const shared = own.filter((p) => p.product.strategy === undefined);
  const apart = own.filter((p) => p.product.strategy !== undefined);
  return [resolve(common, shared), ...apart.map((p) => resolve(p.product.strategy!, [p]))];
}

/** Dated lists among a strategy's parameters get the day they stand for. */
function dated(parameters: StrategyChoice, { startDay }: Time): StrategyChoice {
  const withDay = (entry: { date: string }) => ({ ...entry, day: dayNumber(entry.date) - startDay });
  return Object.fromEntries(
    Object.entries(parameters).map(([k, v]) => [k, Array.isArray(v) ? v.map(withDay) : v]),
  ) as StrategyChoice;
}

/** Credits and off-peak tariffs that begin on a date are events like any other. */
function datedOffers(vendors: Scenario["vendors"]): MarketEvent[] {
  return Object.entries(vendors).flatMap(([vendor, { credits, offPeak }]) => [
    ...(credits.from === null ? [] : [{ date: credits.from, kind: "credits", vendor, amount: credits.amount }]),
    ...(offPeak.from === null ? [] : [{ date: offPeak.from, kind: "off-peak", vendor, discount: offPeak.discount }]),
  ]);
}

function eventsByTick({ events, clock, vendors }: Scenario, time: Time): { events: MarketEvent[][]; notes: Text[] } {
  const byTick: MarketEvent[][] = Array.from({ length: time.ticks }, () => []);
  const notes: Text[] = [];
  for (const event of [...events, ...datedOffers(vendors)]) {
    const tick = tickOf(event.date, time);
    if (tick < time.ticks) byTick[tick].push(event);
    else
      notes.push({
        en: `${event.date} ${event.kind}: after the last tick of this run (${clock.end}), left out`,
        zh: `${event.date} ${event.kind}：晚于本次运行的最后一步（${clock.end}），已略去`,
      });
  }
  return { events: byTick, notes };
}

/** A dated series by tick: each value holds from its date on, the first also before. */
function sample(series: Series, { startDay, ticks, tickDays }: Time): Float64Array {
  if (typeof series === "number") return new Float64Array(ticks).fill(series);
  const days = series.at.map(dayNumber);
  return Float64Array.from({ length: ticks }, (_, t) => {
    let k = 0;
    while (k + 1 < days.length && days[k + 1] <= startDay + t * tickDays) k++;
    return series.value[k];
  });
}

/** A growth rate per year accumulated into a level, 1 at the start. */
function accumulate(rate: Series, time: Time): Float64Array {
  const perYear = sample(rate, time);
  let ln = 0;
  return perYear.map((r) => {
    const level = exp(ln);
    ln += (r * time.tickDays) / 365;
    return level;
  });
}
