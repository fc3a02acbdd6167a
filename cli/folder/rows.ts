import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { BYTE_ORDER_MARK, needsMark } from "../../charts/data/data-table.ts";
import type { Cell } from "../../experiments/run-rows.ts";
import { csvLine } from "../../report/writers/csv.ts";
import { mustBeFile } from "./files.ts";

const AT_ONCE = 20_000; // rows in memory

/**
 * Copies a Parquet file's rows into a text file, some at a time: CSV with the names of columns first, or one object of
 * JSON a line.
 */
export async function writeRows(source: string, target: string, format: "csv" | "json"): Promise<void> {
  const helps = await rowsInto(source, target, format, ""); // known only at the end, and rare
  if (format === "csv" && helps) await rowsInto(source, target, format, BYTE_ORDER_MARK);
}

/** Whether a mark before the text would help Excel. */
async function rowsInto(source: string, target: string, format: "csv" | "json", mark: string): Promise<boolean> {
  mustBeFile(source);
  const file = await asyncBufferFromFile(source);
  const metadata = await parquetMetadataAsync(file);
  const columns = metadata.schema.slice(1).map((field) => field.name);
  const to = createWriteStream(target);
  const failed = once(to, "error").then(([error]: unknown[]) => Promise.reject(error));
  let helps = false;
  const work = async () => {
    if (format === "csv") await put(to, `${mark}${csvLine(columns)}\n`);
    const rows = Number(metadata.num_rows);
    for (let rowStart = 0; rowStart < rows; rowStart += AT_ONCE) {
      const some = await parquetReadObjects({ file, metadata, rowStart, rowEnd: Math.min(rows, rowStart + AT_ONCE) });
      const text = some.map((row) => line(row, columns, format)).join("");
      helps ||= needsMark(text);
      await put(to, text);
    }
    to.end();
    await once(to, "finish");
  };
  await Promise.race([work(), failed]);
  return helps;
}

async function put(to: WriteStream, text: string): Promise<void> {
  if (!to.write(text)) await once(to, "drain");
}

function line(row: Record<string, unknown>, columns: readonly string[], format: "csv" | "json"): string {
  const cells = columns.map((name) => plain(row[name]));
  if (format === "json") return `${JSON.stringify(Object.fromEntries(columns.map((name, k) => [name, cells[k]])))}\n`;
  return `${csvLine(cells)}\n`;
}

const plain = (cell: unknown): Cell =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : ((cell ?? null) as Cell);
