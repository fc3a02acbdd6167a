import type { Focus, Language } from "../../engine/index.ts";
import { measureOfFocus } from "../../charts/data/focus-measure.ts";
import { seriesName, whoName } from "../../words/focus-words.ts";
import { labelled } from "../../words/punctuation.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { linesFigure } from "./lines-figure.ts";

const HEIGHT = 130;

/** The path of what is in focus: its own line with the band and the baseline's, on an axis of its own. */
export function focusFigure(focus: Focus, input: FigureInput): Figure | null {
  const measure = measureOfFocus(focus);
  if (!measure) return null;
  const only = focus.entity === "market" ? undefined : (id: string) => id === focus.id;
  const lines = linesFigure({ id: `focus-${focus.name}`, measure: measure.id, height: HEIGHT, only });
  const figure = lines.build({ ...input, focus });
  return figure && { ...figure, title: titleOf(focus, input, input.lang) };
}

function titleOf(focus: Focus, { run }: FigureInput, lang: Language): string {
  const what = seriesName(focus, lang);
  return focus.entity === "market" ? what : labelled(whoName(focus, run.scenario, lang), what, lang);
}
