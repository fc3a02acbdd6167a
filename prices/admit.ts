import type { Text } from "../engine/text/text.ts";
import type { PriceRow, Reading, Skipped } from "./row.ts";

/** As many lists of one file are looked at: twice the largest public catalogue, and no wait for who reads. */
const MOST_LISTS = 10_000;
const LONGEST = 120;

/** What may come in of a file that anybody may have written: so many lists, and names that are one line of text. */
export function admitted({ rows, skipped }: Reading): Reading {
  const over = rows.length + skipped.filter(({ why }) => why !== TOO_MANY).length - MOST_LISTS;
  const named = skipped.slice(-MOST_LISTS).map((s): Skipped => ({ ...s, at: plain(s.at), name: plain(s.name) }));
  return {
    rows: rows.slice(0, Math.max(0, MOST_LISTS - named.length)).map(cleaned),
    skipped: over > 0 ? [...named, { at: `+${over}`, name: `+${over}`, why: TOO_MANY }] : named,
  };
}

const cleaned = (row: PriceRow): PriceRow => ({
  ...row,
  at: plain(row.at),
  vendor: plain(row.vendor),
  model: plain(row.model),
  ...(row.source !== undefined && { source: plain(row.source) }),
  ...(row.licence !== undefined && { licence: plain(row.licence) }),
});

/** Without what is not seen or turns the line: control characters, marks of direction, breaks. */
function plain(text: string): string {
  const line = text
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/[\s\p{Cc}\p{Co}\p{Cs}]+/gu, " ")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** The lines of a table that are looked at; further ones are counted, not read. */
export const linesOf = <T>(body: readonly T[]): readonly T[] => body.slice(0, MOST_LISTS);

/** How the lines that were not read are named. */
export const unread = (body: readonly unknown[]): Skipped[] =>
  body.length > MOST_LISTS
    ? [{ at: `+${body.length - MOST_LISTS}`, name: `+${body.length - MOST_LISTS}`, why: TOO_MANY }]
    : [];

const TOO_MANY: Text = {
  en: `beyond the first ${MOST_LISTS} rows, which are as many as are read`,
  zh: `超出前 ${MOST_LISTS} 行，只读这么多`,
};
