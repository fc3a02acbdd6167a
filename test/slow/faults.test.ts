import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test, vi } from "vitest";
import { ensembleThrough } from "../support/faults/journals.ts";
import { sweepThrough } from "../support/faults/folders.ts";
import { poolThrough } from "../support/faults/pools.ts";
import { Tally } from "../support/faults/seeded.ts";
import { faultTable } from "../support/faults/table.ts";

vi.mock("node:fs", async (original) => (await import("../support/faults/disk.ts")).faulty(await original()));
vi.mock("fs", async (original) => (await import("../support/faults/disk.ts")).faulty(await original()));

/** How many schedules of each kind, and the first seed: PRICEWAR_FAULTS=1 PRICEWAR_SEED=7 replays the seventh. */
const SCHEDULES = Number(process.env.PRICEWAR_FAULTS ?? 200);
const FIRST = Number(process.env.PRICEWAR_SEED ?? 1);

const KINDS = [
  ["a sweep's folder ends with the bytes of an undisturbed one", sweepThrough],
  ["an ensemble with a journal ends with the numbers of an undisturbed one", ensembleThrough],
  ["a pool gives every run once, with its own numbers", poolThrough],
] as const;

const rows: { what: string; schedules: number; counts: Tally["counts"] }[] = [];

test.each(KINDS)("whatever happens on the way, %s", async (what, through) => {
  const tally = new Tally();
  for (let seed = FIRST; seed < FIRST + SCHEDULES; seed++) {
    const { got, wanted } = await through(seed, tally).catch((error: unknown) => ({ got: error, wanted: "an end" }));
    expect({ seed, got }).toEqual({ seed, got: wanted });
  }
  rows.push({ what, schedules: SCHEDULES, counts: tally.counts });
});

test("the table of what was tried is written where it is asked for", () => {
  expect(rows.map(({ what }) => what)).toEqual(KINDS.map(([what]) => what));
  if (process.env.PRICEWAR_FAULTS_TABLE !== undefined)
    writeFileSync(join(import.meta.dirname, "../../docs/faults.md"), faultTable(rows));
});
