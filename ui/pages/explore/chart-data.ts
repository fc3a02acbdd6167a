import { createContext, createElement, type ReactNode, useContext, useDeferredValue, useMemo } from "react";
import type { Measure } from "../../../charts/data/measure.ts";
import { GAIN } from "../../../charts/data/measure-columns.ts";
import { theoryLines } from "../../../charts/data/theory-lines.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { comparable, linesOf, type Run, vendorLabel } from "../../../charts/data/lines-of.ts";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { productsShown } from "../../../charts/data/products-shown.ts";
import { timeAxis, type TimeAxis } from "../../../charts/geometry/time-axis.ts";
import type { Marker } from "../../../charts/marks/time-grid.tsx";
import { useNotes } from "../../store/notes.ts";
import { bands, type MarketEvent, means, type Recording, say } from "../../../engine/index.ts";
import { date } from "../../../words/format.ts";
import { useApp } from "../../store/app.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useTheory } from "../../store/theory.ts";
import { useFocus, useView } from "../../store/view.ts";
import { launchesOf } from "../../../charts/data/launches.ts";
import { useGeometry } from "./geometry.ts";

/** The run of those who may be a moment late. */
const LaterRun = createContext<Run | null>(null);

/** Lines first: what stands in here is drawn when they are on screen, in pieces that give way to the next move. */
export function Later({ children }: { readonly children: ReactNode }): ReactNode {
  return createElement(LaterRun, { value: useDeferredValue(useRun()) }, children);
}

/** The last good run. Panels are drawn only once there is one. */
export function useRun(): Run {
  const later = useContext(LaterRun);
  const run = useApp((s) => later ?? s.result?.run);
  if (!run) throw new Error("a panel was drawn before the first run");
  return run;
}

/** The run to hold against, unless it is switched off or does not share the calendar. */
export function useBaseline(): Run | undefined {
  const run = useRun();
  const baseline = useApp((s) => s.baseline);
  const on = useView((v) => v.ghost);
  return on && baseline && baseline !== run && comparable(run, baseline) ? baseline : undefined;
}

const LEAST_FOR_A_BAND = 5;

/** The run, with competition priced where that has been worked out for it. */
function useTheoryRun(): Run {
  const run = useRun();
  const { run: priced, of } = useTheory();
  return priced && of === run ? priced : run;
}

/** Unit cost, static Nash and cartel of the products shown: of the vendor in focus, or of all. */
export function useTheoryLines(measure: Measure): readonly ChartLine[] {
  const run = useTheoryRun();
  const on = useView((v) => v.theory) && measure.id === "listPrice";
  const [lang, mode] = [useLanguage(), useMode()];
  const choice = useView((v) => v.products);
  const focus = useFocus();
  return useMemo(() => {
    if (!on) return NONE;
    const shown = productsShown(run.scenario, choice);
    const keep = (id: string) => shown.has(id) && (focus === null || id.startsWith(`${focus}.`));
    return theoryLines(run.recording, { keep, lang, theme: THEMES[mode] });
  }, [on, run, choice, focus, lang, mode]);
}
const NONE: readonly ChartLine[] = [];

export function useLines(measure: Measure): ChartLine[] {
  const plain = useRun();
  const priced = useTheoryRun();
  const run = measure.id === GAIN ? priced : plain;
  const baseline = useBaseline();
  const [lang, mode] = [useLanguage(), useMode()];
  const choice = useView((v) => v.products);
  const runs = useApp((s) => s.bands);
  const on = useApp((s) => s.bandsOn);
  const band = useMemo(
    () => (on && runs.length >= LEAST_FOR_A_BAND ? bands(runs.map((r) => measure.compute(r))) : undefined),
    [runs, on, measure],
  );
  const replicated = useReplicated();
  const middle = useMemo(() => meanTable(replicated?.runs, measure), [replicated, measure]);
  const baseMiddle = useMemo(() => meanTable(replicated?.baseRuns, measure), [replicated, measure]);
  return useMemo(() => {
    const shown = measure.entity === "product" ? productsShown(run.scenario, choice) : null;
    const keep = shown ? (id: string) => shown.has(id) : undefined;
    const lines = linesOf(run, { measure, lang, mode, keep, baseline, band, middle, baseMiddle });
    // One product a vendor: the vendor's name says more than the product's.
    return shown && choice !== "all"
      ? lines.map((line) => ({ ...line, label: vendorLabel(line, lines, run, lang) }))
      : lines;
  }, [run, baseline, measure, lang, mode, choice, band, middle, baseMiddle]);
}

interface Replicated {
  readonly runs: readonly Recording[];
  readonly baseRuns?: readonly Recording[]; // of a baseline that is shown
}

/**
 * The replications that numbers are means of, once there are enough of them, of the baseline as well: lines, answers,
 * tables and reports then say the same. Undefined: what is shown is one run.
 */
export function useReplicated(): Replicated | undefined {
  const on = useApp((s) => s.bandsOn);
  const [runs, baseRuns] = [useApp((s) => s.bands), useApp((s) => s.baseBands)];
  const baseline = useBaseline() !== undefined;
  return useMemo(() => {
    const paired = baseline ? Math.min(runs.length, baseRuns.length) : runs.length;
    if (!on || paired < LEAST_FOR_A_BAND) return undefined;
    return baseline ? { runs: runs.slice(0, paired), baseRuns: baseRuns.slice(0, paired) } : { runs };
  }, [on, runs, baseRuns, baseline]);
}

/** Prices are steps of one run, as a mean of steps is none. */
const meanTable = (runs: readonly Recording[] | undefined, measure: Measure): Float64Array | undefined =>
  runs && measure.shape !== "step" ? means(runs.map((r) => measure.compute(r))) : undefined;

export function useTimeAxis(): TimeAxis {
  const { dates } = useRun().recording;
  const { width, left, right } = useGeometry();
  return useMemo(() => timeAxis(dates, left, width - right), [dates, left, width, right]);
}

/** An event that a lever would have to turn first. */
const isIdle = ({ factor }: MarketEvent): boolean => factor === 1;

/** Launches and dated events of the scenario, for the dotted lines. */
export function useMarkers(): Marker[] {
  const { scenario, recording } = useRun();
  const lang = useLanguage();
  const own = useNotes();
  return useMemo(() => {
    const tickOf = (day: string) => recording.dates.findIndex((d) => d >= day);
    const written = own.flatMap((note): Marker[] => {
      const tick = tickOf(note.date);
      return tick >= 0 ? [{ tick, text: note.text, own: true }] : [];
    });
    const launches = launchesOf({ scenario, recording }, lang).map((launch) => ({
      tick: launch.tick,
      text: `${date(launch.date, lang, true)} ${launch.text}`,
    }));
    const noted = scenario.events.flatMap((event) => {
      const tick = tickOf(event.date);
      return event.kind !== "price" && event.note && tick >= 0 && !isIdle(event)
        ? [{ tick, text: say(event.note, lang) }]
        : [];
    });
    return [...written, ...launches, ...noted];
  }, [scenario, recording, lang, own]);
}
