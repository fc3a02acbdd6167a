import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Recording, Scenario } from "../engine/index.ts";
import { fingerprint, recordingFingerprint } from "../engine/index.ts";
import { version } from "./home.ts";
import { makeFolder } from "./make-folder.ts";
import { runJson } from "./run-json.ts";
import { type Options, UsageError } from "./verb.ts";

/**
 * Writes manifest.json (what was run), summary.json (what came out) and series.csv (long: date, entity, id, metric,
 * value), all or nothing: into a folder beside the target, renamed when complete. Returns a line that says where.
 */
export function writeRunFolder(folder: string, scenario: Scenario, r: Recording, options: Options): string {
  if (existsSync(folder))
    throw new UsageError(
      options.lang === "zh" ? `${folder} 已经存在，不会覆盖` : `${folder} exists; choose another --out`,
    );
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  makeFolder(partial);
  const manifest = { version: version(), scenario, hash: fingerprint(scenario), seed: options.seed, set: options.set, fingerprint: recordingFingerprint(r) }; // prettier-ignore
  writeFileSync(join(partial, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  writeFileSync(join(partial, "summary.json"), `${JSON.stringify(runJson(r, scenario, options.seed))}\n`);
  writeFileSync(join(partial, "series.csv"), seriesCsv(r));
  renameSync(partial, folder);
  return options.lang === "zh" ? `结果已写入 ${folder}` : `Results are in ${folder}`;
}

function seriesCsv(r: Recording): string {
  const rows = ["date,entity,id,metric,value"];
  const groups = { product: r.productIds, vendor: r.vendorIds, segment: r.segmentIds, market: ["market"] } as const;
  for (const [entity, ids] of Object.entries(groups)) {
    for (const [metric, column] of Object.entries(r[entity as "product"])) {
      column.forEach((x, k) => {
        if (Number.isFinite(x))
          rows.push(`${r.dates[Math.floor(k / ids.length)]},${entity},${ids[k % ids.length]},${metric},${x}`);
      });
    }
  }
  return `${rows.join("\n")}\n`;
}
