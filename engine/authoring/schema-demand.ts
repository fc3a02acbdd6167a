import { z } from "zod";
import { METER_PARTS, type MeterPart } from "../price.ts";
import type { Builders } from "./builders.ts";
import { traffic } from "./schema-tariff.ts";
import { share, positive, atLeastZero, real } from "./schema-leaves.ts";

export const mixedLogit = (q: Builders) =>
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
      .default({ decay: 0.25, saturation: 2, offset: q.yuan(0.1), band: 0.35, salience: {} }),
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
    also: z.array(z.string()).default([]),
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
    traffic: traffic(q),
  });

export const unitLogit = (q: Builders) =>
  z.strictObject({
    kind: z.literal("unit-logit"),
    mu: positive(q, "money/Mtok"),
    a0: q.quantity("money/Mtok", {}).default(0),
    loyalty: atLeastZero(q, "money/Mtok").default(0),
    network: q.quantity("money/Mtok", {}).default(0),
    types: z
      .record(
        q.id(),
        z.strictObject({
          share: share(q),
          mu: positive(q, "money/Mtok").nullable().default(null),
          a0: q.quantity("money/Mtok", {}).nullable().default(null),
          loyalty: atLeastZero(q, "money/Mtok").nullable().default(null),
          appeal: z.record(z.string(), q.quantity("money/Mtok", {})).default({}),
        }),
      )
      .default({}),
    size: positive(q, "Mtok/week").default(1),
    exact: z.boolean().default(true),
    agents: q.quantity("1", { min: 1, max: 20_000_000, integer: true }).default(20_000),
  });
