import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { copyFileSync, createWriteStream, existsSync, statSync, type WriteStream } from "node:fs";
import { once } from "node:events";
import { FolderError, fillWhole } from "../folder/files.ts";
import { unfinished } from "../report/unfinished.ts";
import { say } from "../io.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";

const ROWS = ["csv", "json", "parquet"] as const; // as they lie in the folder
const DRAWN = ["xlsx", "svg", "png", "md", "html", "pptx", "pdf"] as const; // made from the run, as reports are
const FORMATS = [...ROWS, ...DRAWN] as const;
const TABLES = ["runs", "series"] as const;

export const exportVerb: Verb = {
  name: "export",
  args: "<folder>",
  summary: {
    en: "A run folder's tables as CSV, JSON lines or Parquet, its charts and data as SVG, PNG, Excel and more",
    zh: "把结果文件夹中的表导出为 CSV、JSON（逐行）或 Parquet，或把图表与数据导出为 SVG、PNG、Excel 等",
  },
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
  example: "pricewar export runs/entrant-price --table runs --format csv --out runs.csv",
  async run([folder], options) {
    const formats = String(options.format ?? "csv").split(",").map((id) => oneOf("--format", id.trim(), FORMATS)); // prettier-ignore
    const drawn = formats.filter((format) => !isRows(format));
    for (const format of formats.filter(isRows)) await exportTable(folder, format, options);
    if (drawn.length === 0) return;
    const { exportRun } = await import("../report/export-run.ts"); // what draws is fetched by who draws
    await exportRun(folder, drawn, options);
  },
};

async function exportTable(folder: string, format: (typeof ROWS)[number], options: Options): Promise<void> {
  const { lang } = options;
  const table = oneOf("--table", options.table ?? "series", TABLES);
  const source = join(folder, `${table}.parquet`);
  if (!existsSync(source)) throw new FolderError({ en: `${source}: there is no such table; is the run complete?`, zh: `${source}：没有这张表；运行是否已完成？` }); // prettier-ignore
  const target = targetFor(options.out, `${table}.${format}`, folder);
  if (existsSync(target)) throw new FolderError({ en: `${target} exists; choose another --out`, zh: `${target} 已经存在，请换一个 --out` }); // prettier-ignore
  const fill = (beside: string) => (format === "parquet" ? copyFileSync(source, beside) : writeRows(source, beside, format)); // prettier-ignore
  await fillWhole(target, fill).catch((error: unknown) => {
    throw unfinished(error, target);
  });
  say(lang === "zh" ? `已写入 ${target}` : `Written to ${target}`);
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
  throw new UsageError(`${flag} ${String(value)}: ${valid.join(" | ")}`);
}

const AT_ONCE = 20_000; // rows in memory

async function writeRows(source: string, target: string, format: "csv" | "json"): Promise<void> {
  const file = await asyncBufferFromFile(source);
  const metadata = await parquetMetadataAsync(file);
  const columns = metadata.schema.slice(1).map((field) => field.name);
  const to = createWriteStream(target);
  const failed = once(to, "error").then(([error]: unknown[]) => Promise.reject(error)); // prettier-ignore
  const work = async () => {
    if (format === "csv") await put(to, `${columns.map(quoted).join(",")}\n`);
    const rows = Number(metadata.num_rows);
    for (let rowStart = 0; rowStart < rows; rowStart += AT_ONCE) {
      const some = await parquetReadObjects({ file, metadata, rowStart, rowEnd: Math.min(rows, rowStart + AT_ONCE) });
      await put(to, some.map((row) => line(row, columns, format)).join(""));
    }
    to.end();
    await once(to, "finish");
  };
  await Promise.race([work(), failed]);
}

async function put(to: WriteStream, text: string): Promise<void> {
  if (!to.write(text)) await once(to, "drain");
}

function line(row: Record<string, unknown>, columns: readonly string[], format: "csv" | "json"): string {
  const cells = columns.map((name) => plain(row[name]));
  if (format === "json") return `${JSON.stringify(Object.fromEntries(columns.map((name, k) => [name, cells[k]])))}\n`;
  return `${cells.map((cell) => (cell === null ? "" : quoted(String(cell)))).join(",")}\n`;
}

const plain = (cell: unknown): number | string | null =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : ((cell ?? null) as number | string | null);

/** As RFC 4180 has it. */
const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
