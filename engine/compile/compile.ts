import type { KernelId } from "../demand/mixed-logit/kernel.ts";
import { demandOf, hasLastingUsers } from "../demand/demand-model.ts";
import { seedWord } from "../math/random.ts";
import type { Model, ProductSpec, SegmentSpec } from "../model/market.ts";
import type { RunCache } from "../demand/mixed-logit/model.ts";
import { ALONE, type Crew } from "../model/crew.ts";
import { asRun } from "../mechanisms/as-run.ts";
import { dayNumber } from "../scenario/dates.ts";
import { accumulate, sample, type Time } from "../scenario/series.ts";
import type { Meter, Scenario, Segment, Vendor } from "../scenario/scenario.ts";
import { type Window, WINDOWS } from "../scenario/tariff.ts";
import { PLAIN_TRAFFIC, type TrafficLaw } from "../scenario/traffic.ts";
import { heldInMemory, promptPoints } from "../tariff/prompts.ts";
import { fullWindows, weekOfUse } from "../tariff/week.ts";
import { eventsByTick } from "./events.ts";
import { meterOf, productSpecs } from "./products.ts";
import { vendorSpecs } from "./vendors.ts";

export interface CompileOptions {
  /** Default 1. */
  readonly seed?: string | number;
  /** Further draws of the same seed, default 0. */
  readonly replication?: number;
  /** Who computes the hot loops, to the same bits; default the fastest there is. */
  readonly kernel?: KernelId;
  /** Who run it together, each of them this model; alone if not said. */
  readonly crew?: Crew;
  /**
   * Who the people are is spread evenly over the laws they are drawn from, whatever the seed: for prices of
   * competition, which are an integral over those laws and not news of one crowd.
   */
  readonly even?: boolean;
  /** Kept by whoever runs one scenario after another; the numbers are the same without. */
  readonly cache?: RunCache;
}

/** Turns a scenario into a model: names become indices, dates ticks, paths columns, traits draws. */
export function compile(
  given: Scenario,
  { seed = 1, replication = 0, kernel, crew = ALONE, even, cache }: CompileOptions = {},
): Model {
  const scenario = asRun(given);
  const { clock, demand } = scenario;
  const startDay = dayNumber(clock.start);
  const ticks = Math.floor((dayNumber(clock.end) - startDay) / clock.tickDays) + 1;
  const time: Time = { startDay, ticks, tickDays: clock.tickDays };
  const products = productSpecs(scenario, time);
  const vendors = vendorSpecs(scenario, products, time);
  const { events, notes } = eventsByTick(scenario, time);
  const model: Model = {
    scenario,
    demand,
    seed: seedWord(seed, inOrder(replication, seed, scenario.typical)),
    startDay,
    ticks,
    tickDays: clock.tickDays,
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
    events,
    notes,
  };
  // Added to the one object: a copy by spreading is a slow dictionary to V8, and every tick reads the model.
  return Object.assign(model, demandOf(scenario).prepare({ model, kernel, even, cache }));
}

/**
 * One run stands for all where only one is shown, so the first of seed 1 is the one nearest the median; the one that
 * came first takes its place, and any twenty runs are the same twenty.
 */
function inOrder(replication: number, seed: string | number, typical = 0): number {
  if (String(seed) !== "1") return replication;
  return replication === 0 ? typical : replication === typical ? 0 : replication;
}

/** Whether a product is sold to a segment at all: one may be exclusive, or of no use there. */
const soldTo = (segment: string, { product: { only, fit } }: ProductSpec): boolean =>
  (only?.includes(segment) ?? true) && fit[segment] !== 0;

/**
 * Whether a segment counts in tokens: where it looks at an arena that bills them, or at subscriptions that somebody
 * holds against tokens. Subscriptions are plans to such a segment.
 */
function billing(scenario: Scenario, { arena, also }: Segment): Meter {
  const looksAt = [arena, ...also];
  const byToken = (id: string) => meterOf(scenario, id) === "token";
  return looksAt.some((id) => byToken(id) || holdsPlans(scenario, id, byToken)) ? "token" : meterOf(scenario, arena);
}

function holdsPlans(scenario: Scenario, arena: string, byToken: (arena: string) => boolean): boolean {
  const limited = ({ products }: Vendor) =>
    Object.values(products).some((p) => p.arena === arena && p.plan !== undefined);
  const compared = (s: Segment) => {
    const looksAt = [s.arena, ...s.also];
    return looksAt.includes(arena) && looksAt.some(byToken);
  };
  const segments = Object.values(demandOf(scenario).segments(scenario.demand));
  return (
    meterOf(scenario, arena) === "month" && (Object.values(scenario.vendors).some(limited) || segments.some(compared))
  );
}

function windowsOf({ hours }: TrafficLaw): SegmentSpec["windows"] {
  const week = weekOfUse(hours);
  const full = (Object.keys(WINDOWS) as Window[]).map((every) => [every, fullWindows(week, every)]);
  return Object.fromEntries(full) as SegmentSpec["windows"];
}

/** Length of prompts that a law has in memory at one moment [tokens]. */
const heldBy = ({ prompts }: TrafficLaw): number => heldInMemory(promptPoints(prompts), ({ tokens }) => tokens);

function segmentSpecs(scenario: Scenario, products: readonly ProductSpec[], time: Time): SegmentSpec[] {
  const demand = demandOf(scenario);
  const usual = heldBy(PLAIN_TRAFFIC);
  return Object.entries(demand.segments(scenario.demand)).map(([id, segment], index) => ({
    id,
    index,
    segment,
    products: products.filter((p) => demand.buys(segment, p.product) && soldTo(id, p)).map((p) => p.index),
    meter: billing(scenario, segment),
    points: promptPoints(segment.traffic.prompts),
    context: heldBy(segment.traffic) / usual,
    outputShare: demand.outputShare(scenario.demand),
    volumes: demand.volumes(scenario.demand, segment),
    windows: windowsOf(segment.traffic),
    represented: demand.represented(scenario.demand, id),
    arrivals: scenario.events
      .filter((e) => e.kind === "channel" && e.segment === id)
      .map((e) => ({ day: dayNumber(e.date) - time.startDay, share: e.share as number })),
  }));
}
