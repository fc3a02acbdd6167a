import { scaleLinear } from "d3";
import { type ChartLine, extent } from "../data/chart-line.ts";
import type { Measure } from "../data/measure.ts";
import type { Box, Plot, TickText } from "./plot.ts";

/**
 * What lines span inside the clamp, with a margin; `far`: so far above zero that an axis from zero would flatten them.
 */
export function reach(lines: readonly ChartLine[], clamp: Measure["clamp"]) {
  const [least, most] = extent(lines) ?? [0, 1];
  const [floor, top] = lines.length === 1 ? letOut(clamp, lines[0]) : (clamp ?? [-Infinity, Infinity]);
  const low = Math.max(least, floor);
  const high = Math.min(most, top);
  return { low, high, pad: (high - low || Math.abs(high) || 1) * 0.06, far: low > 0 && low > 0.6 * high };
}

const FAR_OUT = 4; // clamps

/** A band may leave the plot; a line that is looked at by itself may not, unless it would flatten all else. */
function letOut(clamp: Measure["clamp"], { values, baseline }: ChartLine): readonly [number, number] {
  if (!clamp) return [-Infinity, Infinity];
  const seen = [...values, ...(baseline ?? [])].filter(Number.isFinite);
  const [least, most] = [Math.min(clamp[0], ...seen), Math.max(clamp[1], ...seen)];
  return [Math.max(least, FAR_OUT * clamp[0]), Math.min(most, FAR_OUT * clamp[1])];
}

/** An axis that holds every line, zero included unless the lines lie far above it. */
export function domainOf(lines: readonly ChartLine[], clamp: Measure["clamp"]): [number, number] {
  const { low, high, pad, far } = reach(lines, clamp);
  return [far || low < 0 ? low - pad : 0, high > 0 ? high + pad : 0];
}

/** Lines on a linear axis. */
export function linear(
  lines: readonly ChartLine[],
  domain: [number, number],
  { top, height }: Box,
  tickText: TickText,
): Plot {
  const scale = scaleLinear(domain, [top + height, top + 4]);
  const ticks = scale.ticks(Math.max(2, Math.round(height / 44)));
  const last = ticks.at(-1);
  return {
    top,
    height,
    shape: "line",
    lines,
    y: (value) => scale(value),
    ticks: ticks.map((value) => ({ y: scale(value), label: tickText(value, value === last) })),
    zero: domain[0] <= 0 ? scale(0) : undefined,
  };
}
