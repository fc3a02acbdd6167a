import type { ChartLine } from "../../charts/data/chart-line.ts";
import { dataTable } from "../../charts/data/data-table.ts";
import { freeLanes } from "../../charts/data/free-lanes.ts";
import { standApart } from "../../charts/geometry/layout.ts";
import { comparable, linesOf, pick, vendorLabel } from "../../charts/data/lines-of.ts";
import type { Measure } from "../../charts/data/measure.ts";
import { measure as measureOf } from "../../charts/data/measures.ts";
import { type ProductChoice, productsShown } from "../../charts/data/products-shown.ts";
import { chartSummary } from "../../charts/data/summary.ts";
import { unitText } from "../../charts/data/values.ts";
import { entities, type Language, bands, means, say } from "../../engine/index.ts";
import { date } from "../../words/format.ts";
import { SEMICOLON } from "../../words/punctuation.ts";
import {
  AGAINST_BASELINE,
  band as bandOf,
  CHANGE,
  DATE,
  ENLARGED,
  FIRST_RUN,
  GREY,
  LOG_AXIS,
  MAIN_MODELS,
} from "./figure-words.ts";
import { focusDays } from "./focus-days.ts";
import { launchMarkers } from "./markers.ts";
import type { FigureInput, FigureKind } from "./figure.ts";

interface Spec {
  readonly id: string;
  readonly measure: string;
  readonly height: number; // of the plot [px]
  readonly products?: ProductChoice;
  readonly free?: boolean; // with the band of what is given away
  readonly only?: (id: string) => boolean; // of these, on an axis of their own
}

const LEAST_FOR_A_BAND = 5; // replications
const WEEK = 7; // days between rows of a figure's table

/**
 * A measure over time. Prices are steps of one replication, as a mean of steps is none; everything else is the mean
 * over the replications, the number its sentences say. Bands hold eight of ten replications.
 */
export function linesFigure(spec: Spec): FigureKind {
  const { id, measure: measureId, height, free = false } = spec;
  return {
    id,
    build(input) {
      const measure = measureOf(measureId);
      const lines = linesFor(input, measure, spec);
      if (lines.length === 0) return null;
      const { run, lang } = input;
      const { dates, tickDays } = run.recording;
      const { currency } = run.scenario;
      const lanes = free ? freeLanes(run, lang, "light") : [];
      const days = input.focus ? focusDays(input.focus, { scenario: run.scenario, dates }, lang) : [];
      const at = days.length === 1 ? days[0].tick : undefined; // the number at the right is the one sentences say
      const last = at ?? dates.length - 1;
      return {
        id,
        title: say(measure.label, lang),
        subtitle: [unitOf(input, measure), ...shownOf(input, measure), ...enlarged(lines, measure, lang)]
          .filter(Boolean)
          .join(say(SEMICOLON, lang)),
        plain: unitOf(input, measure),
        gutter: gutterOf(input, dates[last]),
        summary: chartSummary(
          lines.map((line) => ({ ...line, values: line.values.subarray(0, last + 1) })),
          lanes.filter(({ spans }) => spans[0].from <= last),
          { measure, currency, lang, dates: dates.slice(0, last + 1) },
        ),
        drawing: {
          kind: "panel",
          measure: measureId,
          currency,
          dates,
          lines,
          free: lanes,
          markers: [...launchMarkers(run, lang), ...days],
          height,
          at,
        },
        table: dataTable(
          lines,
          dates,
          say(DATE, lang),
          Math.max(1, Math.round(WEEK / tickDays)),
          measure.format === "share" ? 100 : 1, // the subtitle says per cent
        ),
      };
    },
  };
}

function linesFor(input: FigureInput, measure: Measure, { products = "main", only }: Spec): ChartLine[] {
  const { run, recordings, lang } = input;
  const base = held(input) ? input.baseline : undefined;
  const shown = measure.entity === "product" && !only ? productsShown(run.scenario, products) : null;
  const keep = only ?? (shown ? (id: string) => shown.has(id) : undefined);
  const lines = linesOf(run, { measure, lang, mode: "light", keep, baseline: base });
  const all = recordings.map((r) => measure.compute(r));
  const others = base && input.baselineRecordings?.map((r) => measure.compute(r));
  const ids = entities(run.recording, measure.entity);
  const baseIds = base ? entities(base.recording, measure.entity) : [];
  return lines.map((line) => {
    const band =
      all.length >= LEAST_FOR_A_BAND ? bands(all.map((t) => pick(t, ids.length, ids.indexOf(line.id)))) : undefined;
    const label = shown ? vendorLabel(line, lines, run, lang) : line.label;
    if (measure.shape === "step") return { ...line, ...band, label };
    const average = (tables: readonly Float64Array[], width: number, k: number) =>
      k < 0 ? undefined : means(tables.map((t) => pick(t, width, k)));
    const values = average(all, ids.length, ids.indexOf(line.id))!;
    return {
      ...line,
      ...band,
      label,
      values,
      baseline: others && average(others, baseIds.length, baseIds.indexOf(line.id)),
    };
  });
}

/** Unit and scale. */
function unitOf({ run, lang }: FigureInput, measure: Measure): string {
  const unit = unitText({ measure, currency: run.scenario.currency, lang });
  const main = measure.entity === "product" ? say(MAIN_MODELS, lang) : "";
  const scale = measure.scale === "log" ? say(LOG_AXIS, lang) : "";
  return [main, unit, scale].filter(Boolean).join(say(SEMICOLON, lang));
}

const held = ({ run, baseline }: FigureInput): boolean => baseline !== undefined && comparable(run, baseline);

/** What bands and grey lines are. */
function shownOf(input: FigureInput, { shape }: Measure): string[] {
  const { recordings, lang } = input;
  const banded = recordings.length >= LEAST_FOR_A_BAND;
  const band = banded ? say(bandOf, lang)(recordings.length) : "";
  const first = banded && shape === "step" ? say(FIRST_RUN, lang) : "";
  return [band, first, held(input) ? say(GREY, lang) : ""].filter(Boolean);
}

/** A plot of their own draws small shares taller: the subtitle says so, or readers take its axis for the other's. */
const enlarged = (lines: readonly ChartLine[], measure: Measure, lang: Language): string[] =>
  measure.whole && standApart(lines) ? [say(ENLARGED, lang)] : [];

const gutterOf = (input: FigureInput, last: string): string =>
  `${date(last, input.lang, true)} · ${say(held(input) ? AGAINST_BASELINE : CHANGE, input.lang)}`;
