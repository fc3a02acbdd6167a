import { lastTick, firstTick } from "../../charts/data/chart-line.ts";
import type { GutterRow } from "../../charts/geometry/plot.ts";
import type { Measure } from "../../charts/data/measure.ts";
import { changeText, valueText } from "../../charts/data/values.ts";
import { type Language, say } from "../../engine/index.ts";
import { FREE, setting } from "../../words/format.ts";
import { was } from "./figure-words.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
}

/** The text at a line's end: its last value, or that of the day asked about, and how far that is from the baseline's, or from its own first. */
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
  const from = line.baseline ? line.baseline[last] : line.values[firstTick(line.values)];
  return { value: valueText(line.values[last], context), change: changeText(line.values[last], from, context) };
}
