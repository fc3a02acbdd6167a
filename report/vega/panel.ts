import { measure as measureOf } from "../../charts/data/measures.ts";
import type { ChartLine } from "../../charts/data/chart-line.ts";
import { unitText } from "../../charts/data/values.ts";
import { THEMES } from "../../charts/theme/theme.ts";
import { type Language, say } from "../../engine/index.ts";
import type { PanelDrawing } from "../figures/figure.ts";
import { DATE } from "../figures/figure-words.ts";
import { FREE_AT } from "./vega-words.ts";
import { type Spec, value } from "./spec.ts";

const WIDTH = 560;

/** Series over time: bands, the baseline in grey, lines; what is given away along the bottom; launches as rules. */
export function panelSpec(drawing: PanelDrawing, lang: Language): Spec {
  const { dates, lines, markers, currency, height } = drawing;
  const measure = measureOf(drawing.measure);
  const log = measure.scale === "log";
  const rows = lines.flatMap((line) => rowsOf(line, dates, log));
  const title = unitText({ measure, currency, lang }) || null;
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    title,
    scale: log ? { type: "log" } : { zero: false },
    axis: measure.format === "share" ? { format: "%" } : {},
  });
  const x = { field: "date", type: "temporal", title: null };
  const interpolate = measure.shape === "step" ? "step-after" : "linear";
  const inks = { domain: lines.map(({ label }) => label), range: lines.map(({ ink }) => ink.mark) };
  const color = { field: "series", type: "nominal", title: null, scale: inks };
  const { ghost, ink3 } = THEMES.light;
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
        tooltip: [
          { field: "series", type: "nominal", title: null },
          { field: "date", type: "temporal", title: say(DATE, lang) },
          { field: "value", type: "quantitative", title },
        ],
      },
    },
    ...freeLayer(drawing, lang),
    ...(markers.length > 0 ? [markerLayer(drawing, ink3)] : []),
  ];
  return { width: WIDTH, height, data: { values: rows }, layer };
}

/** A row a day that has something to draw. A log axis has no zero: what is free is drawn apart. */
function rowsOf({ label, values, low, high, baseline }: ChartLine, dates: readonly string[], log: boolean): Spec[] {
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
    return [{ date, series: label, ...Object.fromEntries(there) }];
  });
}

/** What is given away, and from when to when, as bars at the foot. */
function freeLayer({ free, dates }: PanelDrawing, lang: Language): Spec[] {
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

function markerLayer({ markers, dates }: PanelDrawing, color: string): Spec {
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
