import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { dataTable } from "../../../charts/data/data-table.ts";
import type { PredictionLine } from "../../../charts/marks/prediction.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import { DataTableButton } from "../../controls/data-table-button.tsx";
import { useSection } from "../../i18n/index.ts";
import { useMode } from "../../store/preferences.ts";
import type { Lesson } from "./lesson.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly dates: readonly string[];
  readonly lines: readonly PredictionLine[];
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null; // around what the run gave
}

const DASH = { yours: "5 4", without: "2 4" } as const;

/** A lesson's chart as numbers and as data, in the lesson's own unit. */
export function PictureData({ lesson, dates, lines, band }: Props) {
  const say = useSection(learn);
  const theme = THEMES[useMode()];
  const { what, unit, per } = say(lesson.words);
  const scaled = (x: ArrayLike<number>) => Float64Array.from(x, (v) => v / per);
  const shown = lines
    .filter(({ label }) => label !== "")
    .map(({ id, label, ticks, values }, k): ChartLine => {
      const all = new Float64Array(dates.length).fill(NaN);
      ticks.forEach((tick, at) => (all[tick] = values[at] / per));
      const mark = id === "also" ? theme.ghost : id === "without" ? theme.ink2 : theme.ink;
      const spread = id === "model" && band ? { low: scaled(band.low), high: scaled(band.high) } : {};
      const pattern = id === "yours" || id === "without" ? DASH[id] : undefined;
      const ink = { glyph: "circle" as const, mark, text: mark };
      return { id: String(k), vendor: "", label, title: label, ink, reference: false, values: all, pattern, ...spread };
    });
  const step = Math.max(1, Math.round(dates.length / 60));
  return (
    <DataTableButton
      title={what}
      table={(whole) => dataTable(shown, dates, say("date"), whole ? 1 : step)}
      spec={(vega, look) => vega.linesSpec({ lines: shown, dates, unit, height: 300 }, look)}
    />
  );
}
