import { z } from "zod";
import { costModels } from "../costs/index.ts";
import { METER_PARTS, type MeterPart, ONE_TOKEN, perMeter, type Price } from "../price.ts";
import type { Plugin, Registry } from "../registry.ts";
import { eventKinds } from "../events/index.ts";
import { strategies } from "../strategies/index.ts";
import type { Builders } from "./builders.ts";
import type { Parameters, Scenario } from "../scenario/scenario.ts";

/**
 * What a scenario file may hold. A function of the reading context, so that numbers arrive converted: units, currencies
 * and expressions of named parameters are resolved by the builders `q`. Plugins bring their own parameter tables.
 */
export const scenarioSchema = (q: Builders) =>
  z.strictObject({
    id: q.id(),
    title: q.text(),
    question: q.text(),
    description: q.text().optional(),
    clock: clock(q),
    currency: z.string().regex(/^[A-Z]{3}$/),
    fx: z.record(z.string(), q.rate()).default({}),
    sources: z.record(z.string(), source()).default({}),
    parameters: z.record(z.string(), q.quantity("1", {})).default({}),
    arenas: z
      .record(q.id(), z.strictObject({ meter: z.enum(["token", "month", "second"]), label: q.text().optional() }))
      .default({}),
    rules: z
      .strictObject({ belowCost: z.boolean().default(true), largestCut: share(q).default(1) })
      .default({ belowCost: true, largestCut: 1 }),
    demand: z.discriminatedUnion("kind", [mixedLogit(q), unitLogit(q)]),
    costs: marketCosts(q),
    strategies: z
      .strictObject(Object.fromEntries(strategies.list().map((s) => [s.id, q.plugin(s.parameters).optional()])))
      .default({}),
    vendors: z.record(q.id(), vendor(q)).refine((v) => Object.keys(v).length > 0, { params: { text: NO_VENDOR } }),
    events: z.array(chosen(q, eventKinds, { date: q.date(), note: q.text().optional() })).default([]),
    levers: z.array(lever(q)).default([]),
    off: z.array(z.string().regex(/^M-([1-9]|1\d|2[0-4])$/)).default([]),
    expect: z.array(expectation(q)).default([]),
    game: game(q).optional(),
  });

type Shape = Record<string, z.ZodType>;

/**
 * One of a registry's plugins by `kind`, with its own parameters and `common` ones. Their types are known when it runs.
 */
function chosen<P extends Plugin, C extends Shape>(q: Builders, registry: Registry<P>, common: C) {
  const options = registry
    .list()
    .map((plugin) =>
      z.strictObject({ kind: z.literal(plugin.id), ...common, ...(q.plugin(plugin.parameters) as z.ZodObject).shape }),
    );
  return z.discriminatedUnion("kind", options as never) as z.ZodType<
    (keyof C extends never ? unknown : z.output<z.ZodObject<C>>) & Parameters & { readonly kind: string }
  >;
}

const clock = (q: Builders) =>
  z.strictObject({
    start: q.date(),
    end: q.date().optional(),
    weeks: z.int().min(1).max(5200).optional(),
    tickDays: z.union([z.literal(1), z.literal(7)]).default(7),
    burnInWeeks: z.int().min(0).max(1040).default(52),
  });

const source = () =>
  z.strictObject({
    title: z.string().min(1),
    date: z.string().optional(),
    url: z.string().optional(),
    basis: z.enum(["seed", "public", "calibrated", "assumption", "unverified"]).optional(),
  });

const share = (q: Builders) => q.quantity("1", { min: 0, max: 1 });
const positive = (q: Builders, unit = "1") => q.quantity(unit, { exclusiveMin: 0 });
const atLeastZero = (q: Builders, unit = "1") => q.quantity(unit, { min: 0 });
const real = (q: Builders) => q.quantity("1", {});

