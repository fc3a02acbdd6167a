import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWhole } from "../../../cli/folder/files.ts";
import { openJournal } from "../../../cli/folder/journal.ts";
import { runExperiment } from "../../../experiments/experiment.ts";
import { type DiskFault, failAfter, hasFailed, mend } from "./disk.ts";
import { type Draws, draws, type Tally } from "./seeded.ts";
import { measurer, numbersOf, planOf, realise } from "./work.ts";

const RUNS = 8;
const CALLS = 20;
const FAULTS: readonly DiskFault[] = ["crash", "torn write", "full disk"];
const plan = planOf(RUNS);

/** One life of a process that makes an ensemble and writes its result. */
async function live(out: string, draw: Draws): Promise<void> {
  const journal = openJournal(out, true);
  try {
    const values: number[][] = [];
    for await (const { measured, error } of runExperiment({ plan, realise }, all, journal.over(measurer(draw, 0)))) {
      if (!measured) throw new Error(error ?? "failed");
      values.push([...measured.values, ...measured.series[0]]);
    }
    journal.check();
    writeWhole(out, JSON.stringify(values));
    journal.discard();
  } catch (error) {
    journal.close();
    throw error;
  }
}

const all = Array.from({ length: RUNS }, (_, k) => k);
const WANTED = JSON.stringify(all.map((k) => [...numbersOf(k).values, ...numbersOf(k).series[0]]));

function rot(path: string, draw: Draws): boolean {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  const head = bytes.indexOf("\n") + 1;
  if (head === 0 || bytes.length <= head) return false; // another head is another version
  bytes[head + draw.below(bytes.length - head)] ^= 1 << draw.below(7);
  writeFileSync(path, bytes);
  return true;
}

/** An ensemble through lives that end badly: its result is that of an undisturbed one. */
export async function ensembleThrough(seed: number, tally: Tally): Promise<{ got: unknown; wanted: unknown }> {
  const draw = draws(seed);
  const home = mkdtempSync(join(tmpdir(), "pricewar-faults-"));
  const out = join(home, "result.json");
  try {
    for (let life = 0; !existsSync(out); life++) {
      if (life > 20) return { got: "never ends", wanted: WANTED };
      if (life < 1 + draw.below(4)) {
        const fault = draw.of(FAULTS);
        failAfter(1 + draw.below(CALLS), fault);
        await live(out, draw).catch(() => {});
        if (hasFailed()) tally.note(fault);
        mend();
        if (draw.share() < 0.3 && rot(join(`${out}.runs`, "journal"), draw)) tally.note("bit turned in a journal");
      } else await live(out, draw);
    }
    return { got: readFileSync(out, "utf8"), wanted: WANTED };
  } finally {
    mend();
    rmSync(home, { recursive: true, force: true });
  }
}
