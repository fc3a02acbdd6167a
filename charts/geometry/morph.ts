import type { ChartLine } from "../data/chart-line.ts";
import type { PanelLayout } from "./plot.ts";

/** A panel on its way from the baseline (t = 0) to the run (t = 1): axes and labels stay, lines move. */
export function morphed(layout: PanelLayout, t: number): PanelLayout {
  if (t >= 1) return layout;
  return {
    ...layout,
    plots: layout.plots.map((plot) => ({ ...plot, lines: plot.lines.map((line) => between(line, t)) })),
  };
}

/** Steps move in proportion, as their log axis shows them; where one end has no value, the line waits. */
function between(line: ChartLine, t: number): ChartLine {
  const { baseline, values } = line;
  if (!baseline) return line;
  return { ...line, low: undefined, high: undefined, values: values.map((x, k) => mix(baseline[k], x, t)) };
}

function mix(a: number, b: number, t: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a;
  return a > 0 && b > 0 ? a ** (1 - t) * b ** t : a + (b - a) * t;
}
