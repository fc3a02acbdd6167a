import type { Text } from "../engine/text/text.ts";
import * as words from "./sheet-words.ts";

/** The cells of a workbook's sheets, as texts, and what of it was not read. */
interface Workbook {
  readonly sheets: readonly (readonly (readonly string[])[])[];
  readonly notes: readonly Text[];
}

const MOST_UNPACKED = 100_000_000; // [bytes]; a price list of ten thousand rows has two million
const MOST_AREA = 20_000_000; // [cells] between the first and the last that are written
const MOST_ROWS = 60_000;
const MOST_COLUMNS = 256; // with as many rows still less than the area
const LAST_ROW = 1_048_576; // a sheet has no more

/** An Excel workbook is a zip archive. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** What a workbook holds, whoever made it; null where the archive is one of something else. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | null> {
  const parts = await unpacked(bytes).catch(() => null);
  if (parts === "large") return { sheets: [], notes: [words.LARGE] };
  if (!parts || !Object.hasOwn(parts, "xl/workbook.xml")) return null;
  try {
    return await sheetsOf(parts);
  } catch {
    return { sheets: [], notes: [words.DAMAGED] };
  }
}

/** The parts of the archive that are text. How large they get is known before any is unpacked. */
async function unpacked(bytes: Uint8Array): Promise<Record<string, Uint8Array> | "large"> {
  const { unzipSync } = await import("fflate");
  let size = 0;
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    if (!/\.(?:xml|rels)$/.test(name)) return false;
    size += originalSize;
    return size <= MOST_UNPACKED;
  };
  const parts = unzipSync(bytes, { filter });
  return size > MOST_UNPACKED ? "large" : parts;
}

async function sheetsOf(parts: Record<string, Uint8Array>): Promise<Workbook> {
  const { strFromU8, strToU8, zipSync } = await import("fflate");
  let lost = false;
  for (const name of Object.keys(parts).filter((part) => part.startsWith("xl/worksheets/"))) {
    const near = nearCells(strFromU8(parts[name]));
    lost ||= near.lost;
    if (near.cut) parts[name] = strToU8(near.text);
  }
  const { default: read } = await import("read-excel-file/universal");
  const sheets = await read(zipSync(parts, { level: 0 }).buffer as ArrayBuffer, { parseNumber: Number });
  return {
    sheets: sheets.map(({ data }) => data.map((row) => row.map(cellText))),
    notes: lost ? [words.far(MOST_ROWS, MOST_COLUMNS)] : [],
  };
}

/**
 * The text of a sheet without its cells far off: the reader makes every cell between the first and the last, and one
 * that somebody once touched in the last row of the last column makes that seventeen thousand million.
 */
export function nearCells(text: string): { readonly text: string; readonly cut: boolean; readonly lost: boolean } {
  for (const [, row] of text.matchAll(/<(?:\w+:)?row\s[^<>]*?\br\s*=\s*["'](\d+)/g))
    if (Number(row) > LAST_ROW) throw new Error(`row ${row}`);
  const cells = [...text.matchAll(/<((?:\w+:)?c)\s([^<>]*)>/g)].flatMap(placed);
  const rows = cells.reduce((most, { row }) => Math.max(most, row), 0);
  const columns = cells.reduce((most, { column }) => Math.max(most, column), 0);
  if (rows * columns <= MOST_AREA) return { text, cut: false, lost: false };
  const kept: string[] = [];
  let [from, lost] = [0, false];
  for (const { row, column, start, end, closing } of cells) {
    if ((row <= MOST_ROWS && column <= MOST_COLUMNS) || start < from) continue;
    const close = closing === null ? end : text.indexOf(closing, end);
    if (close < 0) throw new Error(closing!); // a cell without an end
    kept.push(text.slice(from, start));
    lost ||= /<(?:\w+:)?[vt][\s>]/.test(text.slice(end, close));
    from = close + (closing?.length ?? 0);
  }
  return { text: kept.join("") + text.slice(from), cut: true, lost };
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number; // of the tag that opens it
  readonly closing: string | null; // the tag that closes it
}

function placed({ 0: tag, 1: name, 2: attributes, index: start }: RegExpMatchArray & { index: number }): Placed[] {
  const [, letters, row] = /(?:^|\s)r\s*=\s*["']([A-Za-z]+)(\d+)/.exec(attributes) ?? [];
  if (letters === undefined) return [];
  const column = [...letters.toUpperCase()].reduce((n, letter) => n * 26 + (letter.codePointAt(0)! - 64), 0);
  const closing = attributes.endsWith("/") ? null : `</${name}>`;
  return [{ row: Number(row), column, start, end: start + tag.length, closing }];
}

/** As Excel shows what is no day, a day before its calendar begins or one after its end. */
const NO_DAY = "#####";

function cellText(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? NO_DAY : cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
