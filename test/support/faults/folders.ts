import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble, type Manifest, manifestOf, openFolder } from "../../../cli/folder/experiment-folder.ts";
import { writePart } from "../../../cli/folder/parts.ts";
import { runExperiment } from "../../../experiments/experiment.ts";
import { hashes } from "../experiments.ts";
import { type DiskFault, failAfter, hasFailed, mend } from "./disk.ts";
import { type Draws, draws, type Tally } from "./seeded.ts";
import { measurer, planOf, realise, scenario } from "./work.ts";

const RUNS = 4;
const FAULTS: readonly DiskFault[] = ["crash", "torn write", "full disk"];
const CALLS = 90; // that change the disk, of a whole sweep: a fault may come at any
const plan = planOf(RUNS);
const manifest: Manifest = manifestOf(plan, { scenario, provenance: {} }, { map: null, series: true });

/** One life of a process that sweeps: as far as its disk and its workers let it. */
async function live(folder: string, draw: Draws, failing: number): Promise<boolean> {
  const open = openFolder(folder, plan, manifest, { resume: true, shard: null });
  try {
    if (open.complete) return true;
    const runner = measurer(draw, failing);
    let at = 0;
    for await (const outcome of runExperiment({ plan, realise }, open.left, runner)) {
      writePart(open, open.left[at++], [outcome]);
    }
    return (await assemble(open)).failed === 0;
  } finally {
    open.close();
  }
}

let whole: Record<string, string> | null = null;

/** The bytes of a sweep to which nothing happened. */
async function reference(): Promise<Record<string, string>> {
  if (whole) return whole;
  const folder = join(mkdtempSync(join(tmpdir(), "pricewar-whole-")), "out");
  await live(folder, draws(1), 0);
  whole = hashes(folder);
  rmSync(join(folder, ".."), { recursive: true });
  return whole;
}

/** Turns a bit of some file that is there: what a disk does to bytes it kept for years. */
function rot(folder: string, draw: Draws): boolean {
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter(
      (path) => !/manifest\.json$|running\.lock$/.test(path) && statSync(path).isFile() && statSync(path).size > 0,
    );
  if (files.length === 0) return false;
  const path = draw.of(files);
  const bytes = readFileSync(path);
  bytes[draw.below(bytes.length)] ^= 1 << draw.below(7);
  writeFileSync(path, bytes);
  return true;
}

/** Sweeps a folder through lives that end badly until one ends well: it must hold what an undisturbed one holds. */
export async function sweepThrough(seed: number, tally: Tally): Promise<{ got: unknown; wanted: unknown }> {
  const wanted = await reference();
  const draw = draws(seed);
  const home = mkdtempSync(join(tmpdir(), "pricewar-faults-"));
  const folder = join(home, "out");
  try {
    for (let life = 0, done = false; !done; life++) {
      const bad = life < 1 + draw.below(3);
      const failing = bad && draw.share() < 0.3 ? 0.4 : 0;
      if (failing > 0) tally.note("worker dies");
      if (bad) {
        const fault = draw.of(FAULTS);
        failAfter(1 + draw.below(CALLS), fault);
        done = await live(folder, draw, failing).catch(() => false);
        if (hasFailed()) tally.note(fault);
        mend();
        if (done && draw.share() < 0.5 && rot(folder, draw)) {
          tally.note("bit turned in a finished folder");
          done = false;
        } else if (!done && draw.share() < 0.3 && rot(folder, draw)) tally.note("bit turned in a part");
      } else done = await live(folder, draw, 0);
      if (life > 20) return { got: "never ends", wanted };
    }
    return { got: hashes(folder), wanted };
  } finally {
    mend();
    rmSync(home, { recursive: true, force: true });
  }
}
