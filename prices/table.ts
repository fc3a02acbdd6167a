import { dsvFormat } from "d3";
import { currencyNamed } from "../engine/authoring/units.ts";
import { readNumber } from "../engine/authoring/quantity.ts";
import { readDate } from "../engine/scenario/read-date.ts";
import type { MeterId } from "../engine/price.ts";
import type { Text } from "../engine/text/text.ts";
import { type Column, columnsOf, unitOf } from "./columns.ts";
import { type PriceRow, type Reading, type RowPrices, whyNot } from "./row.ts";

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
  body.forEach((row, k) => {
    if (row.every((cell) => cell.trim() === "") || row[0]?.startsWith("#")) return;
    readRow(row, `${first + k + 2}`, { columns, units }, reading);
  });
  return reading;
}

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

function readRow(row: readonly string[], at: string, { columns, units }: Sheet, reading: Reading): void {
  const cell = (column: Column): string => row[columns.get(column) ?? -1]?.trim() ?? "";
  const model = cell("model") || cell("product");
  const name = [cell("vendor"), model].filter((x) => x !== "").join(" ") || `#${at}`;
  const skip = (why: Text) => void reading.skipped.push({ at, name, why });
  if (/announced|宣布|未实施/i.test(cell("status"))) return skip(ANNOUNCED);
  if (/peak|高峰/i.test(cell("hours")) && !/off|低谷/i.test(cell("hours"))) return skip(HOURS);
  if (cell("until") !== "") return skip(PROMOTION);
  const given = METERS.map((m) => cell(m)).find((text) => text !== "" && currencyNamed(text)) ?? "";
  const heading = [...units.values()].map((unit) => currencyNamed(unit)).find((code) => code !== null);
  const currency = currencyNamed(given) ?? currencyNamed(cell("currency")) ?? heading ?? null;
  if (currency === null) return skip(NO_CURRENCY);
  const price: Record<string, number> = {};
  for (const meter of [...METERS, "month"] as const) {
    const value = amount(
      cell(meter),
      units.get(meter) ?? "",
      meter === "month" ? "money/month" : "money/Mtok",
      currency,
    );
    if (value === "unread") return skip(unread(cell(meter)));
    if (value !== null) price[meter] = value;
  }
  const why = whyNot(price);
  if (why) return skip(why);
  const date = cell("date") === "" ? null : readDate(cell("date"));
  if (cell("date") !== "" && date === null) return skip(noDate(cell("date")));
  const above = Number(cell("above") || 0);
  if (above > 0) {
    if (!addStep(reading, { vendor: cell("vendor"), model, date }, above, price)) skip(NO_BASE);
    return;
  }
  reading.rows.push({
    at,
    vendor: cell("vendor") || cell("product").split(".")[0],
    model,
    ...(/^[\w-]+\..+/.test(cell("product")) && { product: cell("product") }),
    ...(cell("tier") !== "" && { tier: cell("tier") }),
    date,
    currency,
    price,
    steps: [],
    batch: cell("batch") === "" ? null : readNumber(cell("batch"), "1"),
    ...(cell("source") !== "" && { source: cell("source") }),
    ...(cell("licence") !== "" && { licence: cell("licence") }),
  });
}

/** Puts a price of long prompts to the list it belongs to; false where that list is not there. */
function addStep(
  { rows }: Reading,
  who: Pick<PriceRow, "vendor" | "model" | "date">,
  above: number,
  price: RowPrices,
): boolean {
  const at = rows.findLastIndex((r) => r.model === who.model && r.vendor === who.vendor && r.date === who.date);
  if (at < 0) return false;
  rows[at] = { ...rows[at], steps: [...rows[at].steps, { above, price }] };
  return true;
}

/** A cell's number: null where it is empty, nought where it says free. Its sign of money gives way to the heading's. */
function amount(cell: string, unit: string, of: string, currency: string): number | null | "unread" {
  if (["", "-", "—", "/", "n/a", "na"].includes(cell.toLowerCase())) return null;
  if (/^(free|免费|限免|限时免费)$/i.test(cell)) return 0;
  const whole = /\/|每|per/i.test(cell.slice(1));
  const bare = cell.replaceAll(/[¥￥$€]|元|人民币|CNY|RMB|USD|US\$/gi, "").trim();
  const text = whole || unit === "" ? cell : unit.startsWith("/") ? `${bare} ${currency}${unit}` : `${bare} ${unit}`;
  return readNumber(text, of, currency) ?? "unread";
}

const ANNOUNCED: Text = { en: "announced, not applied", zh: "仅宣布，未实施" };
const HOURS: Text = { en: "a price of some hours: write it as a tariff", zh: "只在某些时段生效：请写成价目规则" };
const PROMOTION: Text = { en: "a promotion with an end: write it as a tariff", zh: "有截止日的促销：请写成价目规则" };
const NO_CURRENCY: Text = {
  en: "no currency: neither cell nor heading names one",
  zh: "没有币种：单元格和表头都未写明",
};
const NO_BASE: Text = { en: "a step by length without its base price above it", zh: "长度分段缺少前面的基础价" };
const unread = (cell: string): Text => ({ en: `“${cell}” is no price`, zh: `“${cell}”不是价格` });
const noDate = (cell: string): Text => ({ en: `“${cell}” is no date`, zh: `“${cell}”不是日期` });
