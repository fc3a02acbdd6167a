import { lazy, Suspense, useMemo, useState } from "react";
import { type Lane, type LanePoint, lanesOf } from "../../../charts/data/lanes.ts";
import { LanesChart } from "../../../charts/marks/lanes-chart.tsx";
import { lanesSummary } from "../../../charts/data/summary.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { date, list, percent } from "../../../words/format.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { useWords } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useFocus } from "../../store/view.ts";
import { ChartArea } from "../../parts/chart-area.tsx";
import { useBaseline, useMarkers, useRun, useTimeAxis } from "./chart-data.ts";
import { useGeometry } from "./geometry.ts";
import { GutterTable } from "./gutter-table.tsx";
import { GutterHead } from "./panel-header.tsx";
import { LiveLabel, LiveRegion } from "./live.tsx";
import { TableButton } from "./table-sheet.tsx";
import { useStrip } from "./use-strip.ts";
import { SEMICOLON } from "../../../words/punctuation.ts";

/** What editing opens is fetched when it is opened. */
const StripMenu = lazy(() => import("./strip-menu.tsx"));
const MovesSheet = lazy(() => import("./moves-sheet.tsx"));

/** The event strip: who moved when, from what to what, over each vendor's gross margin. */
export function MovesPanel() {
  const run = useRun();
  const baseline = useBaseline();
  const [lang, mode] = [useLanguage(), useMode()];
  const all = useMemo(() => lanesOf(run, lang, mode, baseline), [run, lang, mode, baseline]);
  const lanes = all.filter((l) => l.points.length > 0 || l.ghosts.length > 0);
  const summary = useMemo(() => lanesSummary(all, run.recording.dates, lang), [all, run, lang]);
  const lines = useMemo(() => all.map(asLine), [all]);
  const [table, setTable] = useState(false);
  return (
    <section className="panel" id="panel-moves" aria-labelledby="title-moves">
      <Head lines={lines} lanes={lanes} compared={lanes.some((l) => l.baseline)} onEdit={() => setTable(true)} />
      <Strip lanes={lanes} summary={summary} onEdit={() => setTable(true)} />
      <Suspense>{table && <MovesSheet open onClose={() => setTable(false)} />}</Suspense>
      <NoMoves lanes={all.filter((l) => !lanes.includes(l))} />
    </section>
  );
}

interface HeadProps {
  readonly lines: readonly ChartLine[];
  readonly lanes: readonly Lane[];
  readonly compared: boolean;
  onEdit(): void;
}

function Head({ lines, lanes, compared, onEdit }: HeadProps) {
  const say = useWords();
  const { right } = useGeometry();
  const { dates } = useRun().recording;
  return (
    <div className="panel-header" style={{ paddingRight: right }}>
      <h2 id="title-moves">{say("explore.moves")}</h2>
      <p title={say("strip.hint")}>
        {say("explore.barIsMargin")}
        {say(SEMICOLON)}
        {say("explore.editHint")}
      </p>
      <Key />
      <span className="tools">
        <IconButton icon="edit" label={say("strip.edit")} onPress={onEdit} />
        <TableButton
          title={say(measureOf("grossMargin").label)}
          lines={lines}
          spec={(vega, look) => vega.lanesSpec({ dates, lanes }, look)}
        />
      </span>
      <GutterHead compared={compared} />
    </div>
  );
}

interface StripProps {
  readonly lanes: readonly Lane[];
  readonly summary: string;
  onEdit(): void;
}

/** Lanes to be read and worked on, their margins in the gutter. */
function Strip({ lanes, summary, onEdit }: StripProps) {
  const say = useWords();
  const run = useRun();
  const [lang, mode] = [useLanguage(), useMode()];
  const axis = useTimeAxis();
  const { width, lane: laneHeight } = useGeometry();
  const [focus, markers] = [useFocus(), useMarkers()];
  const margin = measureOf("grossMargin");
  const label = (point: LanePoint, lane: Lane) =>
    say("strip.pointMoved", {
      vendor: lane.title,
      date: date(point.date, lang),
      what: point.texts[0],
      kind: say(`strip.${point.kind}`),
    });
  const { laneProps, pointProps, live, menu, closeMenu } = useStrip({ run, lanes, axis, label, openTable: onEdit });
  const height = lanes.length * laneHeight;
  const top = lanes.findIndex((l) => l.vendor === live?.vendor) * laneHeight;
  const rows = lanes.map((l, k) => ({ ...asLine(l), y: (k + 0.5) * laneHeight, wish: null, line: asLine(l) }));
  return (
    <>
      <ChartArea axis={axis} height={height} plot={height} label={summary} patient>
        <LanesChart
          lanes={lanes}
          axis={axis}
          width={width}
          laneHeight={laneHeight}
          theme={THEMES[mode]}
          lang={lang}
          summary={summary}
          focus={focus}
          markers={markers}
          laneProps={laneProps}
          pointProps={pointProps}
        />
        <GutterTable rows={rows} measure={margin} caption={say(margin.label)} />
        {live && <LiveLabel live={live} x={axis.x(axis.tickOf(live.date))} y={top} />}
      </ChartArea>
      <Suspense>{menu && <StripMenu at={menu} run={run} onClose={closeMenu} />}</Suspense>
      <LiveRegion live={live} />
    </>
  );
}

const asLine = ({ vendor, name, title, ink, margin, baseline }: Lane): ChartLine => ({
  id: vendor,
  vendor,
  label: name,
  title,
  ink,
  reference: false,
  values: margin,
  baseline,
});

function NoMoves({ lanes }: { readonly lanes: readonly Lane[] }) {
  const say = useWords();
  const lang = useLanguage();
  if (lanes.length === 0) return null;
  const names = lanes.map(({ name, margin }) => {
    const last = margin[margin.length - 1];
    return Number.isFinite(last) ? say("explore.withMargin", { name, margin: percent(last) }) : name;
  });
  return <p className="no-moves">{say("explore.noMove", { names: list(names, lang) })}</p>;
}

/** What the signs of the strip mean. */
function Key() {
  const say = useWords();
  return (
    <span className="strip-key" aria-hidden>
      <span>
        <i className="dot set" /> {say("explore.set")}
      </span>
      <span>
        <i className="dot reaction" /> {say("explore.reaction")}
      </span>
      <span>
        <i className="dot ghost" /> {say("explore.baseline")}
      </span>
      <span>
        <i className="below" /> {say("explore.belowCost")}
      </span>
    </span>
  );
}
