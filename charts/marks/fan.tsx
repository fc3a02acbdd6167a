import { memo } from "react";
import { type Language, say, type Text } from "../../engine/index.ts";
import type { Fan } from "../data/fan-of.ts";
import type { PanelLayout } from "../geometry/plot.ts";
import { bandPath, linePath } from "../geometry/paths.ts";
import type { ChartTheme, Ink } from "../theme/theme.ts";
import type { TimeAxis } from "../geometry/time-axis.ts";
import { TimeGrid, TimeLabels } from "./time-grid.tsx";
import { Frame } from "./frame.tsx";
import { Ticks } from "./ticks.tsx";

interface Props {
  readonly fan: Fan;
  readonly layout: PanelLayout; // of its plot: ticks and scale
  readonly axis: TimeAxis;
  readonly width: number;
  readonly ink: Ink;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
  readonly mark: number; // tick of the date that is looked at
  readonly label: (x: number) => string;
}

const MONTHS = 20;
export const fanHeight = ({ height }: Pick<PanelLayout, "height">): number => height + MONTHS;

/** Median, the middle half and the middle nine tenths of runs over time; the date looked at is marked. */
export const FanChart = memo(function FanChart(props: Props) {
  const { fan, layout, axis, width, ink, theme, lang, summary, mark, label } = props;
  const [plot] = layout.plots;
  const [low, lower, middle, upper, high] = fan.quantiles;
  const height = fanHeight(layout);
  const at = axis.x(mark);
  return (
    <Frame width={width} height={height} summary={summary}>
      <TimeGrid axis={axis} lang={lang} theme={theme} height={layout.height} />
      <Ticks ticks={plot.ticks} left={axis.left} right={axis.right} zero={plot.zero} theme={theme} />
      <path d={bandPath(low, high, axis, plot.y)} fill={ink.mark} fillOpacity={0.13} />
      <path d={bandPath(lower, upper, axis, plot.y)} fill={ink.mark} fillOpacity={0.22} />
      <path d={linePath(middle, axis, plot.y)} fill="none" stroke={ink.mark} strokeWidth={1.75} />
      <line
        x1={at}
        x2={at}
        y1={0}
        y2={layout.height}
        stroke={theme.ink2}
        strokeDasharray="1 3"
        shapeRendering="crispEdges"
      />
      {[0, 2, 4].map((k) => (
        <g key={k}>
          <circle
            cx={at}
            cy={plot.y(fan.quantiles[k][mark])}
            r={k === 2 ? 4.5 : 3}
            fill={theme.surface}
            stroke={ink.mark}
            strokeWidth={k === 2 ? 2.25 : 1.5}
          />
        </g>
      ))}
      <FanLabels {...{ fan, layout, axis, theme, lang, label, mark }} />
      <g transform={`translate(0,${layout.height})`}>
        <TimeLabels axis={axis} lang={lang} theme={theme} height={MONTHS} />
      </g>
    </Frame>
  );
});

type LabelsProps = Pick<Props, "fan" | "layout" | "axis" | "theme" | "lang" | "label" | "mark">;
const PITCH = 14;
const LOWEST: Text = { en: "lowest", zh: "最低" };
const HIGHEST: Text = { en: "highest", zh: "最高" };

/** “P95”; of few runs the highest is what it is called. */
const levelName = (level: number, lang: Language): string =>
  level === 0 ? say(LOWEST, lang) : level === 1 ? say(HIGHEST, lang) : `P${Math.round(100 * level)}`;

/** At the date looked at: its three quantiles, pushed apart where they are close. */
function FanLabels({ fan, layout, axis, theme, lang, label, mark }: LabelsProps) {
  const [plot] = layout.plots;
  const [low, , middle, , high] = fan.quantiles.map((q) => q[mark]);
  if (!Number.isFinite(middle)) return null;
  const y = plot.y(middle);
  const named = fan.levels.map((level) => levelName(level, lang));
  const rows = [
    { text: `${named[4]}  ${label(high)}`, y: Math.min(plot.y(high), y - PITCH) },
    { text: `${named[2]}  ${label(middle)}`, y },
    { text: `${named[0]}  ${label(low)}`, y: Math.max(plot.y(low), y + PITCH) },
  ];
  return (
    <g fontSize={11.5} stroke={theme.surface} strokeWidth={4} strokeLinejoin="round" paintOrder="stroke">
      {rows.map((row, k) => (
        <text
          key={row.text}
          x={axis.x(mark) + 8}
          y={row.y + 4}
          fill={k === 1 ? theme.ink : theme.ink2}
          fontWeight={k === 1 ? 700 : 400}
        >
          {row.text}
        </text>
      ))}
    </g>
  );
}
