import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import type { Cell } from "../../experiments/run-rows.ts";
import { csvLine } from "../../report/writers/csv.ts";
import { MANIFEST_KEY } from "./tables.ts";

const AT_ONCE = 20_000; // rows in memory

export interface RowsFormat {
  readonly format: "csv" | "json"; // JSON: one object a line
  readonly manifest: unknown; // CSV says it in a comment, its first line, as reports do
}

/** Copies a Parquet file's rows into a text file, some at a time. */
export async function writeRows(source: string, target: string, { format, manifest }: RowsFormat): Promise<void> {
  const file = await asyncBufferFromFile(source);
  const metadata = await parquetMetadataAsync(file);
  const columns = metadata.schema.slice(1).map((field) => field.name);
  const to = createWriteStream(target);
  const failed = once(to, "error").then(([error]: unknown[]) => Promise.reject(error));
  const work = async () => {
    if (format === "csv") await put(to, `# ${MANIFEST_KEY} ${JSON.stringify(manifest)}\n${csvLine(columns)}\n`);
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
  return `${csvLine(cells)}\n`;
}

const plain = (cell: unknown): Cell =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : ((cell ?? null) as Cell);
