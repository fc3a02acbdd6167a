import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { planRuns } from "../../engine/index.ts";
import { countText } from "../experiment-words.ts";
import { assemble, type Manifest, openFolder, shardOf } from "../folder/experiment-folder.ts";
import { FolderError, onDisk, readJson } from "../folder/files.ts";
import { partCount, partFolder, partState } from "../folder/parts.ts";
import { print, tell } from "../io.ts";
import { jsonLine } from "../json.ts";
import { UsageError, type Verb } from "../verb.ts";
import { someFailed } from "./sweep.ts";

const shard = (k: number) =>
  `pricewar sweep entrant-price --agents 400 --weeks 12 --shard ${k}/2 --out runs/shard-${k}`;

export const merge: Verb = {
  writes: true,
  example: `${shard(1)} && ${shard(2)} && pricewar merge runs/shard-1 runs/shard-2 --out runs/all`,
  async run(shards, options) {
    const { lang, out } = options;
    if (out === undefined) throw new UsageError(lang === "zh" ? "merge 需要 --out" : "merge needs --out");
    const manifest = sameManifest(shards);
    const plan = planRuns(manifest.design);
    const sources = findParts(shards, plan);
    const folder = openFolder(out, plan, manifest, { resume: false, shard: null });
    try {
      sources.forEach((source, part) => takePart(source, partFolder(out, part)));
      const summary = await assemble(folder);
      if (options.json) print(jsonLine(summary));
      else print(countText(summary, lang));
      tell(lang === "zh" ? `结果已写入 ${out}` : `Results are in ${out}`);
      if (summary.failed > 0) throw new Error(someFailed(summary.failed, lang));
    } finally {
      folder.close();
    }
  },
};

function sameManifest(shards: readonly string[]): Manifest {
  const all = shards.map((folder) => readJson(`${folder}/manifest.json`) as Manifest);
  const other = all.findIndex((m) => m.id !== all[0].id);
  if (other < 0) return all[0];
  throw new FolderError({
    en: `${shards[other]} belongs to another design, scenario or version than ${shards[0]}`,
    zh: `${shards[other]} 与 ${shards[0]} 的设计、情景或版本不同，不能合并`,
  });
}

/** Where each part lies. @throws FolderError that says which shard is missing or unfinished. */
function findParts(shards: readonly string[], plan: ReturnType<typeof planRuns>): string[] {
  return Array.from({ length: partCount(plan) }, (_, part) => {
    const states = shards.map((folder) => ({ folder, state: partState({ folder, plan }, part) }));
    const good = states.find(({ state }) => state === "done") ?? states.find(({ state }) => state === "with failures");
    if (good) return partFolder(good.folder, part);
    const damaged = states.find(({ state }) => state === "damaged");
    if (damaged)
      throw new FolderError({
        en: `${partFolder(damaged.folder, part)} is damaged; resume that shard to do its runs anew`,
        zh: `${partFolder(damaged.folder, part)} 已损坏；请对该分片加 --resume 重跑`,
      });
    const of = shards.map(shardOf).find((s) => s !== null)?.of;
    const which = of === undefined ? "" : ` ${(part % of) + 1}/${of}`;
    throw new FolderError({
      en: `part ${part} of ${partCount(plan)} is in none of the folders: shard${which} is missing or unfinished`,
      zh: `各文件夹中都没有第 ${part} 部分（共 ${partCount(plan)} 部分）：分片${which} 缺失或尚未完成`,
    });
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