const mixedLogit = (q: Builders) =>
  z.strictObject({
    kind: z.literal("mixed-logit"),
    agents: q.quantity("1", { min: 1, max: 20_000_000, integer: true }).default(20_000),
    population: positive(q).default(1e6),
    mu: q.quantity("1", { min: 0.001, max: 10 }),
    valueLevel: positive(q).default(1),
    fixedCost: z.strictObject({ median: positive(q), sd: atLeastZero(q) }),
    entry: z.boolean().default(true),
    sunk: atLeastZero(q).default(0.5),
    volume: z.strictObject({
      level: positive(q, "Mtok/week"),
      slope: real(q).default(0),
      sd: atLeastZero(q),
      tilt: q.quantity("1", { min: -3, max: 3 }).default(0),
    }),
    outputShare: z.strictObject({ from: share(q), to: share(q) }),
    ramp: z.strictObject({ weeks: positive(q, "weeks"), start: share(q) }).default({ weeks: 12, start: 1 }),
    loyalty: z
      .strictObject({ weeks: positive(q, "weeks"), sameVendor: share(q) })
      .default({ weeks: 13, sameVendor: 0 }),
    growth: q.series("1/year", {}).default(0),
    awareness: z
      .strictObject({
        start: share(q),
        innovate: atLeastZero(q, "1/week"),
        imitate: atLeastZero(q, "1/week"),
        news: atLeastZero(q, "1/week"),
      })
      .default({ start: 1, innovate: 0, imitate: 0, news: 0 }),
    news: z
      .strictObject({
        decay: atLeastZero(q, "1/week"),
        saturation: positive(q),
        offset: positive(q, "money/Mtok"),
        band: atLeastZero(q),
        salience: z.record(z.string(), atLeastZero(q)),
      })
      .default({ decay: 0.25, saturation: 2, offset: 0.1, band: 0.35, salience: {} }),
    ecosystem: z
      .strictObject({ weight: atLeastZero(q), decay: atLeastZero(q, "1/week"), scale: atLeastZero(q) })
      .default({ weight: 0, decay: 0, scale: 0 }),
    tasteLife: positive(q, "weeks").nullable().default(null),
    expectations: z
      .strictObject({ start: real(q).default(0), adapt: atLeastZero(q, "1/week").default(0.04) })
      .default({ start: 0, adapt: 0.04 }),
    segments: z.record(q.id(), segment(q)),
  });

/** Parts of a segment's tokens that meters of their own bill. */
const parts = (q: Builders) => {
  const part = () => share(q).default(0);
  return Object.fromEntries(METER_PARTS.map((name) => [name, part()])) as Record<MeterPart, ReturnType<typeof part>>;
};

const segment = (q: Builders) =>
  z.strictObject({
    label: q.text(),
    arena: z.string().default("api"),
    weight: positive(q),
    lnV: z.strictObject({ mean: real(q), sd: atLeastZero(q) }),
    lnX: real(q).default(0),
    qualityFloor: z.array(z.strictObject({ share: share(q), atLeast: real(q).nullable().default(null) })).default([]),
    switching: z.strictObject({ mean: atLeastZero(q), sd: atLeastZero(q) }).default({ mean: 0, sd: 0 }),
    attention: z.strictObject({ base: atLeastZero(q, "1/week"), news: atLeastZero(q, "1/week").default(0) }),
    adoption: z.strictObject({ base: atLeastZero(q, "1/week"), news: atLeastZero(q, "1/week").default(0) }),
    ...parts(q),
    side: z.enum(["business", "consumer"]).default("business"),
    growth: q.series("1/year", {}).nullable().default(null),
    multihoming: z.strictObject({ share: share(q), volume: share(q).default(0.3) }).default({ share: 0, volume: 0.3 }),
    discount: z
      .strictObject({
        base: share(q).default(0),
        slope: atLeastZero(q).default(0),
        most: share(q).default(0.5),
        band: atLeastZero(q).default(0.35),
      })
      .default({ base: 0, slope: 0, most: 0.5, band: 0.35 }),
    waiting: atLeastZero(q, "years").default(0),
    congestion: z
      .strictObject({ dislike: atLeastZero(q).default(0), hazard: atLeastZero(q, "1/week").default(0) })
      .default({ dislike: 0, hazard: 0 }),
    deferrable: share(q).default(0),
  });

const unitLogit = (q: Builders) =>
  z.strictObject({
    kind: z.literal("unit-logit"),
    mu: positive(q, "money/Mtok"),
    a0: q.quantity("money/Mtok", {}).default(0),
    size: positive(q, "Mtok/week").default(1),
    exact: z.boolean().default(true),
    agents: q.quantity("1", { min: 1, max: 20_000_000, integer: true }).default(20_000),
  });

