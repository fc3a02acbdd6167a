import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ScenarioFile } from "../engine/authoring.ts";
import { fingerprint, type Recording, recordingFingerprint, say } from "../engine/index.ts";
import { quoted, taggedSources } from "../report/document/manifest.ts";
import { finite } from "../experiments/run-rows.ts";
import { SERIES_COLUMNS } from "./folder/experiment-tables.ts";
import { onDisk, refuseExisting } from "./folder/files.ts";
import { writeSums } from "./folder/sums.ts";
import { type Row, TableWriter } from "./folder/tables.ts";
import { version } from "./home.ts";
import { resultsIn } from "./progress-words.ts";
import { runPages } from "./report/run-document.ts";
import { makeFolder } from "./make-folder.ts";
import { runJson } from "./run-json.ts";
import type { Options } from "./verb.ts";

const SQL_PAGE = "sql.html";

/** What was run: a scenario as read, under the name it was asked for. */
interface Ran extends Pick<ScenarioFile, "scenario" | "provenance"> {
  readonly name: string;
}

/**
 * Writes manifest.json (what was run), summary.json (what came out), series.parquet (long: date, entity, id, metric,
 * value), report.html (a page to read) and sql.html (one that answers in SQL), all or nothing: it fills a folder next
 * to the target and renames it when complete. Returns a line that says where.
 * @throws FolderError when the folder is there already or cannot be written.
 */
export async function writeRunFolder(folder: string, ran: Ran, r: Recording, options: Options): Promise<string> {
  refuseExisting(folder);
  const { scenario, provenance } = ran;
  const manifest = {
    program: "pricewar",
    version: version(),
    kind: "run",
    command: commandOf(ran.name, options),
    scenario,
    hash: fingerprint(scenario),
    seed: options.seed,
    set: options.set,
    fingerprint: recordingFingerprint(r),
    sources: taggedSources(ran),
    provenance,
  };
  const { seed, lang } = options;
  const command = `${manifest.command} --lang ${lang}`;
  const asked = { name: basename(ran.name), seed, lang, command, sql: options.sql === false ? null : SQL_PAGE };
  const pages = await runPages({ scenario, provenance }, r, asked);
  onDisk(folder, () =>
    wholeFolder(folder, (partial) => {
      writeFileSync(join(partial, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
      writeFileSync(join(partial, "summary.json"), `${JSON.stringify(runJson(r, scenario, options.seed))}\n`);
      const columns = SERIES_COLUMNS.slice(1); // one run needs no number
      const series = new TableWriter(join(partial, "series.parquet"), columns, manifest);
      for (const row of recordedRows(r)) series.add(row);
      series.close();
      writeFileSync(join(partial, "report.html"), pages.report);
      if (pages.sql) writeFileSync(join(partial, SQL_PAGE), pages.sql);
      writeSums(partial, readdirSync(partial).toSorted());
    }),
  );
  return say(resultsIn, lang)(folder);
}

/** Fills a folder under another name, then renames it; where that fails nothing is left. */
function wholeFolder(folder: string, fill: (partial: string) => void): void {
  const partial = `${folder}.partial`;
  try {
    rmSync(partial, { recursive: true, force: true });
    makeFolder(partial);
    fill(partial);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/** The one command that makes the run again. A file is named without its folder, which is this machine's own. */
function commandOf(name: string, { seed, set, agents, weeks }: Options): string {
  const flags = [
    `--seed ${quoted(seed)}`,
    ...(agents === undefined ? [] : [`--agents ${agents}`]),
    ...(weeks === undefined ? [] : [`--weeks ${weeks}`]),
    ...set.map((pair) => `--set ${quoted(pair)}`),
  ];
  return `pricewar run ${quoted(basename(name))} ${flags.join(" ")} --out run`;
}

/** Everything recorded, entity by entity and column by column. */
function* recordedRows(r: Recording): Generator<Row> {
  const groups = { product: r.productIds, vendor: r.vendorIds, segment: r.segmentIds, market: ["market"] } as const;
  for (const [entity, ids] of Object.entries(groups)) {
    for (const [metric, column] of Object.entries(r[entity as "product"])) {
      for (const [k, x] of column.entries())
        yield [r.dates[Math.floor(k / ids.length)], entity, ids[k % ids.length], metric, finite(x)];
    }
  }
}
