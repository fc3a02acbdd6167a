import { join } from "node:path";
import { copyFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { say } from "../../engine/index.ts";
import { FolderError, fillWhole, makeFolder, readJson, refuseExisting, writeWhole } from "../folder/files.ts";
import { NO_SUMS, noTable } from "../folder/problem-words.ts";
import { checkSums, hasSums } from "../folder/sums.ts";
import { writeRows } from "../folder/rows.ts";
import { printJson, tell } from "../io.ts";
import { currencyFlag } from "../currency-flag.ts";
import { currencyAsked } from "../reader-money.ts";
import { jsonText } from "../json.ts";
import { AS_RECORDED, oneOf as expectedOneOf } from "../problem-words.ts";
import { writtenTo } from "../progress-words.ts";
import { type ExportTarget, exportTarget, formatOf, FORMATS, ROWS } from "../report/export-target.ts";
import { noRunFolder } from "../report/problem-words.ts";
import { UsageError, type Verb } from "../verb.ts";

const TABLES = ["runs", "series"] as const;

export const exportVerb: Verb = {
  uses: ["plugin", "workers", "kernel"],
  flags: [
    [
      "--format <format>",
      {
        en: "csv (default), json, parquet; xlsx, svg, png, vega, md, html, pptx, pdf, sql; several by commas",
        zh: "csv（默认）、json、parquet；xlsx、svg、png、vega、md、html、pptx、pdf、sql；可用逗号并列",
      },
    ],
    ["--table <runs|series>", { en: "default series", zh: "默认 series" }],
    currencyFlag,
  ],
  writes: true,
  example: "pricewar run china-2024 --agents 2000 --out runs/one && pricewar export runs/one --format csv,xlsx",
  async run([folder], options) {
    const formats = String(options.format ?? formatOf(options.out) ?? "csv")
      .split(",")
      .map((id) => oneOf("--format", id.trim(), FORMATS));
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new FolderError(noRunFolder(folder));
    checkSums(folder);
    if (existsSync(join(folder, "manifest.json")) && !hasSums(folder)) tell(say(NO_SUMS, options.lang));
    const target = exportTarget(options.out ?? folder, formats);
    const table = oneOf("--table", options.table ?? "series", TABLES);
    if (currencyAsked(options) !== undefined && formats.some(isRows)) throw new UsageError(AS_RECORDED);
    const files: string[] = [];
    for (const format of formats.filter(isRows)) files.push(...(await exportTable(folder, table, format, target)));
    const drawn = formats.filter((format) => !isRows(format));
    if (drawn.length > 0) {
      const { exportRun } = await import("../report/export-run.ts"); // what draws is fetched by who draws
      files.push(...(await exportRun(folder, drawn, target, options)));
    }
    if (options.json) return printJson({ files });
    for (const file of new Set(files)) tell(say(writtenTo, options.lang)(file));
  },
};

/** A table as a file, and where its rows come from: Parquet says it itself, of the others a file beside them does. */
async function exportTable(
  folder: string,
  table: (typeof TABLES)[number],
  format: (typeof ROWS)[number],
  { folder: into, base }: ExportTarget,
): Promise<readonly string[]> {
  const source = join(folder, `${table}.parquet`);
  if (!existsSync(source)) throw new FolderError(noTable(source));
  const stem = join(into, base ?? table);
  const [target, origin] = [`${stem}.${format}`, `${stem}.manifest.json`];
  const manifest = jsonText(readJson(join(folder, "manifest.json")));
  const beside = format === "parquet" ? [] : [origin];
  refuseExisting(target);
  for (const path of beside) if (!holds(path, manifest)) refuseExisting(path);
  makeFolder(into);
  const fill = (path: string) => (format === "parquet" ? copyFileSync(source, path) : writeRows(source, path, format));
  await fillWhole(target, fill);
  for (const path of beside) writeWhole(path, manifest);
  return [target, ...beside];
}

/** Whether a file says the same already: a table's other format brought it. */
const holds = (path: string, text: string): boolean => existsSync(path) && readFileSync(path, "utf8") === text;

const isRows = (format: string): format is (typeof ROWS)[number] => ROWS.some((id) => id === format);

function oneOf<T extends string>(flag: string, value: unknown, valid: readonly T[]): T {
  const found = valid.find((v) => v === value);
  if (found) return found;
  throw new UsageError(expectedOneOf(flag, value, valid));
}
