import { renderToStaticMarkup } from "react-dom/server";
import { freeOrValue } from "./gutter-words.ts";
import { GlyphMark } from "../../charts/marks/glyph.tsx";
import { LanesChart } from "../../charts/marks/lanes-chart.tsx";
import { layoutOf } from "../../charts/geometry/layout.ts";
import type { PanelLayout } from "../../charts/geometry/plot.ts";
import { measure as measureOf } from "../../charts/data/measures.ts";
import { Panel, panelHeight } from "../../charts/marks/panel.tsx";
import { FONT, THEMES } from "../../charts/theme/theme.ts";
import { timeAxis } from "../../charts/geometry/time-axis.ts";
import { TimeLabels } from "../../charts/marks/time-grid.tsx";
import { Tornado } from "../../charts/marks/tornado.tsx";
import { tickText } from "../../charts/data/values.ts";
import { Waterfall } from "../../charts/marks/waterfall.tsx";
import type { Language } from "../../engine/index.ts";
import type { Figure, LanesDrawing, PanelDrawing } from "./figure.ts";

/** Geometry of a report's charts [px]: the content width of A4 less margins, as in the look book. */
export const WIDTH = 682;
export const LEFT = 46;
export const RIGHT = 184;
const LANE = 17;
const MONTHS = 20;
const WATERFALL = 190;

const theme = THEMES.light; // paper

/** The chart as SVG text; the same bytes on Node and in every browser. */
export function drawFigure(figure: Figure, lang: Language): string {
  const markup = renderToStaticMarkup(picture(figure, lang), { identifierPrefix: `${figure.id}-` });
  return markup.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
}

export const heightOf = (svg: string): number => Number(/ height="([\d.]+)"/.exec(svg)?.[1] ?? 0);

function picture(figure: Figure, lang: Language) {
  const { drawing, summary } = figure;
  if (drawing.kind === "panel") return <PanelPicture drawing={drawing} lang={lang} summary={summary} />;
  if (drawing.kind === "lanes") return <LanesPicture drawing={drawing} lang={lang} summary={summary} />;
  if (drawing.kind === "tornado") return <Tornado {...drawing} width={WIDTH} theme={theme} summary={summary} />;
  const { explained, from, to } = drawing;
  return (
    <Waterfall
      explained={explained}
      from={from}
      to={to}
      width={WIDTH}
      height={WATERFALL}
      theme={theme}
      lang={lang}
      summary={summary}
    />
  );
}

type PictureProps<D> = { readonly drawing: D; readonly lang: Language; readonly summary: string };

function PanelPicture({ drawing, lang, summary }: PictureProps<PanelDrawing>) {
  const { dates, markers, currency, at } = drawing;
  const context = { measure: measureOf(drawing.measure), currency, lang };
  return (
    <Panel
      layout={layoutIn(drawing, lang)}
      axis={timeAxis(dates, LEFT, WIDTH - RIGHT)}
      width={WIDTH}
      theme={theme}
      lang={lang}
      summary={summary}
      markers={markers}
      markerText
      months
      labels={(row) => freeOrValue(row, context, at)}
    />
  );
}

function layoutIn({ measure: id, currency, lines, free, height }: PanelDrawing, lang: Language): PanelLayout {
  const measure = measureOf(id);
  const tick = (x: number, top: boolean) => tickText(x, top, { measure, currency, lang });
  return layoutOf({ lines, lanes: free, measure, tickText: tick }, height);
}

/** Height of a figure's plots, for whoever draws over them. */
export const plotHeight = (drawing: PanelDrawing, lang: Language): number =>
  panelHeight({ layout: layoutIn(drawing, lang), months: false });

function LanesPicture({ drawing, lang, summary }: PictureProps<LanesDrawing>) {
  const { lanes, dates, markers } = drawing;
  const axis = timeAxis(dates, LEFT, WIDTH - RIGHT);
  const height = lanes.length * LANE;
  return (
    <svg
      width={WIDTH}
      height={height + MONTHS}
      viewBox={`0 0 ${WIDTH} ${height + MONTHS}`}
      role="img"
      aria-label={summary}
      fontFamily={FONT}
    >
      <LanesChart
        lanes={lanes}
        axis={axis}
        width={WIDTH}
        laneHeight={LANE}
        theme={theme}
        lang={lang}
        summary=""
        markers={markers}
      />
      <g transform={`translate(0,${height})`}>
        <TimeLabels axis={axis} lang={lang} theme={theme} height={MONTHS} />
      </g>
      <g fontSize={11.5}>
        {lanes.map((lane, k) => (
          <g key={lane.vendor} transform={`translate(${WIDTH - RIGHT},${(k + 0.5) * LANE})`}>
            <GlyphMark glyph={lane.ink.glyph} x={25} y={0} color={lane.ink.mark} hole={theme.surface} />
            <text x={34} y={4} fill={lane.ink.text}>
              {lane.name}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
