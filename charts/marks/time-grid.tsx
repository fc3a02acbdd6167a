import { memo } from "react";
import type { Language } from "../../engine/index.ts";
import type { ChartTheme } from "../theme/theme.ts";
import { months, type TimeAxis } from "../geometry/time-axis.ts";

interface Props {
  readonly axis: TimeAxis;
  readonly lang: Language;
  readonly theme: ChartTheme;
  readonly height: number;
}

/** Verticals at months. */
export const TimeGrid = memo(function TimeGrid({ axis, lang, theme, height }: Props) {
  return (
    <g stroke={theme.grid} shapeRendering="crispEdges">
      {months(axis, lang).map(({ tick }) => (
        <line key={tick} x1={axis.x(tick)} x2={axis.x(tick)} y1={0} y2={height} />
      ))}
    </g>
  );
});

/** Names of months, centred on nothing: each starts at its first day. */
export const TimeLabels = memo(function TimeLabels({ axis, lang, theme, height }: Props) {
  return (
    <g fill={theme.ink3} fontSize={11}>
      {months(axis, lang).map(({ tick, label }) => (
        <g key={tick}>
          <line x1={axis.x(tick)} x2={axis.x(tick)} y1={0} y2={4} stroke={theme.line2} shapeRendering="crispEdges" />
          <text x={axis.x(tick) + 3} y={height - 5}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
});

/** A dated event across the panels. */
export interface Marker {
  readonly tick: number;
  readonly text: string;
  readonly own?: boolean; // written by the reader: said in any case
}

export function Markers({
  markers,
  axis,
  theme,
  height,
}: { readonly markers: readonly Marker[] } & Omit<Props, "lang">) {
  return (
    <g stroke={theme.ink2} strokeDasharray="1 3" shapeRendering="crispEdges">
      {markers.map(({ tick, text }) => (
        <line key={`${tick}${text}`} x1={axis.x(tick)} x2={axis.x(tick)} y1={0} y2={height} />
      ))}
    </g>
  );
}
