import { currencyNamed } from "../engine/authoring/units.ts";
import { readNumber } from "../engine/authoring/quantity.ts";
import { readDate } from "../engine/scenario/read-date.ts";
import type { Text } from "../engine/text/text.ts";
import { linesOf, unread as unreadLines } from "./admit.ts";
import { type Column, columnsOf } from "./columns.ts";
import { joined, type Line } from "./listed.ts";
import { PLAIN, type PriceRow, type Reading, type RowPrices, whyNot } from "./row.ts";
import { alike, METERS, type Sheet, sheetOf } from "./sheet.ts";
import * as words from "./sheet-words.ts";
import { currencyIn, unitSaid } from "./unit.ts";

export const TABLE_FORMAT: Text = { en: "table", zh: "表格" };

/** The row of headings: the first that names a model and a price. Null: this is no table of prices. */
export function headingAt(cells: readonly (readonly string[])[]): number | null {
  const at = cells.slice(0, 20).findIndex((row) => {
    const columns = columnsOf(row).at;
    return (columns.has("model") || columns.has("product")) && (columns.has("input") || columns.has("month"));
  });
  return at < 0 ? null : at;
}

/** A table of prices with its headings, in English or Chinese, row by row. */
export function readTable(cells: readonly (readonly string[])[], first = headingAt(cells)!): TableReading {
  const sheet = sheetOf(cells, first);
  const { at: columns, body, notes } = sheet;
  const reading: TableReading = { rows: [], skipped: [], notes };
  const lines = linesOf(body).flatMap((row, k) => {
    if (row.every((cell) => cell.trim() === "") || row[0]?.startsWith("#")) return [];
    const cell = (column: Column): string => row[columns.get(column) ?? -1]?.trim() ?? "";
    const at = `${first + k + 2}`;
    const line = lineOf(cell, at, sheet);
    if ("row" in line) return [line];
    reading.skipped.push({ at, name: nameOf(cell) || `#${at}`, why: line });
    return [];
  });
  joined(lines, reading);
  reading.skipped.push(...unreadLines(body));
  return reading;
}

interface TableReading extends Reading {
  readonly notes: readonly Text[]; // what was taken for granted, or not read
}

type Cell = (column: Column) => string;

const modelOf = (cell: Cell): string => cell("model") || cell("product");
const nameOf = (cell: Cell): string => [cell("vendor"), modelOf(cell)].filter((x) => x !== "").join(" ");

/** What a row says, or why it is left out. */
function lineOf(cell: Cell, at: string, sheet: Sheet): Line | Text {
  if (/announced|宣布|未实施/i.test(cell("status"))) return words.ANNOUNCED;
  const vendor = cell("vendor") || (/^[^.]+\../.exec(cell("product")) ? cell("product").split(".")[0] : "");
  if (vendor === "") return words.NO_VENDOR;
  if (modelOf(cell) === "") return words.NO_MODEL;
  const currency = currencyOf(cell, sheet);
  if (currency === null) return words.NO_CURRENCY;
  const price = pricesOf(cell, sheet, currency);
  if ("en" in price) return price;
  const [date, until] = [cell("date"), cell("until")].map((text) => (text === "" ? null : readDate(text)));
  for (const [column, read] of [
    ["date", date],
    ["until", until],
  ] as const)
    if (cell(column) !== "" && read === null) return words.noDate(cell(column));
  const row: PriceRow = {
    ...PLAIN,
    at,
    vendor,
    model: modelOf(cell),
    ...(/^[\w-]+\..+/.test(cell("product")) && { product: cell("product") }),
    ...(cell("tier") !== "" && { tier: cell("tier") }),
    date,
    currency,
    price,
    batch: cell("batch") === "" ? null : readNumber(cell("batch"), "1"),
    ...(cell("source") !== "" && { source: cell("source") }),
    ...(cell("licence") !== "" && { licence: cell("licence") }),
  };
  const above = lengthOf(cell("above"));
  return above === null ? words.noLength(cell("above")) : { row, above, hours: cell("hours"), until };
}

const LONGEST_PROMPT = 1e9;

/** “32000”, “32k”, “3.2万”; 0 where empty, null for what is no length. */
function lengthOf(cell: string): number | null {
  if (cell === "") return 0;
  const [, digits, scale = ""] = /^([\d.,]+)\s*(k|m|万)?(?:\s*tokens?)?$/i.exec(cell) ?? [];
  const tokens =
    Number((digits ?? "x").replaceAll(",", "")) * ({ "": 1, k: 1e3, m: 1e6, 万: 1e4 }[scale.toLowerCase()] ?? 1);
  return tokens >= 0 && tokens <= LONGEST_PROMPT ? tokens : null;
}

/** The currency that a price names, its row, its unit, or a heading. */
function currencyOf(cell: Cell, { currency }: Sheet): string | null {
  const given = METERS.map(cell).find((text) => text !== "" && currencyNamed(text)) ?? "";
  return currencyNamed(given) ?? currencyNamed(cell("currency")) ?? currencyIn(cell("unit")) ?? currency;
}

function pricesOf(cell: Cell, sheet: Sheet, currency: string): RowPrices | Text {
  const price: Record<string, number> = {};
  const said = cell("unit") === "" ? "" : unitSaid(cell("unit"));
  if (said === null) return words.noUnit(cell("unit"));
  for (const meter of [...METERS, "month"] as const) {
    const of = meter === "month" ? "money/month" : "money/Mtok";
    const headed = sheet.units.get(meter) ?? "";
    if (said !== "" && headed !== "" && meter !== "month" && !alike(said, headed))
      return words.otherUnit(cell("unit"), sheet.heading(meter));
    const unit = meter === "month" ? headed : headed || said || sheet.otherwise;
    const value = amount(cell(meter), unit, of, currency);
    if (value === "unread") return words.noPrice(cell(meter));
    if (value !== null) price[meter] = value;
  }
  return whyNot(price) ?? price;
}

/** A cell's number: null where empty, nought where it says free. Its sign of money gives way to the heading's unit. */
function amount(cell: string, unit: string, of: string, currency: string): number | null | "unread" {
  if (["", "-", "—", "/", "n/a", "na"].includes(cell.toLowerCase())) return null;
  if (/^(free|免费|免費|限免|限时免费)$/i.test(cell)) return 0;
  const whole = /\/|每|per/i.test(cell.slice(1));
  const bare = cell.replaceAll(/[¥￥$€]|元|人民币|CNY|RMB|USD|US\$/gi, "").trim();
  const text = whole || unit === "" ? cell : unit.startsWith("/") ? `${bare} ${currency}${unit}` : `${bare} ${unit}`;
  return readNumber(text, of, currency) ?? "unread";
}
