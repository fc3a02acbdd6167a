import { join } from "node:path";
import { copyFileSync, existsSync, statSync } from "node:fs";
import { say } from "../../engine/index.ts";
import { FolderError, fillWhole, readJson, refuseExisting, unfinished, writeWhole } from "../folder/files.ts";
import { noTable } from "../folder/problem-words.ts";
import { writeRows } from "../folder/rows.ts";
import { tell } from "../io.ts";
import { jsonText } from "../json.ts";
import { oneOf as expectedOneOf } from "../problem-words.ts";
import { writtenTo } from "../progress-words.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";

const ROWS = ["csv", "json", "parquet"] as const; // as they lie in the folder
const DRAWN = ["xlsx", "svg", "png", "md", "html", "pptx", "pdf"] as const; // made from the run, as reports are
const FORMATS = [...ROWS, ...DRAWN] as const;
const TABLES = ["runs", "series"] as const;

export const exportVerb: Verb = {
  flags: [
    [
      "--format <format>",
      {
        en: "csv (default), json, parquet; xlsx, svg, png, md, html, pptx, pdf; several by commas",
        zh: "csv（默认）、json、parquet；xlsx、svg、png、md、html、pptx、pdf；可用逗号并列",
      },
    ],
    ["--table <runs|series>", { en: "default series", zh: "默认 series" }],
  ],
  writes: true,
  example: "pricewar run china-2024 --agents 2000 --out runs/one && pricewar export runs/one --format csv,xlsx",
  async run([folder], options) {
    const formats = String(options.format ?? "csv")
      .split(",")
      .map((id) => oneOf("--format", id.trim(), FORMATS));
    const drawn = formats.filter((format) => !isRows(format));
    for (const format of formats.filter(isRows)) await exportTable(folder, format, options);
    if (drawn.length === 0) return;
    const { exportRun } = await import("../report/export-run.ts"); // what draws is fetched by who draws
    await exportRun(folder, drawn, options);
  },
};

async function exportTable(folder: string, format: (typeof ROWS)[number], options: Options): Promise<void> {
  const table = oneOf("--table", options.table ?? "series", TABLES);
  const source = join(folder, `${table}.parquet`);
  if (!existsSync(source)) throw new FolderError(noTable(source));
  const target = targetFor(options.out, `${table}.${format}`, folder);
  // Lines of JSON have no room for where they come from: a file next to them says it.
  const origin = format === "json" ? `${target.replace(/\.json$/, "")}.manifest.json` : null;
  const paths = [target, ...(origin === null ? [] : [origin])];
  for (const path of paths) refuseExisting(path);
  const manifest = readJson(join(folder, "manifest.json"));
  const fill = (path: string) =>
    format === "parquet" ? copyFileSync(source, path) : writeRows(source, path, { format, manifest });
  await fillWhole(target, fill).catch((error: unknown) => {
    throw unfinished(error, target);
  });
  if (origin !== null) writeWhole(origin, jsonText(manifest));
  for (const path of paths) tell(say(writtenTo, options.lang)(path));
}

/** --out is a file, or a folder that is there; else the run folder takes the table. */
function targetFor(out: string | undefined, name: string, folder: string): string {
  if (out === undefined) return join(folder, name);
  return existsSync(out) && statSync(out).isDirectory() ? join(out, name) : out;
}

const isRows = (format: string): format is (typeof ROWS)[number] => ROWS.some((id) => id === format);

function oneOf<T extends string>(flag: string, value: unknown, valid: readonly T[]): T {
  const found = valid.find((v) => v === value);
  if (found) return found;
  throw new UsageError(expectedOneOf(flag, value, valid));
}
