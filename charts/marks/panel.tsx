import { memo, useId } from "react";
import type { Language } from "../../engine/index.ts";
import { FreeBand } from "./free-band.tsx";
import { GutterLabels, Leaders } from "./gutter.tsx";
import type { GutterRow, PanelLayout, Plot } from "../geometry/plot.ts";
import { clearSpot, type Placed } from "../geometry/clear-spot.ts";
import { PlotLines } from "./plot-lines.tsx";
import { textWidth } from "../geometry/text-width.ts";
import type { ChartTheme } from "../theme/theme.ts";
import type { TimeAxis } from "../geometry/time-axis.ts";
import { type Marker, Markers, TimeGrid, TimeLabels } from "./time-grid.tsx";
import { Frame } from "./frame.tsx";
import { Ticks } from "./ticks.tsx";

interface PanelProps {
  readonly layout: PanelLayout;
  readonly axis: TimeAxis;
  readonly width: number; // of the whole picture, gutters included [px]
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string; // the picture in words
  readonly focus?: string | null;
  readonly markers?: readonly Marker[];
  readonly markerText?: boolean;
  readonly months?: boolean; // names of months under it
  /** Values to print in the gutter; without them only leaders are drawn, and the page sets the labels. */
  readonly labels?: (row: GutterRow) => { readonly value: string; readonly change: string };
}

const MONTHS = 20;

export const panelHeight = ({ layout, months }: Pick<PanelProps, "layout" | "months">): number =>
  layout.height + (months ? MONTHS : 0);

/** Plots over a shared time axis, direct labels in the right gutter. It draws the same in a page and a report. */
export const Panel = memo(function Panel(props: PanelProps) {
  const { layout, axis, width, theme, lang, summary, focus = null, markers = [], labels } = props;
  const clip = useId();
  const height = panelHeight(props);
  return (
    <Frame width={width} height={height} summary={summary} spills>
      <clipPath id={clip}>
        <rect x={axis.left - 1} y={-2} width={axis.right - axis.left + 2} height={layout.height + 4} />
      </clipPath>
      <TimeGrid axis={axis} lang={lang} theme={theme} height={layout.height} />
      {layout.plots.map((plot) => (
        <Ticks key={plot.top} ticks={plot.ticks} left={axis.left} right={axis.right} zero={plot.zero} theme={theme} />
      ))}
      <Markers markers={markers} axis={axis} theme={theme} height={layout.height} />
      {layout.free && <FreeBand band={layout.free} axis={axis} theme={theme} lang={lang} focus={focus} />}
      <g clipPath={`url(#${clip})`}>
        {layout.plots.map((plot) => (
          <PlotLines key={plot.top} plot={plot} axis={axis} theme={theme} focus={focus} />
        ))}
      </g>
      {props.markerText && <MarkerTexts markers={markers} axis={axis} theme={theme} plot={layout.plots[0]} />}
      <Leaders rows={layout.rows} x={axis.right} focus={focus} />
      {labels && <GutterLabels rows={layout.rows} x={axis.right} right={width} theme={theme} labels={labels} />}
      {props.months && (
        <g transform={`translate(0,${layout.height})`}>
          <TimeLabels axis={axis} lang={lang} theme={theme} height={MONTHS} />
        </g>
      )}
    </Frame>
  );
});

type TextsProps = Pick<PanelProps, "axis" | "theme"> & { readonly markers: readonly Marker[]; readonly plot: Plot };

/** What happened, next to its dotted line, where no other line passes. */
function MarkerTexts({ markers, axis, theme, plot }: TextsProps) {
  const placed: (Placed & Marker)[] = [];
  const said = [...markers.filter((m) => m.own), ...markers.filter((m) => !m.own).slice(0, 2)];
  for (const marker of said) {
    const [at, width] = [axis.x(marker.tick), textWidth(marker.text, 11.5)];
    // A note has to be read: where it does not fit at the right of its line it stands at the left.
    const from = marker.own && at + 6 + width > axis.right ? Math.max(axis.left, at - 6 - width) : at + 6;
    const spot = { from, to: from + width };
    if (marker.own || spot.to <= axis.right)
      placed.push({ ...marker, ...spot, y: clearSpot(plot, axis, spot, placed) });
  }
  return (
    <g
      fontSize={11.5}
      fill={theme.ink2}
      stroke={theme.surface}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {placed.map(({ tick, text, from, y, own }) => (
        <text key={`${tick}${text}`} x={from} y={y} {...(own && { fill: theme.ink, fontWeight: 700 })}>
          {text}
        </text>
      ))}
    </g>
  );
}
