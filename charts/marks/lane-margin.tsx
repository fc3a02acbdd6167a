import type { Lane } from "../data/lanes.ts";
import { areaPath } from "../geometry/paths.ts";
import type { ChartTheme } from "../theme/theme.ts";
import type { TimeAxis } from "../geometry/time-axis.ts";
import { spansBelow } from "../data/lanes.ts";

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
  const y = (margin: number) => zero - FULL * Math.max(0, Math.min(1, margin));
  return (
    <g aria-hidden>
      <path d={areaPath(lane.margin, axis, y, zero)} fill={lane.ink.mark} fillOpacity={0.34} />
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
