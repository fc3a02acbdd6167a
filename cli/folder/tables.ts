import { readFileSync } from "node:fs";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import type { SchemaElement } from "hyparquet";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, Row } from "../../experiments/run-rows.ts";
import { unreadable } from "./problem-words.ts";
import { FolderError, mustBeFile } from "./files.ts";

export type { Cell, Row };

const TYPES: Readonly<Record<Column["type"], Partial<SchemaElement>>> = {
  int: { type: "INT32" },
  double: { type: "DOUBLE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  date: { type: "INT32", converted_type: "DATE" },
};

const GROUP_ROWS = 20_000;

/** The key of a Parquet file's own metadata under which it says where its rows come from. */
const MANIFEST_KEY = "pricewar-manifest";

/** Writes a Parquet file row by row in groups of fixed size: the bytes depend on the rows and the manifest alone. */
export class TableWriter {
  readonly #columns: readonly Column[];
  readonly #writer: ParquetWriter;
  #rows: Row[] = [];
  #count = 0;

  constructor(path: string, columns: readonly Column[], manifest?: unknown) {
    this.#columns = columns;
    const fields = columns.map(({ name, type, optional }): SchemaElement => ({
      name,
      ...TYPES[type],
      repetition_type: optional ? "OPTIONAL" : "REQUIRED",
    }));
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: [{ name: "root", num_children: columns.length }, ...fields],
      createdBy: "pricewar",
      ...(manifest !== undefined && { kvMetadata: [{ key: MANIFEST_KEY, value: JSON.stringify(manifest) }] }),
    });
  }

  get count(): number {
    return this.#count;
  }

  add(row: Row): void {
    this.#count++;
    if (this.#rows.push(row) === GROUP_ROWS) this.#flush();
  }

  close(): void {
    this.#flush();
    void this.#writer.finish(); // a file's writer finishes at once
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    const columnData = this.#columns.map(({ name, type }, c) => ({
      name,
      data: this.#rows.map((row) => stored(row[c], type)),
    }));
    void this.#writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    this.#rows = [];
  }
}

const stored = (cell: Cell, type: Column["type"]) =>
  type === "date" && cell !== null ? new Date(`${cell}T00:00:00Z`) : cell;

/** All rows of a small Parquet file, by column name. @throws FolderError when the file is damaged. */
export async function readTable(path: string): Promise<Record<string, Cell>[]> {
  mustBeFile(path);
  try {
    const bytes = readFileSync(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const metadata = parquetMetadata(file);
    const rows = await parquetReadObjects({ file, metadata });
    if (rows.length !== Number(metadata.num_rows)) throw new Error("rows are missing");
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plain(cell)])));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") throw error;
    throw new FolderError(unreadable(path), error);
  }
}

const plain = (cell: unknown): Cell =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : typeof cell === "bigint"
      ? Number(cell)
      : ((cell ?? null) as Cell);
