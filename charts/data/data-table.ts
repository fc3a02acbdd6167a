import { inert } from "../../engine/text/inert.ts";
import type { ChartLine } from "./chart-line.ts";

export interface DataTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The chart's numbers, one row a date (every `step` ticks and the last), plain for machines and people alike.
 * @param times factor to the unit that stands over the table: 100 where that is per cent
 */
export function dataTable(
  lines: readonly ChartLine[],
  dates: readonly string[],
  first: string,
  step = 1,
  times = 1,
): DataTable {
  const ticks = dates.map((_, t) => t).filter((t) => t % step === 0 || t === dates.length - 1);
  const columns = lines.flatMap((line) => [
    { name: line.title, values: line.values },
    ...(line.low && line.high
      ? [
          { name: `${line.title} 10%`, values: line.low },
          { name: `${line.title} 90%`, values: line.high },
        ]
      : []),
  ]);
  return {
    head: [first, ...columns.map((c) => c.name)],
    rows: ticks.map((t) => [dates[t], ...columns.map((c) => plain(times * c.values[t]))]),
  };
}

const plain = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(6))) : "");

/** Tab-separated, as spreadsheets paste it. */
export const tsv = ({ head, rows }: DataTable): string =>
  [head, ...rows].map((row) => row.map(inert).join("\t")).join("\n");

/** Comma-separated (RFC 4180), quoted where a cell needs it. */
export const csv = ({ head, rows }: DataTable): string =>
  forExcel([head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n");

export const BYTE_ORDER_MARK = "\ufeff";

/** Whether Excel takes a text for one in the system's own encoding, unless a mark stands before it. */
export const needsMark = (text: string): boolean => /[\u0080-\uffff]/.test(text);

/** Comma-separated text that Excel reads as what it is; plain ASCII needs nothing. */
export const forExcel = (text: string): string => (needsMark(text) ? BYTE_ORDER_MARK + text : text);

/** A cell of comma-separated values, as RFC 4180 has it. */
export const csvCell = (cell: string): string => quoted(inert(cell));

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
