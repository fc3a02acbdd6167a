import { decodeText } from "../engine/text/decode.ts";
import type { Text } from "../engine/text/text.ts";
import { admitted } from "./admit.ts";
import { genaiPrices } from "./genai-prices.ts";
import { litellm } from "./litellm.ts";
import { modelsDev } from "./models-dev.ts";
import { openrouter } from "./openrouter.ts";
import type { PriceFile } from "./row.ts";
import { headingAt, cellsOf, readTable, TABLE_FORMAT } from "./table.ts";

/** Formats that are JSON. A further one is a file and a line. */
const FORMATS = [openrouter, litellm, genaiPrices, modelsDev];

/** Prices from a file's bytes or a pasted text; null where it is no file of prices at all. */
export async function readPriceFile(bytes: Uint8Array): Promise<PriceFile | null> {
  if (isWorkbook(bytes)) return ofCells(await workbookCells(bytes).catch(() => [])); // an archive of something else
  return readPrices(decodeText(bytes));
}

/** The same from text. */
export function readPrices(written: string): PriceFile | null {
  const text = written.replace(/^\ufeff/, "");
  if (!/^\s*[[{]/.test(text)) return ofCells(cellsOf(text));
  const data = parsed(text);
  const format = FORMATS.find((f) => f.accepts(data));
  return format ? { format: format.format, licence: format.licence, ...admitted(format.read(data)), notes: [] } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function ofCells(cells: readonly (readonly string[])[]): PriceFile | null {
  const first = headingAt(cells);
  if (first === null) return null;
  const { notes, ...read } = readTable(cells, first);
  const reading = admitted(read);
  const named = [...new Set(reading.rows.flatMap((row) => row.licence ?? []))];
  const licence: Text = named.length === 0 ? UNKNOWN : { en: named.join(", "), zh: named.join("、") };
  return { format: TABLE_FORMAT, licence, ...reading, notes };
}

const UNKNOWN: Text = { en: "not stated in the file", zh: "文件未说明" };

/** An Excel workbook is a zip archive. */
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The first sheet with a table of prices, as texts. */
async function workbookCells(bytes: Uint8Array): Promise<string[][]> {
  const { default: readWorkbook } = await import("read-excel-file/universal");
  const sheets = await readWorkbook(bytes.slice().buffer);
  const texts = sheets.map(({ data }) => data.map((row) => row.map(cellText)));
  return texts.find((cells) => headingAt(cells) !== null) ?? texts[0] ?? [];
}

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
};
