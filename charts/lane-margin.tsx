import type { Lane } from "./lanes.ts";
import type { ChartTheme } from "./theme.ts";
import type { TimeAxis } from "./time-axis.ts";

interface Props {
  readonly lane: Lane;
  readonly axis: TimeAxis;
  readonly height: number;
  readonly theme: ChartTheme;
}

const FULL = 9; // px of a gross margin of 100 %
const BELOW = 3.5; // px of the block under the zero line

/** Gross margin along a lane: a bar over the zero line, a red block under it where the vendor sells below cost. */
export function LaneMargin({ lane, axis, height, theme }: Props) {
  const zero = height - BELOW - 1;
  return (
    <g aria-hidden>
      <path d={areaAbove(lane.margin, axis, zero)} fill={lane.ink.mark} fillOpacity={0.34} />
      <line x1={axis.left} x2={axis.right} y1={zero} y2={zero} stroke={theme.line2} shapeRendering="crispEdges" />
      {spansBelow(lane.margin).map(([from, to]) => (
        <rect
          key={from}
          x={axis.x(from)}
          y={zero}
          width={Math.max(2, axis.x(to) - axis.x(from))}
          height={BELOW}
          fill={theme.below}
        />
      ))}
    </g>
  );
}

function areaAbove(margin: Float64Array, axis: TimeAxis, zero: number): string {
  const stride = Math.max(1, Math.floor(margin.length / (axis.right - axis.left)));
  let path = "";
  let open = false;
  for (let t = 0; t < margin.length; t += stride) {
    const x = axis.x(t).toFixed(1);
    const there = Number.isFinite(margin[t]);
    if (there)
      path += `${open ? "L" : `M${x},${zero}L`}${x},${(zero - FULL * Math.max(0, Math.min(1, margin[t]))).toFixed(1)}`;
    else if (open) path += `V${zero}Z`;
    open = there;
  }
  return open ? `${path}V${zero}Z` : path;
}

/** Spans of ticks with a gross margin below zero. */
export function spansBelow(margin: Float64Array): [number, number][] {
  const spans: [number, number][] = [];
  for (let t = 0; t < margin.length; t++) {
    if (!(margin[t] < 0)) continue;
    const last = spans.at(-1);
    if (last && last[1] === t) last[1] = t + 1;
    else spans.push([t, t + 1]);
  }
  return spans.map(([from, to]) => [from, Math.min(to, margin.length - 1)]);
}
