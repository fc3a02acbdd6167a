import type { Language } from "../../engine/index.ts";
import type { ReportDocument } from "../document/model.ts";
import { LEFT, plotHeight, RIGHT, WIDTH } from "../figures/draw.tsx";
import type { Figure } from "../figures/index.ts";

/** What a live report needs to answer a pointer before anything was run: the lines it shows, six digits each. */
export interface LiveData {
  readonly lang: Language;
  readonly sections: readonly string[];
  readonly figures: readonly LiveFigure[];
}

export interface LiveFigure {
  readonly id: string;
  readonly measure: string;
  readonly currency: string;
  readonly dates: readonly string[];
  readonly left: number; // of the plot, in the picture's own pixels
  readonly right: number;
  readonly width: number;
  readonly height: number; // of the plots
  readonly lines: readonly LiveLine[];
}

interface LiveLine {
  readonly label: string;
  readonly color: string;
  readonly values: readonly (number | null)[]; // by date
}

export const liveData = ({ lang, sections }: ReportDocument): LiveData => ({
  lang,
  sections: sections.map(({ id }) => id),
  figures: sections.flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === "figure" ? liveFigure(b.figure, lang) : [])),
  ),
});

/** None for what has no time axis with lines. */
export function liveFigure({ id, drawing }: Figure, lang: Language): LiveFigure[] {
  if (drawing.kind !== "panel") return [];
  const { measure, currency, dates, lines } = drawing;
  const shown = lines.map(({ label, ink, values }) => ({ label, color: ink.text, values: Array.from(values, round6) }));
  return [
    {
      id,
      measure,
      currency,
      dates,
      left: LEFT,
      right: WIDTH - RIGHT,
      width: WIDTH,
      height: plotHeight(drawing, lang),
      lines: shown,
    },
  ];
}

/** Six significant digits; null for what does not exist. */
const round6 = (x: number): number | null => (Number.isFinite(x) ? Number(x.toPrecision(6)) : null);
