import type { SweepPoint } from "../../charts/data/sweep-data.ts";
import type { Axis, Setting } from "../../engine/index.ts";
import { type Look, type Spec, value } from "./spec.ts";

interface MapDrawing {
  readonly cells: readonly {
    readonly x: Setting;
    readonly y: Setting;
    readonly shade: number;
    readonly text: string;
    readonly small?: string;
  }[];
  readonly xName: string;
  readonly yName: string;
  readonly label: (x: Setting) => string;
}

/** Two parameters against each other: a shade and a word a cell. */
export function mapSpec({ cells, xName, yName, label }: MapDrawing, { theme }: Look): Spec {
  const values = cells.map(({ x, y, shade, text, small }) => ({
    x: label(x),
    y: label(y),
    shade: value(shade),
    text: small === undefined ? text : `${text} ${small}`,
  }));
  const upwards = [...new Set(values.map(({ y }) => y))].toReversed();
  const side = (field: string, title: string, sort: unknown) => ({ field, type: "ordinal", title, sort });
  return {
    width: { step: 84 },
    height: { step: 44 },
    data: { values },
    encoding: { x: side("x", xName, null), y: side("y", yName, upwards) },
    layer: [
      {
        mark: { type: "rect", tooltip: true },
        encoding: {
          color: {
            field: "shade",
            type: "quantitative",
            legend: null,
            scale: { domain: [0, 1], range: [theme.surface, theme.ink] },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 11 },
        encoding: {
          text: { field: "text", type: "nominal" },
          color: { condition: { test: "datum.shade > 0.5", value: theme.surface }, value: theme.ink },
        },
      },
    ],
  };
}

interface SweepDrawing {
  readonly axis: Axis;
  readonly d: number; // which of the settings it is
  readonly points: readonly SweepPoint[];
  readonly line: boolean; // one parameter: the means are joined
  readonly xName: string;
  readonly yName: string;
}

/** An output against one parameter: means with the middle nine tenths of their replications, or a point a run. */
export function sweepSpec({ axis, d, points, line, xName, yName }: SweepDrawing, { theme }: Look): Spec {
  const values = points.map((p) => ({
    setting: p.settings[d],
    mean: value(p.mean),
    ...(line && { low: value(p.low), high: value(p.high) }),
  }));
  const isLog = axis.kind === "range" && axis.scale === "log";
  const x =
    axis.kind === "list"
      ? { field: "setting", type: "ordinal", title: xName, sort: null }
      : { field: "setting", type: "quantitative", title: xName, scale: isLog ? { type: "log" } : { zero: false } };
  const y = (field: string) => ({ field, type: "quantitative", title: yName, scale: { zero: false } });
  const joined: readonly Spec[] = line
    ? [
        {
          mark: { type: "area", color: theme.ink, opacity: 0.1 },
          encoding: { x, y: y("low"), y2: { field: "high" } },
        },
        { mark: { type: "line", color: theme.ink }, encoding: { x, y: y("mean") } },
      ]
    : [];
  const point = {
    mark: { type: "point", filled: !line, color: theme.ink, tooltip: true },
    encoding: { x, y: y("mean") },
  };
  return { width: 460, height: 260, data: { values }, layer: [...joined, point] };
}
