import { type ChartLine, firstTick, lastTick } from "../../charts/data/chart-line.ts";
import type { GutterRow } from "../../charts/geometry/plot.ts";
import type { Measure } from "../../charts/data/measure.ts";
import { changeText, valueText } from "../../charts/data/values.ts";
import { type Language, say } from "../../engine/index.ts";
import { FREE, setting } from "../../words/format.ts";
import { FRESH, HELD, was } from "./figure-words.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
}

/** The text at a line's end: its last value, or that of the day asked about, and how far that has come. */
export function freeOrValue(row: GutterRow, context: Context, at?: number): { value: string; change: string } {
  if (row.free) {
    if (at !== undefined && !row.free.spans.some(({ from, to }) => from <= at && at <= to))
      return { value: "–", change: "" };
    const before = row.free.was;
    const change = Number.isFinite(before) && before > 0 ? say(was, context.lang)(setting(before)) : "";
    return { value: say(FREE, context.lang), change };
  }
  const { line } = row;
  if (!line) return { value: "", change: "" };
  const last = at ?? lastTick(line.values);
  return { value: valueText(line.values[last], context), change: changed(line, last, context) };
}

/** Against the baseline, or its own start; what was not there at the start is new. */
function changed({ values, baseline }: ChartLine, t: number, context: Context): string {
  if (baseline) return changeText(values[t], baseline[t], context);
  const first = firstTick(values);
  if (first > 0) return say(FRESH, context.lang);
  return values[t] === values[first] ? say(HELD, context.lang) : changeText(values[t], values[first], context);
}