const marketCosts = (q: Builders) =>
  z
    .strictObject({
      gpuPrice: q.series("money/GPU/h", { min: 0 }).default(14.4),
      referenceGpuPrice: positive(q, "money/GPU/h").default(14.4),
      technology: q.series("1/year", {}).default(0),
      level: positive(q).default(1),
    })
    .prefault({});

/** Tokens by meter; or a month's subscription; or a second of video. */
const price = (q: Builders) =>
  z
    .strictObject({
      ...perMeter(() => atLeastZero(q, "money/Mtok").optional()),
      month: atLeastZero(q, "money").optional(),
      second: atLeastZero(q, "money").optional(),
    })
    .transform(({ month, second, ...meters }, ctx): Price => {
      const { input, output } = meters;
      if (month !== undefined) return { input: (month * 12 * 7) / 365, output: 0 };
      if (second !== undefined) return { input: second * 1e6, output: 0 };
      if (input !== undefined && output !== undefined) {
        const named = Object.entries(meters).filter(([, x]) => x !== undefined);
        return { ...Object.fromEntries(named), input, output };
      }
      ctx.issues.push({ code: "custom", input, message: PRICE_FORMS.en, params: { text: PRICE_FORMS } });
      return z.NEVER;
    });

const NO_VENDOR = { en: "a market needs at least one vendor", zh: "市场里至少要有一家厂商" };

const PRICE_FORMS = {
  en: "expected {input, output}, or {month} for an app, or {second} for video",
  zh: "应写作 {input, output}；应用写 {month}，视频写 {second}",
};

const allowance = (q: Builders) =>
  z.strictObject({
    quota: q.quantity("Mtok/week", { min: ONE_TOKEN }),
    beyond: z.enum(["pay", "stop"]).default("stop"),
  });

const openWeights = (q: Builders) =>
  z.strictObject({
    date: q.date(),
    hosts: z.int().min(1).max(8).default(2),
    delayDays: atLeastZero(q, "days").default(28),
    trust: real(q).default(-0.9),
    margin: q.quantity("1", { min: -1, max: 0.95 }).default(0.2),
    load: q.quantity("1", { exclusiveMin: 0, max: 1 }).default(0.3),
  });

const product = (q: Builders) =>
  z.strictObject({
    name: q.text().optional(),
    tier: z.string().default("main"),
    arena: z.string().default("api"),
    launch: z
      .union([z.literal("never"), q.date()])
      .nullable()
      .default(null),
    reference: z.boolean().default(false),
    quality: q.quantity("1", { min: -20, max: 20 }).default(0),
    appeal: q.quantity("money/Mtok", {}).default(0),
    price: price(q),
    free: allowance(q).optional(),
    fit: z.record(z.string(), q.quantity("1", { exclusiveMin: 0, max: 1 })).default({}),
    fitRate: atLeastZero(q, "1/week").default(0),
    openWeights: openWeights(q).optional(),
    cost: chosen(q, costModels, {}),
    strategy: chosen(q, strategies, {}).optional(),
  });

const vendor = (q: Builders) =>
  z.strictObject({
    name: q.text(),
    short: q.text().optional(),
    trust: q.quantity("1", { min: -20, max: 20 }).default(0),
    reach: atLeastZero(q).default(1),
    load: q.quantity("1", { exclusiveMin: 0, max: 1 }).default(0.4),
    cash: q.quantity("money", {}).nullable().default(null),
    purse: atLeastZero(q, "money").default(0),
    research: research(q).nullable().default(null),
    funding: funding(q).nullable().default(null),
    outlays: atLeastZero(q, "money/week").default(0),
    trustBy: z.record(z.string(), real(q)).default({}),
    credits: z
      .strictObject({ amount: atLeastZero(q, "Mtok"), from: q.date().nullable().default(null) })
      .default({ amount: 0, from: null }),
    offPeak: z
      .strictObject({
        discount: share(q).default(0),
        hours: share(q).default(0.33),
        from: q.date().nullable().default(null),
      })
      .default({ discount: 0, hours: 0.33, from: null }),
    fleet: fleet(q).nullable().default(null),
    captive: q.series("Mtok/day", { min: 0 }).default(0),
    conduct: conduct(q).prefault({}),
    strategy: chosen(q, strategies, {}),
    products: z.record(q.id(), product(q)),
  });

