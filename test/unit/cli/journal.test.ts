import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openJournal } from "../../../cli/folder/journal.ts";
import type { Job, Measurer } from "../../../workers/runner.ts";
import { library } from "../../support/scenarios.ts";

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-journal-"));
  out = join(folder, "result.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const scenario = library("china-2024");
const job = (replication: number, seed = "1"): Job => ({ scenario, seed, replication });
const file = () => join(`${out}.runs`, "journal");

/** Numbers that no text of fixed length holds, by run. */
const numbers = (x: number) => Float64Array.of(x / 3, NaN, -Infinity, -0, 5e-324);
function counting(): Measurer & { made: number[] } {
  const made: number[] = [];
  const measure: Measurer["measure"] = async ({ replication = 0 }) => {
    made.push(replication);
    return {
      values: numbers(replication),
      dates: ["2024-01-01"],
      paths: ["market.hhi"],
      series: [numbers(-replication)],
    };
  };
  return { width: 1, measure, made };
}

async function interrupted(runs: number): Promise<void> {
  const journal = openJournal(out, false);
  const over = journal.over(counting());
  for (let k = 0; k < runs; k++) await over.measure(job(k), ["market.hhi"]);
  journal.close();
}

describe("a journal of runs", () => {
  test("gives back every run to the bit, and has made only what is not there", async () => {
    await interrupted(3);
    const journal = openJournal(out, true);
    expect(journal.found).toBe(3);
    const measurer = counting();
    const over = journal.over(measurer);
    for (let k = 0; k < 5; k++) {
      const { values, series, dates, paths } = await over.measure(job(k), ["market.hhi"]);
      expect([...values].map((x) => [x, Object.is(x, -0)])).toEqual([...numbers(k)].map((x) => [x, Object.is(x, -0)]));
      expect(series).toEqual([numbers(-k)]);
      expect([dates, paths]).toEqual([["2024-01-01"], ["market.hhi"]]);
    }
    expect(measurer.made).toEqual([3, 4]);
    journal.close();
  });

  test("takes no run for another: scenario, seed, replication and outputs all count", async () => {
    await interrupted(1);
    const journal = openJournal(out, true);
    const measurer = counting();
    const over = journal.over(measurer);
    await over.measure(job(0), ["market.hhi"]);
    expect(measurer.made).toHaveLength(0);
    await over.measure(job(1), ["market.hhi"]);
    await over.measure(job(0, "2"), ["market.hhi"]);
    await over.measure(job(0), ["market.tokens"]);
    await over.measure({ ...job(0), scenario: library("china-2024", { "demand.mu": 0.3 }) }, ["market.hhi"]);
    expect(measurer.made).toHaveLength(4);
    journal.close();
  });

  test("makes a run again whose line was cut off or whose bytes have changed", async () => {
    await interrupted(3);
    const text = readFileSync(file(), "utf8");
    writeFileSync(file(), text.slice(0, -20).replace("market.hhi", "market.hha")); // the first; and the last cut off
    const journal = openJournal(out, true);
    const measurer = counting();
    for (let k = 0; k < 3; k++) await journal.over(measurer).measure(job(k), ["market.hhi"]);
    expect(measurer.made).toEqual([0, 2]);
    journal.close();
    const whole = openJournal(out, true);
    expect(whole.found).toBe(3);
    whole.close();
  });

  test("is not begun over without being told to, nor read by another version, nor by two at once", async () => {
    await interrupted(1);
    expect(() => openJournal(out, false)).toThrow(/go on with --resume, or delete it/);
    const held = openJournal(out, true);
    expect(() => openJournal(out, true)).toThrow(/in use by process/);
    held.close();
    writeFileSync(
      file(),
      readFileSync(file(), "utf8").replace(/^pricewar \S+/, (head) => head.replace(/\d/, "9")),
    );
    expect(() => openJournal(out, true)).toThrow(/not of this version/);
  });

  test.runIf(process.platform === "linux")(
    "says that the disk is full, though to an experiment it looks like a run that failed",
    async () => {
      mkdirSync(`${out}.runs`);
      symlinkSync("/dev/full", file());
      expect(() => openJournal(out, true)).toThrow(/disk is full/);
    },
  );

  test("is gone once the result is written, and takes no more runs that come in late", async () => {
    const journal = openJournal(out, false);
    const over = journal.over(counting());
    journal.discard();
    await over.measure(job(0), ["market.hhi"]);
    expect(existsSync(`${out}.runs`)).toBe(false);
  });
});
