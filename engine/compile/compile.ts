import type { Text } from "../text/text.ts";
import { costModels } from "../costs/index.ts";
import type { KernelId } from "../demand/mixed-logit/kernel.ts";
import { demandOf, hasLastingUsers } from "../demand/demand-model.ts";
import { nameHash, seedWord } from "../math/random.ts";
import { withDefaults } from "../registry.ts";
import { strategies } from "../strategies/index.ts";
import type { AssignedStrategy, Model, ProductSpec, SegmentSpec, VendorSpec } from "../model/market.ts";
import type { RunCache } from "../demand/mixed-logit/model.ts";
import { ALONE, type Crew } from "../model/crew.ts";
import { switchOff } from "../mechanisms/index.ts";
import { dayNumber } from "../scenario/dates.ts";
import { accumulate, sample, tickOf, type Time } from "../scenario/series.ts";
import { withHosts } from "../scenario/hosts.ts";
import type { MarketEvent, Meter, Scenario, StrategyChoice } from "../scenario/scenario.ts";

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
  const { clock, demand } = scenario;
  const startDay = dayNumber(clock.start);
  const ticks = Math.floor((dayNumber(clock.end) - startDay) / clock.tickDays) + 1;
  const time: Time = { startDay, ticks, tickDays: clock.tickDays };
  const products = productSpecs(scenario, time);
  const vendors = vendorSpecs(scenario, products, time);
  const model: Model = {
    scenario,
    demand,
    seed: seedWord(seed, replication),
    ...time,
    burnInTicks: hasLastingUsers(scenario) ? clock.burnInWeeks : 0,
    dt: clock.tickDays / 7,
    longestSight: vendors.reduce((most, v) => Math.max(most, v.sightTicks), 0),
    vendorOf: Int16Array.from(products, (p) => p.vendor),
    vendors,
    products,
    segments: segmentSpecs(scenario, products, time),
    crew,
    gpuPrice: sample(scenario.costs.gpuPrice, time),
    technology: accumulate(scenario.costs.technology, time),
    ...eventsByTick(scenario, time),
  };
  return { ...model, ...demandOf(scenario).prepare({ model, kernel, cache }) };
}

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

const meterOf = ({ arenas }: Scenario, arena: string): Meter => arenas[arena]?.meter ?? "token";

function segmentSpecs(scenario: Scenario, products: readonly ProductSpec[], time: Time): SegmentSpec[] {
  const demand = demandOf(scenario);
  return Object.entries(demand.segments(scenario.demand)).map(([id, segment], index) => ({
    id,
    index,
    segment,
    products: products.filter((p) => demand.buys(segment, p.product)).map((p) => p.index),
    meter: meterOf(scenario, segment.arena),
    represented: demand.represented(scenario.demand, id),
    arrivals: scenario.events
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