const research = (q: Builders) =>
  z.strictObject({
    spend: atLeastZero(q, "money/week"),
    reference: positive(q, "money/week"),
    returns: share(q).default(0.5),
    arrivals: atLeastZero(q, "1/year").default(0),
    step: atLeastZero(q).default(0.1),
    catchUp: atLeastZero(q, "1/year").default(0),
    openBoost: positive(q).default(2),
    efficiency: atLeastZero(q, "1/year").default(0),
    marginPull: atLeastZero(q).default(0),
    caution: atLeastZero(q).default(0),
  });

const funding = (q: Builders) =>
  z.strictObject({
    round: positive(q, "money"),
    rounds: atLeastZero(q, "1/year").default(0.7),
    growthPull: atLeastZero(q).default(0.3),
    burnPush: atLeastZero(q).default(0.3),
    sentimentPull: atLeastZero(q).default(3),
    tolerance: positive(q, "money"),
  });

const conduct = (q: Builders) =>
  z.strictObject({
    shareWeight: atLeastZero(q).default(0),
    largestCut: share(q).default(1),
    everyDays: q.quantity("days", { min: 1, integer: true }).default(1),
    sees: z.enum(["now", "never"]).default("now"),
    sightLag: atLeastZero(q, "days").default(0),
    sightNoise: atLeastZero(q).default(0),
  });

const fleet = (q: Builders) =>
  z.strictObject({
    gpus: atLeastZero(q, "GPU").nullable().default(null),
    leadWeeks: atLeastZero(q, "weeks").default(8),
    planWeeks: positive(q, "weeks").default(8),
    ceiling: q.quantity("1", { exclusiveMin: 0, max: 1 }).default(0.9),
    releasePerWeek: share(q).default(0.04),
    leastPerProduct: atLeastZero(q, "GPU").default(8),
  });

const lever = (q: Builders) =>
  z.strictObject({
    id: q.id(),
    group: z.enum(["war", "cost", "demand", "money"]),
    label: q.text(),
    unit: q.text(),
    paths: z.array(
      z
        .union([z.string(), z.strictObject({ path: z.string(), times: z.number() })])
        .transform((p) => (typeof p === "string" ? { path: p, times: 1 } : p)),
    ),
    range: z.tuple([z.number(), z.number()]),
    plausible: z.tuple([z.number(), z.number()]),
    scale: z.enum(["linear", "log"]).default("linear"),
    basis: z.enum(["public", "calibrated", "assumption"]).default("assumption"),
    note: q.text().optional(),
  });

/** How a scenario was played, where people did; the moves themselves are events and players' prices. */
const game = (q: Builders) =>
  z.strictObject({
    base: q.id(),
    rivals: z.enum(["easy", "fair", "hard"]),
    quarters: z.int().min(1).max(20),
    played: z.int().min(0).max(20),
    goal: z.enum(["profit", "share", "value"]).default("profit"),
    seed: z.string().min(1).max(40).default("1"),
    seats: z
      .array(z.strictObject({ vendor: z.string(), team: z.string().min(1).max(40).optional() }))
      .min(1)
      .max(6),
  });

const expectation = (q: Builders) =>
  z.strictObject({
    claim: q.text(),
    metric: z.string(),
    at: q.date(),
    below: real(q).optional(),
    above: real(q).optional(),
    seeds: z.int().min(1).max(10_000).default(20),
  });

/** A scenario as a file gives it: its clock ends on a day, or after some weeks. */
export type ScenarioOutput = z.output<ReturnType<typeof scenarioSchema>>;

/**
 * The schema and the nouns say the same: `read` needs all that a Scenario has, and here is all that the schema gives.
 */
export type SchemaMatches = Assert<
  Omit<Scenario, "clock"> extends DeepReadonly<Omit<ScenarioOutput, "clock">> ? true : false
>;
type Assert<T extends true> = T;
type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
