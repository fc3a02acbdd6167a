import { group } from "d3";
import type { Answer } from "./database.ts";

/** What a chart of an answer shows: lines where something goes on along days or numbers, else a bar a row. */
export type Shape =
  | { readonly kind: "lines"; readonly x: string; readonly y: string; readonly lines: readonly Line[] }
  | { readonly kind: "bars"; readonly y: string; readonly bars: readonly Bar[]; readonly left: number };

interface Line {
  readonly name: string; // empty: there is one
  readonly points: readonly (readonly [x: number | string, y: number])[]; // a text is an ISO date
}

interface Bar {
  readonly name: string;
  readonly value: number;
}

const MOST_LINES = 8;
const MOST_BARS = 16;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Null where there is nothing to draw: no numbers, or one row. */
export function shapeOf({ head, rows }: Answer): Shape | null {
  if (rows.length < 2) return null;
  const is = (k: number, test: (x: unknown) => boolean) =>
    rows.some((row) => row[k] !== null) && rows.every((row) => row[k] === null || test(row[k]));
  const columns = head.map((_, k) => k);
  const numbers = columns.filter((k) => is(k, (x) => typeof x === "number"));
  const day = columns.find((k) => is(k, (x) => typeof x === "string" && DAY.test(x)));
  const words = columns.filter((k) => k !== day && !numbers.includes(k) && isSaying(rows, k));
  const counts = day === undefined && words.length === 0 && numbers.length > 1; // the first number says where
  const [x, y] = counts ? numbers : [day, numbers[0]];
  if (y === undefined) return null;
  const nameOf = (row: readonly unknown[]) => words.map((k) => String(row[k] ?? "–")).join(" · ");
  const lines = x === undefined ? [] : linesOf(rows, nameOf, x, y);
  if (x !== undefined && lines.length > 0) return { kind: "lines", x: head[x], y: head[y], lines };
  const called = (row: readonly unknown[], k: number) => nameOf(row) || String(row[x ?? -1] ?? k + 1);
  const bars = rows.flatMap((row, k) => {
    const value = row[y];
    return typeof value === "number" && Number.isFinite(value) ? [{ name: called(row, k), value }] : [];
  });
  return bars.length < 2
    ? null
    : { kind: "bars", y: head[y], bars: bars.slice(0, MOST_BARS), left: Math.max(0, bars.length - MOST_BARS) };
}

/** A column that tells rows apart. */
const isSaying = (rows: Answer["rows"], k: number): boolean => new Set(rows.map((row) => row[k])).size > 1;

/** Rows of one name, where they go forward and there are three of them at least; none where there are too many. */
function linesOf(rows: Answer["rows"], nameOf: (row: readonly unknown[]) => string, x: number, y: number): Line[] {
  const byName = group(rows, nameOf);
  const lines = [...byName].map(([name, own]) => ({
    name,
    points: own.flatMap((row) => {
      const [at, value] = [row[x], row[y]];
      const isPoint = typeof value === "number" && Number.isFinite(value) && at !== null;
      return isPoint ? [[at as number | string, value] as const] : [];
    }),
  }));
  const goesOn = ({ points }: Line) => points.length > 2 && points.every(([at], k) => k === 0 || points[k - 1][0] < at);
  return lines.length <= MOST_LINES && lines.every(goesOn) ? lines : [];
}
