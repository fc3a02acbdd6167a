import { measure as measureOf } from "../../charts/data/measures.ts";
import type { ChartLine } from "../../charts/data/chart-line.ts";
import { unitText } from "../../charts/data/values.ts";
import { type Language, say } from "../../engine/index.ts";
import type { PanelDrawing } from "../figures/figure.ts";
import { DATE } from "../figures/figure-words.ts";
import { FREE_AT } from "./vega-words.ts";
import { type Look, type Spec, value } from "./spec.ts";

const WIDTH = 560;

/** Lines over time as they are drawn, with their axis. */
interface LinesDrawing extends Pick<PanelDrawing, "dates" | "lines" | "height"> {
  readonly unit: string; // over the axis; empty: none
  readonly percent?: boolean; // shares on it
  readonly log?: boolean;
  readonly step?: boolean; // a value stays until the next
  readonly free?: PanelDrawing["free"];
  readonly markers?: PanelDrawing["markers"];
}

/** A measure's series over time. */
export function panelSpec(drawing: PanelDrawing, look: Look): Spec {
  const measure = measureOf(drawing.measure);
  const { currency } = drawing;
  return linesSpec(
    {
      ...drawing,
      unit: unitText({ measure, currency, lang: look.lang }),
      percent: measure.format === "share",
      log: measure.scale === "log",
      step: measure.shape === "step",
    },
    look,
  );
}

/** Bands, the baseline in grey, lines; what is given away along the bottom; launches and notes as rules. */
export function linesSpec(drawing: LinesDrawing, { lang, theme }: Look): Spec {
  const { dates, lines, height, unit, percent, log = false, step, free = [], markers = [] } = drawing;
  const nameOf = namesOf(lines);
  const title = unit || null;
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    title,
    scale: log ? { type: "log" } : { zero: false },
    axis: percent ? { format: "%" } : {},
  });
  const x = { field: "date", type: "temporal", title: null };
  const interpolate = step ? "step-after" : "linear";
  const domain = lines.map(nameOf);
  const color = {
    field: "series",
    type: "nominal",
    title: null,
    scale: { domain, range: lines.map(({ ink }) => ink.mark) },
  };
  const { ghost, ink3 } = theme;
  const layer: Spec[] = [
    {
      transform: [{ filter: "isValid(datum.low)" }],
      mark: { type: "area", opacity: 0.18, interpolate },
      encoding: { x, y: y("low"), y2: { field: "high" }, color },
    },
    {
      transform: [{ filter: "isValid(datum.baseline)" }],
      mark: { type: "line", color: ghost, strokeWidth: 1, interpolate },
      encoding: { x, y: y("baseline"), detail: { field: "series", type: "nominal" } },
    },
    {
      mark: { type: "line", interpolate, tooltip: true },
      encoding: {
        x,
        y: y("value"),
        color,
        ...dashes(lines, domain),
        tooltip: [
          { field: "series", type: "nominal", title: null },
          { field: "date", type: "temporal", title: say(DATE, lang) },
          { field: "value", type: "quantitative", title },
        ],
      },
    },
    ...freeLayer(free, dates, lang),
    ...(markers.length > 0 ? [markerLayer(markers, dates, ink3)] : []),
  ];
  return { width: WIDTH, height, data: { values: lines.flatMap((l) => rowsOf(l, nameOf(l), dates, log)) }, layer };
}

/** What a line is called: in full where the short names of two are the same. */
function namesOf(lines: readonly ChartLine[]): (line: ChartLine) => string {
  const short = new Set(lines.map(({ label }) => label)).size === lines.length;
  return ({ label, title }) => (short ? label : title);
}

/** What no colour tells apart, dashes do. */
function dashes(lines: readonly ChartLine[], domain: readonly string[]): Spec {
  const patterns = lines.map(({ dash, pattern, reference }) => dash ?? pattern ?? (reference ? "1 3" : ""));
  if (patterns.every((pattern) => pattern === "")) return {};
  const range = patterns.map((pattern) => (pattern === "" ? [1, 0] : pattern.split(/[ ,]+/).map(Number)));
  return { strokeDash: { field: "series", type: "nominal", title: null, scale: { domain, range } } };
}

/** A row a day that has something to draw. A log axis has no zero: what is free is drawn apart. */
function rowsOf(
  { values, low, high, baseline }: ChartLine,
  series: string,
  dates: readonly string[],
  log: boolean,
): Spec[] {
  const drawn = (x: number | undefined) => (log && x !== undefined && x <= 0 ? null : value(x));
  return dates.flatMap((date, t) => {
    const row = {
      value: drawn(values[t]),
      low: drawn(low?.[t]),
      high: drawn(high?.[t]),
      baseline: drawn(baseline?.[t]),
    };
    if (Object.values(row).every((x) => x === null)) return [];
    const there = Object.entries(row).filter(([name, x]) => name === "value" || x !== null);
    return [{ date, series, ...Object.fromEntries(there) }];
  });
}

/** What is given away, and from when to when, as bars at the foot. */
function freeLayer(free: PanelDrawing["free"], dates: readonly string[], lang: Language): Spec[] {
  if (free.length === 0) return [];
  const values = free.flatMap(({ name, products, spans, ink }) =>
    spans.map(({ from, to }) => ({ vendor: name, products, from: dates[from], to: dates[to], ink: ink.mark })),
  );
  return [
    {
      data: { values },
      mark: { type: "bar", height: 4, yOffset: 6 },
      encoding: {
        x: { field: "from", type: "temporal" },
        x2: { field: "to" },
        y: { value: "height" },
        color: { field: "ink", type: "nominal", scale: null },
        tooltip: [
          { field: "vendor", type: "nominal", title: say(FREE_AT, lang) },
          { field: "products", type: "nominal", title: null },
        ],
      },
    },
  ];
}

function markerLayer(markers: PanelDrawing["markers"], dates: readonly string[], color: string): Spec {
  return {
    data: { values: markers.map(({ tick, text }) => ({ date: dates[tick], text })) },
    encoding: { x: { field: "date", type: "temporal" } },
    layer: [
      { mark: { type: "rule", strokeDash: [2, 3], color } },
      {
        mark: { type: "text", align: "left", baseline: "top", dx: 3, fontSize: 10, color },
        encoding: { text: { field: "text", type: "nominal" }, y: { value: 0 } },
      },
    ],
  };
}
