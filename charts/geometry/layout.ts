import { scaleLinear, scaleLog } from "d3";
import { type ChartLine, extent, lastTick } from "../data/chart-line.ts";
import { dodge } from "./dodge.ts";
import type { FreeLane } from "../data/free-lanes.ts";
import type { Measure } from "../data/measure.ts";
import { metroOffsets } from "./metro.ts";
import type { Ink } from "../theme/theme.ts";

/** One plot of a panel: a y axis and the lines on it. */
export interface Plot {
  readonly top: number; // [px]
  readonly height: number;
  readonly shape: "step" | "line";
  readonly lines: readonly ChartLine[];
  /** Pixel of a value; `offset` sets apart lines that run together. */
  y(value: number): number;
  readonly offsets?: readonly Float64Array[]; // line x tick [px]
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly zero?: number; // pixel of a zero line inside the plot
  readonly floor?: number; // where a line drops to when its product goes free
}

/** A label in the gutter, with the height of the line's end it leads to. */
export interface GutterRow {
  readonly id: string;
  readonly vendor: string;
  readonly label: string;
  readonly title: string;
  readonly ink: Ink;
  readonly y: number;
  readonly wish: number | null; // null: no leader
  readonly line?: ChartLine;
  readonly free?: FreeLane;
}

export interface PanelLayout {
  readonly height: number;
  readonly plots: readonly Plot[];
  readonly rows: readonly GutterRow[];
  readonly free?: { readonly top: number; readonly height: number; readonly lanes: readonly FreeLane[] };
}

const PITCH = 13.5;
export const LANE = 14;
const GAP = 14;

type TickText = (value: number, top: boolean) => string;

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

/** Prices: a log axis, and under its break a band with a lane for each vendor that gives something away. */
export function priceLayout(
  lines: readonly ChartLine[],
  lanes: readonly FreeLane[],
  height: number,
  tickText: TickText,
): PanelLayout {
  const plotHeight = Math.max(height, lines.length * PITCH);
  const [low, high] = extent(lines, (x) => x > 0) ?? [1, 10];
  const scale = scaleLog([low / 1.25, high * 1.25], [plotHeight, 0]);
  const ticks = oneTwoFive(scale.domain() as [number, number], plotHeight);
  const floor = plotHeight + (lanes.length > 0 ? 5 : 0);
  const plot: Plot = {
    top: 0,
    height: plotHeight,
    shape: "step",
    lines,
    y: (value) => (value > 0 ? scale(value) : NaN),
    offsets: metroOffsets(lines.map((l) => (l.dash === undefined ? l.values : l.values.map(() => NaN)))),
    ticks: ticks
      .filter((value) => scale(value) < plotHeight - 6)
      .map((value) => ({ y: scale(value), label: tickText(value, false) })),
    floor,
  };
  const free = lanes.length > 0 ? { top: floor, height: lanes.length * LANE + 4, lanes } : undefined;
  const freeRows = lanes.map((lane, k) => freeRow(lane, floor + 2 + (k + 0.5) * LANE));
  return {
    height: free ? free.top + free.height : plotHeight,
    plots: [plot],
    rows: [...rowsOf([plot], plotHeight), ...freeRows],
    free,
  };
}

const freeRow = (lane: FreeLane, y: number): GutterRow => ({
  id: `free:${lane.vendor}`,
  vendor: lane.vendor,
  label: lane.name,
  title: `${lane.name} ${lane.products}`,
  ink: lane.ink,
  y,
  wish: null,
  free: lane,
});

function oneTwoFive([low, high]: [number, number], height: number): number[] {
  const decades = Math.log10(high / low);
  const steps = height / decades >= 54 ? [1, 2, 5] : [1];
  const out: number[] = [];
  for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
    for (const m of steps) {
      const value = e < 0 ? m / 10 ** -e : m * 10 ** e;
      if (value >= low && value <= high) out.push(value);
    }
  }
  return out;
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

type Box = Pick<Plot, "top" | "height">;

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

/**
 * What lines span inside the clamp, with a margin; `far`: so far above zero that an axis from zero would flatten them.
 */
function reach(lines: readonly ChartLine[], clamp: Measure["clamp"]) {
  const [least, most] = extent(lines) ?? [0, 1];
  const [floor, top] = lines.length === 1 ? letOut(clamp, lines[0]) : (clamp ?? [-Infinity, Infinity]);
  const low = Math.max(least, floor);
  const high = Math.min(most, top);
  return { low, high, pad: (high - low || Math.abs(high) || 1) * 0.06, far: low > 0 && low > 0.6 * high };
}

const FAR_OUT = 4; // clamps

/** A band may leave the plot; a line that is looked at by itself may not, unless it would flatten all else. */
function letOut(clamp: Measure["clamp"], { values, baseline }: ChartLine): readonly [number, number] {
  if (!clamp) return [-Infinity, Infinity];
  const seen = [...values, ...(baseline ?? [])].filter(Number.isFinite);
  const [least, most] = [Math.min(clamp[0], ...seen), Math.max(clamp[1], ...seen)];
  return [Math.max(least, FAR_OUT * clamp[0]), Math.min(most, FAR_OUT * clamp[1])];
}

/** An axis that holds every line, zero included unless the lines lie far above it. */
export function domainOf(lines: readonly ChartLine[], clamp: Measure["clamp"]): [number, number] {
  const { low, high, pad, far } = reach(lines, clamp);
  return [far || low < 0 ? low - pad : 0, high > 0 ? high + pad : 0];
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

function linear(lines: readonly ChartLine[], domain: [number, number], { top, height }: Box, tickText: TickText): Plot {
  const scale = scaleLinear(domain, [top + height, top + 4]);
  const ticks = scale.ticks(Math.max(2, Math.round(height / 44)));
  const last = ticks.at(-1);
  return {
    top,
    height,
    shape: "line",
    lines,
    y: (value) => scale(value),
    ticks: ticks.map((value) => ({ y: scale(value), label: tickText(value, value === last) })),
    zero: domain[0] <= 0 ? scale(0) : undefined,
  };
}

/** Labels at line ends, in the lines' order, pushed apart. */
function rowsOf(plots: readonly Plot[], height: number): GutterRow[] {
  const ends = plots.flatMap((plot) =>
    plot.lines.flatMap((line) => {
      const t = lastTick(line.values);
      const y = t < 0 ? NaN : plot.y(line.values[t]);
      // A product that went free has no end here: its lane in the free band is labelled.
      return Number.isFinite(y) ? [{ line, wish: Math.max(plot.top, Math.min(plot.top + plot.height, y)) }] : [];
    }),
  );
  const at = dodge(
    ends.map((e) => e.wish),
    PITCH,
    5,
    height - 5,
  );
  const rows = ends.map(({ line, wish }, k) => ({ ...named(line), y: at[k], wish, line }));
  return rows.toSorted((a, b) => a.y - b.y); // read from top to bottom
}

const named = ({ id, vendor, label, title, ink }: ChartLine) => ({ id, vendor, label, title, ink });
