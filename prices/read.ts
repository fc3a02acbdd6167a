import { decodeText } from "../engine/text/decode.ts";
import type { Text } from "../engine/text/text.ts";
import { admitted } from "./admit.ts";
import { cellsOf } from "./cells.ts";
import { genaiPrices } from "./genai-prices.ts";
import { litellm } from "./litellm.ts";
import { modelsDev } from "./models-dev.ts";
import { openrouter } from "./openrouter.ts";
import type { PriceFile } from "./row.ts";
import * as words from "./sheet-words.ts";
import { headingAt, readTable, TABLE_FORMAT } from "./table.ts";
import { isWorkbook, readWorkbook } from "./workbook.ts";

/** Formats that are JSON. A further one is a file and a line. */
const FORMATS = [openrouter, litellm, genaiPrices, modelsDev];

/** Prices from a file's bytes or a pasted text; null where it is no file of prices at all. */
export async function readPriceFile(bytes: Uint8Array): Promise<PriceFile | null> {
  if (!isWorkbook(bytes)) return readPrices(decodeText(bytes));
  const workbook = await readWorkbook(bytes);
  if (workbook === null) return null;
  const { sheets, notes } = workbook;
  const file = ofCells(sheets.find((cells) => headingAt(cells) !== null) ?? []);
  if (file !== null) return { ...file, notes: [...notes, ...file.notes] };
  return notes.length === 0 ? null : { format: TABLE_FORMAT, licence: UNKNOWN, rows: [], skipped: [], notes };
}

/** The same from text. */
export function readPrices(written: string): PriceFile | null {
  const text = written.replace(/^\ufeff/, "");
  if (!/^\s*[[{]/.test(text)) return ofText(text);
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

function ofText(text: string): PriceFile | null {
  const { cells, unclosed } = cellsOf(text);
  const file = ofCells(cells);
  return file && unclosed.length > 0 ? { ...file, notes: [words.unclosed(unclosed), ...file.notes] } : file;
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
