import type { MeterId } from "../engine/price.ts";
import type { Text } from "../engine/text/text.ts";
import { type Column, columnsOf } from "./columns.ts";
import { filledDown } from "./merged.ts";
import * as words from "./sheet-words.ts";
import { currencyIn, perMillionOf, unitOf } from "./unit.ts";

export const METERS = ["input", "output", "cached", "cacheWrite"] as const satisfies readonly MeterId[];

/** What all rows of a table share, and what was taken for granted to read it so. */
export interface Sheet {
  readonly at: ReadonlyMap<Column, number>; // which cell of a row says what
  readonly heading: (column: Column) => string;
  readonly units: ReadonlyMap<Column, string>; // as headings say them
  readonly otherwise: string; // the unit of prices for which neither heading nor row has one
  readonly currency: string | null; // of prices for which neither cell nor row has one
  readonly body: readonly (readonly string[])[];
  readonly notes: readonly Text[];
}

/** Reads the headings of a table, and what stands above them. */
export function sheetOf(cells: readonly (readonly string[])[], first: number): Sheet {
  const headings = cells[first];
  const { at, unread, doubled } = columnsOf(headings);
  const heading = (column: Column) => headings[at.get(column) ?? -1]?.normalize("NFKC").trim() ?? "";
  const units = new Map([...at].map(([column]) => [column, unitOf(heading(column))] as const));
  const title = cells.slice(0, first).map((row) => row.join(" "));
  const { body, notes } = named(cells.slice(first + 1), at);
  const { otherwise, note } = unitOtherwise({ at, heading, units, body }, title);
  const told = [...unread].flatMap(([text, k]) => (body.some((row) => row[k]?.trim()) ? [text] : []));
  return {
    at,
    heading,
    units,
    otherwise,
    currency: [...headings, ...title].map(currencyIn).find((code) => code !== null) ?? null,
    body,
    notes: [
      ...(note ? [note] : []),
      ...notes.map((rows) => words.filled(rows.map((k) => first + k + 2))),
      ...(at.has("discount") ? [words.discount(heading("discount"))] : []),
      ...(told.length > 0 ? [words.unread(told)] : []),
      ...doubled.map(words.doubled),
    ],
  };
}

/** The rows with the names that merged cells give them, and which rows those are. */
function named(rows: readonly (readonly string[])[], at: Sheet["at"]): { body: Sheet["body"]; notes: number[][] } {
  const k = at.get("vendor");
  if (k === undefined) return { body: rows, notes: [] };
  const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === "");
  const whole = rows.map((row, r) => ({ row, r })).filter(({ row }) => !isBlank(row));
  const { filled, at: places } = filledDown(whole.map(({ row }) => row[k]?.trim() ?? ""));
  if (places.length === 0) return { body: rows, notes: [] };
  const body = [...rows];
  for (const place of places) body[whole[place].r] = whole[place].row.with(k, filled[place]);
  return { body, notes: [places.map((place) => whole[place].r)] };
}

/** The unit of prices that have none: of the line above the headings, of another heading, or as their size tells. */
function unitOtherwise(
  { at, heading, units, body }: Pick<Sheet, "at" | "heading" | "units" | "body">,
  title: readonly string[],
): { otherwise: string; note: Text | null } {
  const columns = METERS.filter((meter) => at.has(meter));
  const bare = columns.filter((meter) => units.get(meter) === "");
  if (bare.length === 0 || at.has("unit")) return { otherwise: "", note: null };
  const above = title.map(unitOf).find((unit) => unit !== "");
  if (above) return { otherwise: above, note: null };
  const from = columns.find((meter) => units.get(meter) !== "");
  if (from) return { otherwise: units.get(from)!, note: words.borrowed(bare.map(heading), heading(from)) };
  const numbers = bare.flatMap((meter) => body.map((row) => Number(row[at.get(meter)!] || NaN))).filter((x) => x > 0);
  if (numbers.length === 0) return { otherwise: "", note: null };
  const isOfToken = numbers.every((x) => x <= MOST_OF_TOKEN);
  return { otherwise: isOfToken ? "/token" : "", note: words.bare(isOfToken) };
}

/** Bare numbers none of which is above half a thousandth are prices of one token. */
const MOST_OF_TOKEN = 5e-4;

/** Whether two units are of as many tokens. */
export const alike = (a: string, b: string): boolean => perMillionOf(a) === perMillionOf(b);
