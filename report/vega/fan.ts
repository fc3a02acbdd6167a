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
  const [low, lower, middle, upper, high] = fan.levels.map((level) => `p${Math.round(100 * level)}`);
  const values = dates.map((date, t) => ({
    date,
    ...Object.fromEntries([low, lower, middle, upper, high].map((name, k) => [name, value(fan.quantiles[k][t])])),
  }));
  const x = { field: "date", type: "temporal", title: null };
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    title: unit || null,
    scale: { zero: false },
    axis: percent ? { format: "%" } : {},
  });
  const band = (from: string, to: string): Spec => ({
    mark: { type: "area", color: ink.mark, opacity: 0.18, tooltip: true },
    encoding: { x, y: y(from), y2: { field: to } },
  });
  return {
    width: 560,
    height,
    data: { values },
    layer: [
      band(low, high),
      band(lower, upper),
      { mark: { type: "line", color: ink.mark, tooltip: true }, encoding: { x, y: y(middle) } },
      {
        data: { values: [{ date: at }] },
        mark: { type: "rule", color: theme.ink3, strokeDash: [2, 3] },
        encoding: { x: { field: "date", type: "temporal" } },
      },
    ],
  };
}
