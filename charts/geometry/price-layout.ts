import { scaleLog } from "d3";
import { type ChartLine, extent } from "../data/chart-line.ts";
import type { FreeLane } from "../data/free-lanes.ts";
import { PITCH, rowsOf } from "./gutter-rows.ts";
import { metroOffsets } from "./metro.ts";
import type { GutterRow, PanelLayout, Plot, TickText } from "./plot.ts";

export const LANE = 14; // px

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
