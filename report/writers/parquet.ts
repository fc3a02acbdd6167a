import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { manifestFor } from "../document/manifest.ts";
import type { Cell } from "../../experiments/run-rows.ts";
import type { Sheet, SheetColumn } from "../document/sheets/sheet.ts";
import { type Writer } from "./writer.ts";

const TYPES: Readonly<Record<SheetColumn["type"], Partial<SchemaElement>>> = {
  int: { type: "INT32" },
  double: { type: "DOUBLE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  date: { type: "INT32", converted_type: "DATE" },
};

const GROUP_ROWS = 20_000;

/** The series as Parquet, the manifest in the file's own metadata. */
export const parquet: Writer = {
  id: "parquet",
  extension: "parquet",
  label: { en: "Parquet of the series", zh: "Parquet（时间序列）" },
  async write({ sheets, manifest }, _host, base) {
    const [series] = sheets();
    const kvMetadata = [{ key: "pricewar-manifest", value: JSON.stringify(manifestFor(manifest, "parquet")) }];
    return [{ name: `${base}.parquet`, bytes: parquetOf(series, kvMetadata) }];
  },
};

function parquetOf({ columns, rows }: Sheet, kvMetadata: { key: string; value: string }[]): Uint8Array {
  const writer = new ByteWriter();
  const fields = columns.map(({ name, type }): SchemaElement => ({
    name,
    ...TYPES[type],
    repetition_type: "OPTIONAL",
  }));
  const file = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: columns.length }, ...fields],
    kvMetadata,
    createdBy: "pricewar",
  });
  const columnData = columns.map(({ name, type }, c) => ({ name, data: rows.map((row) => stored(row[c], type)) }));
  void file.write({ columnData, rowGroupSize: GROUP_ROWS });
  void file.finish(); // of bytes: done at once
  return new Uint8Array(writer.getBuffer());
}

const stored = (x: Cell, type: SheetColumn["type"]) => (type === "date" && x !== null ? new Date(`${x}T00:00:00Z`) : x);
