import { z } from "zod";
import { eventKinds } from "../events/index.ts";
import { mechanismIds } from "../mechanisms/index.ts";
import { strategies } from "../strategies/index.ts";
import type { Builders } from "./builders.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { chosen, share, positive, real, tax } from "./schema-leaves.ts";
import { mixedLogit, unitLogit } from "./schema-demand.ts";
import { vendor } from "./schema-vendor.ts";

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
    fx: q.rates().default({}),
    sources: z.record(z.string(), source()).default({}),
    parameters: z.record(z.string(), q.quantity("1", {})).default({}),
    arenas: z
      .record(q.id(), z.strictObject({ meter: z.enum(["token", "month", "second"]), label: q.text().optional() }))
      .default({}),
    rules: z
      .strictObject({
        belowCost: z.boolean().default(true),
        largestCut: share(q).default(1),
        tax: tax(q).optional(),
      })
      .default({ belowCost: true, largestCut: 1 }),
    demand: z.discriminatedUnion("kind", [mixedLogit(q), unitLogit(q)]),
    costs: marketCosts(q),
    strategies: z
      .strictObject(Object.fromEntries(strategies.list().map((s) => [s.id, q.plugin(s.parameters).optional()])))
      .default({}),
    vendors: z.record(q.id(), vendor(q)).refine((v) => Object.keys(v).length > 0, { params: { text: NO_VENDOR } }),
    events: z
      .array(chosen(q, eventKinds, { date: q.date(), note: q.text().optional() }))
      .max(5000)
      .default([]),
    levers: z.array(lever(q)).max(100).default([]),
    off: z.array(z.enum(mechanismIds)).default([]),
    expect: z.array(expectation(q)).max(500).default([]),
    typical: z.int().min(1).max(19).optional(),
    game: game(q).optional(),
  });
export const MOST_WEEKS = 5200;

const clock = (q: Builders) =>
  z.strictObject({
    start: q.date(),
    end: q.date().optional(),
    weeks: z.int().min(1).max(MOST_WEEKS).optional(),
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
const marketCosts = (q: Builders) =>
  z
    .strictObject({
      gpuPrice: q.series("money/GPU/h", { min: 0 }).default(14.4),
      referenceGpuPrice: positive(q, "money/GPU/h").default(14.4),
      technology: q.series("1/year", {}).default(0),
      level: positive(q).default(1),
      cached: share(q).default(0.1),
    })
    .prefault({});
const NO_VENDOR = { en: "a market needs at least one vendor", zh: "市场里至少要有一家厂商" };
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
