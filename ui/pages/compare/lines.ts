import type { ChartLine } from "../../../charts/data/chart-line.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import { pathOf, seriesOf } from "../../../charts/data/series-paths.ts";
import { type ChartTheme, type Ink, inkOf, THEMES, type Mode } from "../../../charts/theme/theme.ts";
import { type Language, type Measured, pairedBand, say, union } from "../../../engine/index.ts";
import { vendorName } from "../../../words/names.ts";
import { type Arm, namesIn, type Paired, vendorsIn } from "../../parts/paired.ts";

export interface Reading {
  readonly paired: Paired;
  readonly measure: Measure;
  readonly lang: Language;
  readonly mode: Mode;
}

/** Colour belongs to vendors: scenarios are told apart by dash and letter, in ink on paper; A is grey. */
const DASHES = [undefined, undefined, "7 3", "2 3", "9 3 2 3", "14 4"];
const GLYPHS: readonly Ink["glyph"][] = ["circle", "square", "diamond", "triangle-up", "plus", "star"];

function armInk(k: number, theme: ChartTheme): { readonly ink: Ink; readonly pattern?: string } {
  const color = k === 0 ? theme.ghost : theme.ink;
  return { ink: { glyph: GLYPHS[k], mark: color, text: k === 0 ? theme.ink3 : theme.ink }, pattern: DASHES[k] };
}

const all = (runs: readonly Measured[], path: string): Float64Array[] =>
  runs.map((m) => seriesOf(m, path)).filter((x) => x !== undefined);

/** Mean of a series over runs, tick by tick, of the runs in which it exists. */
function meanOf(series: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: series[0]?.length ?? 0 }, (_, t) => {
    const there = series.map((x) => x[t]).filter((x) => !Number.isNaN(x));
    return there.reduce((a, b) => a + b, 0) / there.length;
  });
}

/** The market, or each vendor: what a panel draws a line of. */
function entitiesOf(arm: Arm, { paired, measure, lang, mode }: Reading) {
  if (measure.entity === "market")
    return [{ id: "", label: say(measure.label, lang), ink: armInk(1, THEMES[mode]).ink }];
  const names = namesIn(paired);
  const everyone = union(paired.arms.map(vendorsIn)); // a vendor has one colour in every arm
  return vendorsIn(arm).map((id) => ({
    id,
    label: vendorName(names, id, lang),
    ink: inkOf(id, everyone.indexOf(id), mode),
  }));
}

/** One scenario's lines, with A's behind them in grey. */
export function armLines(k: number, reading: Reading): ChartLine[] {
  const { paired, measure } = reading;
  return entitiesOf(paired.arms[k], reading).flatMap(({ id, label, ink }) => {
    const series = all(paired.runs[k], pathOf(measure, id));
    const base = k > 0 ? all(paired.runs[0], pathOf(measure, id)) : [];
    const values = meanOf(series);
    if (!values.some((x) => Number.isFinite(x) && x !== 0)) return []; // sells nothing here
    return [
      {
        id,
        vendor: id,
        label,
        title: label,
        ink,
        reference: false,
        values,
        baseline: base.length > 0 ? meanOf(base) : undefined,
      },
    ];
  });
}

/** One entity's lines, a scenario each. */
export function overlayLines(vendor: string, { paired, measure, mode }: Reading): ChartLine[] {
  return paired.arms.flatMap(({ id, letter, name }, k) => {
    const series = all(paired.runs[k], pathOf(measure, vendor));
    if (series.length === 0) return [];
    return [
      {
        id,
        vendor: id,
        label: `${letter} ${briefName(name)}`,
        title: `${letter} ${name}`,
        reference: false,
        values: meanOf(series),
        ...armInk(k, THEMES[mode]),
      },
    ];
  });
}

/** One scenario less A, with the 95 % interval of the paired difference as its band. */
export function differenceLines(k: number, reading: Reading): ChartLine[] {
  const { paired, measure } = reading;
  return entitiesOf(paired.arms[k], reading).flatMap(({ id, label, ink }) => {
    const [there, here] = [k, 0].map((arm) => all(paired.runs[arm], pathOf(measure, id)));
    if (there.length < 2 || here.length !== there.length) return [];
    const { mean, low, high } = pairedBand(there, here);
    if (!mean.some((x) => Number.isFinite(x) && x !== 0)) return []; // nothing to see
    return [{ id, vendor: id, label, title: label, ink, reference: false, values: mean, low, high }];
  });
}

/** A title without what follows its colon. */
export const briefName = (name: string): string => name.split(/[:：]/)[0];
