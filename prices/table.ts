import { dsvFormat } from "d3";
import { currencyNamed } from "../engine/authoring/units.ts";
import { readNumber } from "../engine/authoring/quantity.ts";
import { readDate } from "../engine/scenario/read-date.ts";
import type { MeterId } from "../engine/price.ts";
import type { Text } from "../engine/text/text.ts";
import { linesOf, unread as unreadLines } from "./admit.ts";
import { type Column, columnsOf, unitOf } from "./columns.ts";
import { joined, type Line } from "./listed.ts";
import { PLAIN, type PriceRow, type Reading, type RowPrices, whyNot } from "./row.ts";

export const TABLE_FORMAT: Text = { en: "table", zh: "表格" };

/** Of what separates cells, the one that the text has most of in its first lines. */
export function cellsOf(text: string): string[][] {
  const head = text.split("\n", 3).join("\n");
  const count = (mark: string) => head.split(mark).length;
  const mark = ["\t", ";", ",", "，", "|"].reduce((a, b) => (count(b) > count(a) ? b : a));
  return dsvFormat(mark === "，" ? "，" : mark).parseRows(text);
}

/** The row of headings: the first that names a model and a price. Null: this is no table of prices. */
export function headingAt(cells: readonly (readonly string[])[]): number | null {
  const at = cells.slice(0, 20).findIndex((row) => {
    const columns = columnsOf(row);
    return (columns.has("model") || columns.has("product")) && (columns.has("input") || columns.has("month"));
  });
  return at < 0 ? null : at;
}

const METERS = ["input", "output", "cached", "cacheWrite"] as const satisfies readonly MeterId[];

/** What all rows of a table share. */
interface Sheet {
  readonly columns: ReadonlyMap<Column, number>;
  readonly units: ReadonlyMap<Column, string>;
}

/** A table of prices with its headings, in English or Chinese, row by row. */
export function readTable(cells: readonly (readonly string[])[], first = headingAt(cells)!): Reading {
  const headings = cells[first];
  const columns = columnsOf(headings);
  const body = cells.slice(first + 1);
  const perToken = isPerToken(body, headings, columns) ? "/token" : "";
  const units = new Map([...columns].map(([column, k]) => [column, unitOf(headings[k]) || perToken] as const));
  const reading: Reading = { rows: [], skipped: [] };
  const lines = linesOf(body).flatMap((row, k) => {
    if (row.every((cell) => cell.trim() === "") || row[0]?.startsWith("#")) return [];
    const cell = (column: Column): string => row[columns.get(column) ?? -1]?.trim() ?? "";
    const at = `${first + k + 2}`;
    const line = lineOf(cell, at, { columns, units });
    if ("row" in line) return [line];
    reading.skipped.push({ at, name: nameOf(cell) || `#${at}`, why: line });
    return [];
  });
  joined(lines, reading);
  reading.skipped.push(...unreadLines(body));
  return reading;
}

type Cell = (column: Column) => string;

const modelOf = (cell: Cell): string => cell("model") || cell("product");
const nameOf = (cell: Cell): string => [cell("vendor"), modelOf(cell)].filter((x) => x !== "").join(" ");

/** Bare numbers under headings without a unit, none above half a thousandth: prices of one token. */
function isPerToken(
  body: readonly (readonly string[])[],
  headings: readonly string[],
  columns: ReadonlyMap<Column, number>,
): boolean {
  const bare = METERS.flatMap((m) => {
    const k = columns.get(m);
    return k === undefined || unitOf(headings[k]) !== "" ? [] : body.map((row) => Number(row[k] || NaN));
  }).filter((x) => x > 0);
  return bare.length > 0 && bare.every((x) => x <= 5e-4);
}

/** What a row says, or why it is left out. */
function lineOf(cell: Cell, at: string, { units }: Sheet): Line | Text {
  if (/announced|宣布|未实施/i.test(cell("status"))) return ANNOUNCED;
  const currency = currencyOf(cell, units);
  if (currency === null) return NO_CURRENCY;
  const price = pricesOf(cell, units, currency);
  if ("en" in price) return price;
  const [date, until] = [cell("date"), cell("until")].map((text) => (text === "" ? null : readDate(text)));
  for (const [column, read] of [
    ["date", date],
    ["until", until],
  ] as const)
    if (cell(column) !== "" && read === null) return noDate(cell(column));
  const row: PriceRow = {
    ...PLAIN,
    at,
    vendor: cell("vendor") || cell("product").split(".")[0],
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
  return above === null ? noLength(cell("above")) : { row, above, hours: cell("hours"), until };
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

/** The currency that a price names, its row, or a heading. */
function currencyOf(cell: Cell, units: Sheet["units"]): string | null {
  const given = METERS.map(cell).find((text) => text !== "" && currencyNamed(text)) ?? "";
  const heading = [...units.values()].map(currencyNamed).find((code) => code !== null);
  return currencyNamed(given) ?? currencyNamed(cell("currency")) ?? heading ?? null;
}

function pricesOf(cell: Cell, units: Sheet["units"], currency: string): RowPrices | Text {
  const price: Record<string, number> = {};
  for (const meter of [...METERS, "month"] as const) {
    const of = meter === "month" ? "money/month" : "money/Mtok";
    const value = amount(cell(meter), units.get(meter) ?? "", of, currency);
    if (value === "unread") return unread(cell(meter));
    if (value !== null) price[meter] = value;
  }
  return whyNot(price) ?? price;
}

/** A cell's number: null where empty, nought where it says free. Its sign of money gives way to the heading's unit. */
function amount(cell: string, unit: string, of: string, currency: string): number | null | "unread" {
  if (["", "-", "—", "/", "n/a", "na"].includes(cell.toLowerCase())) return null;
  if (/^(free|免费|限免|限时免费)$/i.test(cell)) return 0;
  const whole = /\/|每|per/i.test(cell.slice(1));
  const bare = cell.replaceAll(/[¥￥$€]|元|人民币|CNY|RMB|USD|US\$/gi, "").trim();
  const text = whole || unit === "" ? cell : unit.startsWith("/") ? `${bare} ${currency}${unit}` : `${bare} ${unit}`;
  return readNumber(text, of, currency) ?? "unread";
}

const ANNOUNCED: Text = { en: "announced, not applied", zh: "仅宣布，未实施" };
const NO_CURRENCY: Text = {
  en: "no currency: neither cell nor heading names one",
  zh: "没有币种：单元格和表头都未写明",
};
const unread = (cell: string): Text => ({ en: `“${cell}” is no price`, zh: `“${cell}”不是价格` });
const noLength = (cell: string): Text => ({ en: `“${cell}” is no length of a prompt`, zh: `“${cell}”不是提示词长度` });
const noDate = (cell: string): Text => ({ en: `“${cell}” is no date`, zh: `“${cell}”不是日期` });
