import { z } from "zod";
import type { DesignFile } from "./design-file.ts";

const count = (most: number) => z.int().min(1).max(most);

/** A value as a scenario file would hold it at the path: a number, a text with its unit, or a record. */
const value = () => z.unknown();

const axis = () =>
  z.strictObject({
    path: z.string().min(1).optional(),
    lever: z.string().min(1).optional(),
    range: z.tuple([value(), value()]).optional(),
    values: z.array(value()).min(1).max(10_000).optional(),
    points: z.int().min(2).max(10_000).default(5),
    scale: z.enum(["linear", "log", "factor"]).optional(),
  });

/** A number, or one with its unit. */
const observed = () => z.union([z.number(), z.string()]);

const target = () =>
  z.strictObject({
    output: z.string().optional(),
    series: z.string().optional(),
    value: observed().optional(),
    points: z.record(z.string(), observed().nullable()).optional(), // by date, month or year; null: not observed
    file: z.string().optional(), // a CSV of points; read before the schema is applied
    column: z.string().optional(), // of the file
    sd: observed().optional(),
    holdout: z.boolean().default(false),
  });

/** What a design file may hold, whichever verb reads it. */
export const designSchema: z.ZodType<DesignFile> = z.strictObject({
  scenario: z.string().min(1),
  method: z.string().optional(),
  runs: count(10_000_000).optional(),
  replications: count(1_000_000).optional(),
  seed: z.union([z.string(), z.number()]).default(1),
  agents: count(20_000_000).optional(),
  weeks: count(5200).optional(),
  parameters: z.array(axis()).max(1000).default([]),
  points: z.array(z.record(z.string(), value())).min(1).max(100_000).optional(),
  file: z.string().optional(), // a CSV of points; read before the schema is applied
  outputs: z.array(z.string()).max(1000).optional(),
  map: z.string().optional(),
  // optimise
  vendor: z.string().optional(),
  others: z.enum(["reacting", "held"]).default("reacting"),
  maximise: z.string().optional(),
  minimise: z.string().optional(),
  goal: z.strictObject({ output: z.string(), value: observed() }).optional(),
  subject: z.union([z.string().transform((one) => [one]), z.array(z.string()).max(100)]).default([]),
  evaluations: z.int().min(4).max(100_000).optional(),
  // calibrate, posterior
  rounds: count(50).optional(),
  targets: z.array(target()).max(10_000).default([]),
});
