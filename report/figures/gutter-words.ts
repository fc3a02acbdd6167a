import { lastTick, firstTick } from "../../charts/data/chart-line.ts";
import type { GutterRow } from "../../charts/geometry/layout.ts";
import type { Measure } from "../../charts/data/measure.ts";
import { changeText, valueText } from "../../charts/data/values.ts";
import type { Language } from "../../engine/index.ts";
import { FREE, setting } from "../../words/format.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
}

/** What stands beside a line's end: its last value, and how far that is from the baseline's, or from its own first. */
export function freeOrValue(row: GutterRow, context: Context): { value: string; change: string } {
  const zh = context.lang === "zh";
  if (row.free) {
    const { was } = row.free;
    const before = zh ? `原 ${setting(was)}` : `was ${setting(was)}`;
    return { value: FREE[context.lang], change: Number.isFinite(was) && was > 0 ? before : "" };
  }
  const { line } = row;
  if (!line) return { value: "", change: "" };
  const last = lastTick(line.values);
  const from = line.baseline ? line.baseline[last] : line.values[firstTick(line.values)];
  return { value: valueText(line.values[last], context), change: changeText(line.values[last], from, context) };
}
