import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { planRuns, say } from "../../engine/index.ts";
import { countText } from "../experiment-text.ts";
import { assemble, isComplete, type Manifest, openFolder, readManifest, shardOf } from "../folder/experiment-folder.ts";
import { FolderError, onDisk } from "../folder/files.ts";
import { damagedShard, noShard, notTogether, partMissing } from "../folder/problem-words.ts";
import { partCount, partFolder, partState } from "../folder/parts.ts";
import { print, printJson, tell } from "../io.ts";
import { needsOut } from "../problem-words.ts";
import { resultsIn, someFailed } from "../progress-words.ts";
import { UsageError, type Verb } from "../verb.ts";

const shard = (k: number) =>
  `pricewar sweep entrant-price --agents 400 --weeks 12 --shard ${k}/2 --out runs/shard-${k}`;

export const merge: Verb = {
  uses: [],
  writes: true,
  example: `${shard(1)} && ${shard(2)} && pricewar merge runs/shard-1 runs/shard-2 --out runs/all`,
  async run(shards, options) {
    const { lang, out } = options;
    if (out === undefined) throw new UsageError(needsOut("merge"));
    const manifest = sameManifest(shards);
    const whole = shards.find((shard) => isComplete(shard) && shardOf(shard) === null);
    if (whole !== undefined) throw new FolderError(noShard(whole));
    const plan = planRuns(manifest.design);
    const sources = findParts(shards, plan);
    const folder = openFolder(out, plan, manifest, { resume: false, shard: null });
    try {
      sources.forEach((source, part) => takePart(source, partFolder(out, part)));
      const summary = await assemble(folder);
      if (options.json) printJson(summary);
      else print(countText(summary, lang));
      tell(say(resultsIn, lang)(out));
      if (summary.failed > 0) throw new Error(say(someFailed, lang)(summary.failed));
    } finally {
      folder.close();
    }
  },
};

function sameManifest(shards: readonly string[]): Manifest {
  const all = shards.map(readManifest);
  const other = all.findIndex((m) => m.id !== all[0].id);
  if (other < 0) return all[0];
  throw new FolderError(notTogether(shards[other], shards[0]));
}

/** Where each part lies. @throws FolderError that says which shard is missing or unfinished. */
function findParts(shards: readonly string[], plan: ReturnType<typeof planRuns>): string[] {
  return Array.from({ length: partCount(plan) }, (_, part) => {
    const states = shards.map((folder) => ({ folder, state: partState({ folder, plan }, part) }));
    const good = states.find(({ state }) => state === "done") ?? states.find(({ state }) => state === "with failures");
    if (good) return partFolder(good.folder, part);
    const damaged = states.find(({ state }) => state === "damaged");
    if (damaged) throw new FolderError(damagedShard(partFolder(damaged.folder, part)));
    const of = shards.map(shardOf).find((s) => s !== null)?.of;
    const which = of === undefined ? "" : ` ${(part % of) + 1}/${of}`;
    throw new FolderError(partMissing(part, partCount(plan), which));
  });
}

/** Copied, not moved: the shards stay as they are. */
function takePart(source: string, target: string): void {
  if (existsSync(target)) return;
  onDisk(target, () => {
    rmSync(`${target}.partial`, { recursive: true, force: true });
    cpSync(source, `${target}.partial`, { recursive: true });
    renameSync(`${target}.partial`, target);
  });
}
