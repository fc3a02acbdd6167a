import type { Plot } from "./layout.ts";
import type { TimeAxis } from "./time-axis.ts";

const STEP = 4; // px between the heights tried
const CLEAR = 10; // px to the nearest line that is enough

/** Height in a plot at which a text from pixel `from` to `to` meets no line, the highest such; else the least crowded. */
export function clearSpot(plot: Plot, axis: TimeAxis, from: number, to: number): number {
  const taken = heightsBetween(plot, axis.tickAt(from), axis.tickAt(to));
  let best = { y: plot.top + 12, room: -1 };
  for (let y = plot.top + 10; y <= plot.top + plot.height - 4; y += STEP) {
    const room = Math.min(...taken.map((h) => Math.abs(h - (y - 4))), CLEAR);
    if (room >= CLEAR) return y;
    if (room > best.room) best = { y, room };
  }
  return best.y;
}

function heightsBetween({ lines, y }: Plot, from: number, to: number): number[] {
  const heights = new Set<number>();
  for (const { values } of lines)
    for (let t = from; t <= to; t++) if (Number.isFinite(y(values[t]))) heights.add(Math.round(y(values[t]) / 2) * 2);
  return [...heights];
}
