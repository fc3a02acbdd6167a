import type { Plot } from "./plot.ts";
import type { TimeAxis } from "./time-axis.ts";

const STEP = 4; // px between the heights tried
const CLEAR = 10; // px to the nearest line that is enough

/** A text that takes up the pixels from `from` to `to`; and where it stands, its baseline. */
interface Spot {
  readonly from: number;
  readonly to: number;
}
export type Placed = Spot & { readonly y: number };

/** Height in a plot at which a text meets no line and no other text, the highest such; else the least crowded. */
export function clearSpot(plot: Plot, axis: TimeAxis, { from, to }: Spot, others: readonly Placed[] = []): number {
  const crossing = others.filter((o) => o.from < to && from < o.to);
  const lines = heightsBetween(plot, axis.tickAt(from), axis.tickAt(to));
  const taken = [...lines, ...crossing.flatMap((o) => [o.y, o.y - 8])];
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
