import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Recording, recordingFingerprint } from "../../engine/index.ts";
import { gather } from "../../report/document/gather.ts";
import { FolderError, readJson } from "../folder/files.ts";
import { version } from "../home.ts";
import { targetOf } from "./request.ts";
import { tell } from "../io.ts";
import { withRunner } from "../runner.ts";
import type { Options } from "../verb.ts";
import { runDocument } from "./run-document.ts";
import { openSources } from "./sources.ts";
import { writeReport } from "./write.ts";

/**
 * A run folder's charts and data as files of a report: its run is run again from the manifest, which gives the same numbers.
 * Without --out they go into the folder.
 */
export async function exportRun(folder: string, formats: readonly string[], options: Options): Promise<void> {
  const { lang } = options;
  const manifest = manifestOf(folder);
  const named = openSources([folder], options);
  const { seed = "1" } = manifest;
  const asked = {
    name: folder.split(/[\\/]/).findLast(Boolean) ?? folder,
    lang,
    seed: String(seed),
    command: manifest.command && `${manifest.command} && pricewar export run --lang ${lang}`,
  };
  const once = { runs: 1, seed: asked.seed, nash: false, swings: false };
  const arms = await withRunner(options, (pool, signal) => gather(named, pool, { ...once, signal }));
  sameNumbers(folder, manifest, arms[0].recordings[0]);
  const document = runDocument(arms, asked);
  const target = targetOf({ ...options, out: options.out ?? folder, format: formats.join(",") });
  const files = await writeReport(document, target);
  for (const file of files) tell(lang === "zh" ? `已写入 ${file}` : `Written to ${file}`);
}

interface RunManifest {
  readonly kind?: string;
  readonly seed?: string;
  readonly command?: string; // ends in --out run, whatever the folder is called here
  readonly version?: string;
  readonly fingerprint?: string;
}

/** What is exported is the run that lies in the folder, or nothing. @throws FolderError where it comes out otherwise */
function sameNumbers(folder: string, { fingerprint, version: then }: RunManifest, recording: Recording): void {
  if (fingerprint === undefined || fingerprint === recordingFingerprint(recording)) return;
  throw new FolderError({
    en: `${folder}: run again by version ${version()}, the numbers differ from those in the folder (of version ${then}). --format csv, json or parquet gives what is there; for the rest, run the scenario anew`,
    zh: `${folder}：用 ${version()} 版重跑，数字与文件夹中（${then} 版）的不同。--format csv、json 或 parquet 可导出原有数据；其他格式请重新运行情景`,
  });
}

/** @throws FolderError for the folder of a sweep or the like: one run of it would pass for the whole. */
function manifestOf(folder: string): RunManifest {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new FolderError({
      en: `${folder} is no run folder; \`pricewar run <scenario> --out\` makes one`,
      zh: `${folder} 不是运行结果文件夹；可用 pricewar run <情景> --out 生成`,
    });
  const manifest = readJson(join(folder, "manifest.json")) as RunManifest;
  if (manifest.kind === "run") return manifest;
  throw new FolderError({
    en: `${folder} holds an experiment of many runs, which have no one chart: --format csv, json or parquet gives its tables, and \`pricewar report <scenario>\` a report`,
    zh: `${folder} 是多次运行的实验，不能当作一次运行来画图：用 --format csv、json 或 parquet 导出数据表，或用 pricewar report <情景> 生成报告`,
  });
}
