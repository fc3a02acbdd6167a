import type { ChartLine } from "../../charts/data/chart-line.ts";
import type { DataTable } from "../../charts/data/data-table.ts";
import type { FreeLane } from "../../charts/data/free-lanes.ts";
import type { Lane } from "../../charts/data/lanes.ts";
import type { Run } from "../../charts/data/lines-of.ts";
import type { Marker } from "../../charts/marks/time-grid.tsx";
import type { OutcomeTick, TornadoBar } from "../../charts/data/tornado-bars.ts";
import type { Explained, Focus, Language, Recording } from "../../engine/index.ts";

/** A chart of a report as plain data: what is drawn, and its words. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string; // unit, scale, what bands and grey lines are
  readonly plain: string; // unit and scale alone, for charts without bands and grey lines
  readonly gutter: string; // head of the column of values at the right
  readonly summary: string; // the picture in words
  readonly drawing: Drawing;
  readonly table: DataTable; // its numbers
}

export type Drawing = PanelDrawing | LanesDrawing | WaterfallDrawing | TornadoDrawing;

export interface PanelDrawing {
  readonly kind: "panel";
  readonly measure: string; // id on the registry of measures
  readonly currency: string;
  readonly dates: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly free: readonly FreeLane[];
  readonly markers: readonly Marker[];
  readonly height: number; // of the plot [px]
  readonly at?: number; // tick whose values stand at the right; the last one by default
}

export interface LanesDrawing {
  readonly kind: "lanes";
  readonly dates: readonly string[];
  readonly lanes: readonly Lane[];
  readonly markers: readonly Marker[];
}

export interface WaterfallDrawing {
  readonly kind: "waterfall";
  readonly explained: Pick<Explained, "split" | "low" | "high">;
  readonly from: string;
  readonly to: string;
}

export interface TornadoDrawing {
  readonly kind: "tornado";
  readonly name: string; // of the output
  readonly bars: readonly TornadoBar[];
  readonly origin: number; // output as the scenario stands
  readonly originText: string;
  readonly ticks: readonly OutcomeTick[];
}

/** What a figure is drawn from: the replication drawn, all of them, and what they are held against. */
export interface FigureInput {
  readonly run: Run;
  readonly recordings: readonly Recording[];
  readonly baseline?: Run;
  readonly baselineRecordings?: readonly Recording[];
  readonly explained?: Explained | null;
  readonly focus?: Focus | null; // whose day every figure speaks of; missing, null: the last one
  readonly lang: Language;
}

/** A kind of figure: a file and a line on the registry. Null where a scenario has nothing of the kind to show. */
export interface FigureKind {
  readonly id: string;
  build(input: FigureInput): Figure | null;
}
