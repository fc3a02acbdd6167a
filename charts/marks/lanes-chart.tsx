import { memo, type SVGProps } from "react";
import type { Language } from "../../engine/index.ts";
import { LaneMargin } from "./lane-margin.tsx";
import type { Lane, LanePoint } from "../data/lanes.ts";
import { textWidth } from "../geometry/text-width.ts";
import type { ChartTheme } from "../theme/theme.ts";
import type { TimeAxis } from "../geometry/time-axis.ts";
import { type Marker, Markers, TimeGrid } from "./time-grid.tsx";
import { Frame } from "./frame.tsx";

interface LanesProps {
  readonly lanes: readonly Lane[];
  readonly axis: TimeAxis;
  readonly width: number;
  readonly laneHeight: number;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
  readonly focus?: string | null;
  readonly markers?: readonly Marker[];
  /** What a page adds to lanes and points so that they can be edited; a report adds nothing. */
  readonly laneProps?: (lane: Lane) => SVGProps<SVGGElement>;
  readonly pointProps?: (point: LanePoint) => SVGProps<SVGGElement>;
}

/** The event strip: a lane a vendor, its moves as points over its gross margin. */
export const LanesChart = memo(function LanesChart(props: LanesProps) {
  const { lanes, axis, width, laneHeight, theme, lang, summary, focus = null, markers = [] } = props;
  const height = lanes.length * laneHeight;
  const editable = props.pointProps !== undefined;
  return (
    <Frame width={width} height={height} summary={summary} role={editable ? "group" : "img"}>
      <TimeGrid axis={axis} lang={lang} theme={theme} height={height} />
      <Markers markers={markers} axis={axis} theme={theme} height={height} />
      {lanes.map((lane, k) => (
        <g
          key={lane.vendor}
          transform={`translate(0,${k * laneHeight})`}
          opacity={focus && focus !== lane.vendor ? 0.35 : 1}
          {...props.laneProps?.(lane)}
        >
          {editable && (
            <rect
              x={axis.left}
              y={0}
              width={axis.right - axis.left}
              height={laneHeight}
              fill="transparent"
              data-lane={lane.vendor}
              aria-hidden
            />
          )}
          <LaneMargin lane={lane} axis={axis} height={laneHeight} theme={theme} />
          <LaneGhosts lane={lane} axis={axis} middle={laneHeight / 2} theme={theme} />
          {/* Keyed by place: a point that is dragged to another date stays the same element, and keeps the focus. */}
          {lane.points.map((point, i) => (
            <g key={i} {...props.pointProps?.(point)}>
              <PointMark point={point} lane={lane} x={axis.x(point.tick)} y={laneHeight / 2} theme={theme} />
            </g>
          ))}
          {lane.points.map((point, i) => (
            <PointText
              key={point.id}
              point={point}
              x={axis.x(point.tick)}
              next={nextX(lane, i, axis)}
              right={axis.right}
              y={laneHeight / 2}
              theme={theme}
            />
          ))}
        </g>
      ))}
    </Frame>
  );
});

/** Where the next point stands; the end of the axis after the last. */
const nextX = ({ points }: Lane, i: number, axis: TimeAxis) =>
  i + 1 < points.length ? axis.x(points[i + 1].tick) : axis.right + 6;

type MarkProps = {
  readonly point: LanePoint;
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly theme: ChartTheme;
};

/** Filled: set by the scenario or by hand. Hollow: the model's reaction. */
function PointMark({ point, lane, x, y, theme }: MarkProps) {
  const filled = point.kind !== "reaction";
  return (
    <circle
      cx={x}
      cy={y}
      r={filled ? 4.5 : 4}
      fill={filled ? lane.ink.mark : theme.surface}
      stroke={filled ? theme.surface : lane.ink.mark}
      strokeWidth={filled ? 1 : 2}
    />
  );
}

type TextProps = {
  readonly point: LanePoint;
  readonly x: number;
  readonly next: number;
  readonly right: number;
  readonly y: number;
  readonly theme: ChartTheme;
};

/** The fullest wording that fits before the next point. */
function PointText({ point, x, next, right, y, theme }: TextProps) {
  const room = Math.min(next - 6, right) - x - 9;
  const text = point.texts.find((t) => textWidth(t, 11) <= room);
  if (!text) return null;
  return (
    <text
      x={x + 9}
      y={y + 4}
      fontSize={11}
      fill={theme.ink2}
      stroke={theme.surface}
      strokeWidth={3}
      strokeLinejoin="round"
      paintOrder="stroke"
      pointerEvents="none"
      aria-hidden
    >
      {text}
    </text>
  );
}

/** Where the baseline moved: dashed, joined by dots to where the move is now. */
function LaneGhosts({
  lane,
  axis,
  middle,
  theme,
}: {
  readonly lane: Lane;
  readonly axis: TimeAxis;
  readonly middle: number;
  readonly theme: ChartTheme;
}) {
  return (
    <g fill={theme.surface} stroke={theme.ink3} aria-hidden>
      {lane.ghosts.map((ghost) => (
        <circle key={ghost.id} cx={axis.x(ghost.tick)} cy={middle} r={4} strokeWidth={1.25} strokeDasharray="2.5 1.7" />
      ))}
    </g>
  );
}
