import { type ChartLine, extent } from "../data/chart-line.ts";
import type { FreeLane } from "../data/free-lanes.ts";
import type { Measure } from "../data/measure.ts";
import { PITCH, rowsOf } from "./gutter-rows.ts";
import type { Box, PanelLayout, Plot, TickText } from "./plot.ts";
import { priceLayout } from "./price-layout.ts";
import { domainOf, linear, reach } from "./value-axis.ts";

const GAP = 14;

interface Content {
  readonly lines: readonly ChartLine[];
  readonly lanes: readonly FreeLane[]; // what is given away
  readonly measure: Measure;
  readonly tickText: TickText;
  readonly front?: string | null; // whose lines get an axis of their own
}

/** Prices get a log axis with a free band, shares two plots, everything else one. */
export function layoutOf({ lines, lanes, measure, tickText, front = null }: Content, height: number): PanelLayout {
  const own = front === null || measure.scale === "log" ? [] : lines.filter((line) => line.vendor === front);
  if (own.length > 0 && own.length < lines.length) return frontLayout(lines, own, measure, height, tickText);
  if (measure.scale === "log") return priceLayout(lines, lanes, height, tickText);
  return measure.whole ? shareLayout(lines, height, tickText) : linesLayout(lines, measure, height, tickText);
}

const LEADER = 0.1;

const leads = (line: ChartLine): boolean => (extent([line])?.[1] ?? 0) >= LEADER;

/** Whether small shares get a plot of their own. */
export const standApart = (lines: readonly ChartLine[]): boolean => lines.some(leads) && !lines.every(leads);

/** Shares: who ever has a tenth stands apart from who never has, each from zero, the small drawn taller. */
export function shareLayout(lines: readonly ChartLine[], height: number, tickText: TickText): PanelLayout {
  const leaders = lines.filter(leads);
  const challengers = lines.filter((line) => !leaders.includes(line));
  const whole = Math.max(height, lines.length * PITCH);
  if (leaders.length === 0 || challengers.length === 0) {
    const plot = fromZero(lines, { top: 0, height: whole }, tickText);
    return { height: whole, plots: [plot], rows: rowsOf([plot], whole) };
  }
  const small = Math.round((whole - GAP) * 0.29);
  const plots = [
    fromZero(leaders, { top: 0, height: whole - GAP - small }, tickText),
    fromZero(challengers, { top: whole - small, height: small }, tickText),
  ];
  return { height: whole, plots, rows: rowsOf(plots, whole) };
}

function fromZero(lines: readonly ChartLine[], box: Box, tickText: TickText): Plot {
  return linear(lines, [0, (extent(lines)?.[1] ?? 0) || 1], box, tickText);
}

/** Who is asked about below, on an axis that shows it, its band and its distance from the baseline; the rest above. */
function frontLayout(
  lines: readonly ChartLine[],
  own: readonly ChartLine[],
  measure: Measure,
  height: number,
  tickText: TickText,
): PanelLayout {
  const others = lines.filter((line) => !own.includes(line));
  const whole = Math.max(height, lines.length * PITCH + GAP);
  const half = Math.round((whole - GAP) / 2);
  const plotOf = (some: readonly ChartLine[], box: Box): Plot => ({
    ...linear(some, domainOf(some, measure.clamp), box, tickText),
    shape: measure.shape,
  });
  const plots = [
    plotOf(others, { top: 0, height: whole - GAP - half }),
    plotOf(own, { top: whole - half, height: half }),
  ];
  return { height: whole, plots, rows: rowsOf(plots, whole) };
}

/** Any other measure: one linear plot (log where the measure says so), from zero unless that would flatten it. */
export function linesLayout(
  lines: readonly ChartLine[],
  measure: Measure,
  height: number,
  tickText: TickText,
): PanelLayout {
  const whole = Math.max(height, lines.length * PITCH);
  const { low, high, pad, far } = reach(lines, measure.clamp);
  const domain: [number, number] = [far ? low - pad : Math.min(0, low), Math.max(0, high) + pad];
  const plot = { ...linear(lines, domain, { top: 0, height: whole }, tickText), shape: measure.shape };
  return { height: whole, plots: [plot], rows: rowsOf([plot], whole) };
}

/** One linear plot on an axis given from outside: pictures side by side must share theirs to be compared. */
export function layoutOn(
  domain: [number, number],
  lines: readonly ChartLine[],
  height: number,
  tickText: TickText,
): PanelLayout {
  const whole = Math.max(height, lines.length * PITCH);
  const plot = linear(lines, domain, { top: 0, height: whole }, tickText);
  return { height: whole, plots: [plot], rows: rowsOf([plot], whole) };
}
