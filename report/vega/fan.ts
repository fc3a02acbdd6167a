import type { Fan } from "../../charts/data/fan-of.ts";
import type { Ink } from "../../charts/theme/theme.ts";
import { type Look, type Spec, value } from "./spec.ts";

interface FanDrawing {
  readonly fan: Fan;
  readonly dates: readonly string[];
  readonly ink: Ink;
  readonly unit: string; // over the axis; empty: none
  readonly percent: boolean;
  readonly height: number; // [px]
  readonly at: string; // the date looked at
}

/** A series over many runs: the middle nine tenths, the middle half, the median. */
export function fanSpec({ fan, dates, ink, unit, percent, height, at }: FanDrawing, { theme }: Look): Spec {
  const [p5, p25, p50, p75, p95] = fan.quantiles;
  const values = dates.map((date, t) => ({
    date,
    ...Object.fromEntries(Object.entries({ p5, p25, p50, p75, p95 }).map(([name, q]) => [name, value(q[t])])),
  }));
  const x = { field: "date", type: "temporal", title: null };
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    title: unit || null,
    scale: { zero: false },
    axis: percent ? { format: "%" } : {},
  });
  const band = (low: string, high: string): Spec => ({
    mark: { type: "area", color: ink.mark, opacity: 0.18, tooltip: true },
    encoding: { x, y: y(low), y2: { field: high } },
  });
  return {
    width: 560,
    height,
    data: { values },
    layer: [
      band("p5", "p95"),
      band("p25", "p75"),
      { mark: { type: "line", color: ink.mark, tooltip: true }, encoding: { x, y: y("p50") } },
      {
        data: { values: [{ date: at }] },
        mark: { type: "rule", color: theme.ink3, strokeDash: [2, 3] },
        encoding: { x: { field: "date", type: "temporal" } },
      },
    ],
  };
}
