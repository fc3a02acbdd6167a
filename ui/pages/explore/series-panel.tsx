import { say } from "../../../engine/index.ts";
import { useMemo } from "react";
import { type FreeLane, freeLanes } from "../../../charts/data/free-lanes.ts";
import { layoutOf } from "../../../charts/geometry/layout.ts";
import type { PanelLayout } from "../../../charts/geometry/plot.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { morphed } from "../../../charts/geometry/morph.ts";
import { Panel, panelHeight } from "../../../charts/marks/panel.tsx";
import { chartSummary } from "../../../charts/data/summary.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { tickText } from "../../../charts/data/values.ts";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useFocused, vendorIn } from "../../store/focus.ts";
import { useReplay } from "../../store/replay.ts";
import { type Slot, useFocus, useView } from "../../store/view.ts";
import { ChartArea } from "../../parts/chart-area.tsx";
import { useLines, useMarkers, useRun, useTheoryLines, useTimeAxis } from "./chart-data.ts";
import { useGeometry } from "./geometry.ts";
import { CursorGlyphs } from "./cursor-glyphs.tsx";
import { GutterTable } from "./gutter-table.tsx";
import { PanelHeader } from "./panel-header.tsx";

/** One of the two panels of series: prices above, shares below, or whatever the menu says. */
export function SeriesPanel({ slot }: { readonly slot: Slot }) {
  const id = useView((v) => v[slot]);
  const measure = useMemo(() => measureOf(id), [id]);
  const own = useLines(measure);
  const theory = useTheoryLines(measure);
  const lines = useMemo(() => (theory.length > 0 ? [...own, ...theory] : own), [own, theory]);
  const settled = usePanelLayout(measure, lines, slot);
  const layout = morphed(settled, useReplay());
  const { scenario, recording } = useRun();
  const [lang, mode] = [useLanguage(), useMode()];
  const focus = useFocus();
  const axis = useTimeAxis();
  const { width } = useGeometry();
  const markers = useMarkers();
  const lanes = settled.free?.lanes ?? NONE;
  const summary = useMemo(
    () => chartSummary(lines, lanes, { measure, currency: scenario.currency, lang, dates: recording.dates }),
    [lines, lanes, measure, scenario, lang, recording],
  );
  const months = slot === "lower";
  return (
    <section className="panel" id={`panel-${slot}`} aria-labelledby={`title-${slot}`}>
      <PanelHeader slot={slot} measure={measure} lines={lines} free={lanes} />
      <ChartArea
        axis={axis}
        height={panelHeight({ layout, months })}
        plot={layout.height}
        label={summary}
        pill={months}
      >
        <Panel
          layout={layout}
          axis={axis}
          width={width}
          theme={THEMES[mode]}
          lang={lang}
          summary={summary}
          focus={focus}
          markers={markers}
          markerText={slot === "upper"}
          months={months}
        />
        <CursorGlyphs layout={layout} axis={axis} width={width} focus={focus} />
        <GutterTable rows={layout.rows} measure={measure} caption={say(measure.label, lang)} />
      </ChartArea>
    </section>
  );
}

const NONE: readonly FreeLane[] = [];

function usePanelLayout(measure: Measure, lines: readonly ChartLine[], slot: Slot): PanelLayout {
  const run = useRun();
  const [lang, mode] = [useLanguage(), useMode()];
  const { upper, lower } = useGeometry();
  const front = vendorIn(useFocused());
  return useMemo(() => {
    const context = { measure, currency: run.scenario.currency, lang };
    const height = slot === "upper" ? upper : lower;
    const lanes = measure.scale === "log" && measure.id !== "unitCost" ? freeLanes(run, lang, mode) : NONE;
    const text = (value: number, top: boolean) => tickText(value, top, context);
    return layoutOf({ lines, lanes, measure, tickText: text, front }, height);
  }, [measure, lines, run, lang, mode, slot, upper, lower, front]);
}
