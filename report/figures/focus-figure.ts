import type { Focus, Language } from "../../engine/index.ts";
import { measureOfFocus } from "../../charts/data/focus-measure.ts";
import type { Marker } from "../../charts/marks/time-grid.tsx";
import { date } from "../../words/format.ts";
import { daysOf, seriesName, whoName } from "../../words/focus-words.ts";
import { labelled } from "../../words/punctuation.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { gutterOf, linesFigure } from "./lines-figure.ts";

const HEIGHT = 130;

/** The path of what is in focus: its own line with the band and the baseline's, on an axis of its own. */
export function focusFigure(focus: Focus, input: FigureInput): Figure | null {
  const measure = measureOfFocus(focus);
  if (!measure) return null;
  const only = focus.entity === "market" ? undefined : (id: string) => id === focus.id;
  const figure = linesFigure({ id: `focus-${focus.name}`, measure: measure.id, height: HEIGHT, only }).build(input);
  if (!figure || figure.drawing.kind !== "panel") return null;
  const days = daysMarked(focus, input);
  const drawing = { ...figure.drawing, markers: [...figure.drawing.markers, ...days] };
  const title = titleOf(focus, input, input.lang);
  if (days.length !== 1) return { ...figure, drawing, title };
  const [{ tick }] = days; // the number at the right is the one the sentence says
  const gutter = gutterOf(input, input.run.recording.dates[tick]);
  return { ...figure, drawing: { ...drawing, at: tick }, gutter, title };
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
