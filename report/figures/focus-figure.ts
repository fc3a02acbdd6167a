import type { Focus, Language } from "../../engine/index.ts";
import { measureOfFocus } from "../../charts/data/focus-measure.ts";
import type { Marker } from "../../charts/marks/time-grid.tsx";
import { date } from "../../words/format.ts";
import { daysOf, seriesName, whoName } from "../../words/focus-words.ts";
import { labelled } from "../../words/punctuation.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { linesFigure } from "./lines-figure.ts";

const HEIGHT = 130;

/** The path of what is in focus: its own line with the band and the baseline's, on an axis of its own. */
export function focusFigure(focus: Focus, input: FigureInput): Figure | null {
  const measure = measureOfFocus(focus);
  if (!measure) return null;
  const only = focus.entity === "market" ? undefined : (id: string) => id === focus.id;
  const figure = linesFigure({ id: `focus-${focus.name}`, measure: measure.id, height: HEIGHT, only }).build(input);
  if (!figure || figure.drawing.kind !== "panel") return null;
  const drawing = { ...figure.drawing, markers: [...figure.drawing.markers, ...daysMarked(focus, input)] };
  return { ...figure, drawing, title: titleOf(focus, input, input.lang) };
}

/** The day looked at, or both ends of the days. */
function daysMarked(focus: Focus, { run, lang }: FigureInput): Marker[] {
  if (focus.when === "") return [];
  const { dates } = run.recording;
  const { from, to } = daysOf(focus, run.scenario);
  return [...new Set([from, to])].map((day) => ({
    tick: dates.findLastIndex((d) => d <= day),
    text: date(day, lang, true),
  }));
}

function titleOf(focus: Focus, { run }: FigureInput, lang: Language): string {
  const what = seriesName(focus, lang);
  return focus.entity === "market" ? what : labelled(whoName(focus, run.scenario, lang), what, lang);
}
