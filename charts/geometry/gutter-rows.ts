import { type ChartLine, lastTick } from "../data/chart-line.ts";
import { dodge } from "./dodge.ts";
import type { GutterRow, Plot } from "./plot.ts";

export const PITCH = 13.5; // px a label takes

/** Labels at line ends, in the lines' order, pushed apart. */
export function rowsOf(plots: readonly Plot[], height: number): GutterRow[] {
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
