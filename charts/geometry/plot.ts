import type { ChartLine } from "../data/chart-line.ts";
import type { FreeLane } from "../data/free-lanes.ts";
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

/** How a value at a tick is said; the topmost says its unit. */
export type TickText = (value: number, top: boolean) => string;

/** Where a plot stands in its panel. */
export type Box = Pick<Plot, "top" | "height">;
