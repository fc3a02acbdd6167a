import type PptxGenJS from "pptxgenjs";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { waterfallBars } from "../../../charts/data/waterfall-bars.ts";
import { dayNumber, type Language, say } from "../../../engine/index.ts";
import { unitText } from "../../../charts/data/values.ts";
import { PART_WORDS } from "../../../words/explain-words.ts";
import { scaleOf } from "../../../words/format.ts";
import { BASELINE, HIGH_END, LOW_END, PRICE, scaledUnit } from "../../figures/figure-words.ts";
import { officeDay } from "./date-axis.ts";
import { MONTHS } from "./deck-words.ts";
import type { Drawing, PanelDrawing, TornadoDrawing, WaterfallDrawing } from "../../figures/figure.ts";

/** A place on a slide for a chart of PowerPoint's own. */
interface Canvas {
  readonly file: PptxGenJS;
  readonly slide: PptxGenJS.Slide;
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly lang: Language;
  readonly alt: string; // the picture in words
}

export function addChart(canvas: Canvas, drawing: Exclude<Drawing, { kind: "lanes" }>): void {
  if (drawing.kind === "panel") addLines(canvas, drawing);
  else if (drawing.kind === "tornado") addTornado(canvas, drawing);
  else addWaterfall(canvas, drawing);
}

const COMMON = {
  catAxisLabelFontSize: 12,
  valAxisLabelFontSize: 12,
  catAxisLabelColor: "4C535D",
  valAxisLabelColor: "4C535D",
  valGridLine: { color: "ECEDEA", size: 0.75 },
  catGridLine: { style: "none" },
} as const;

const POINTS = 70; // dates on a slide's chart
const LABEL = 1.1; // inches for a month that is written out
const MONTH = 30; // days

/** Plain numbers: no idle point, thousands set apart. */
const PLAIN = "[>=1000]#,##0;General";

function addLines({ file, slide, box, lang, alt }: Canvas, drawing: PanelDrawing): void {
  const { dates, lines, measure: id } = drawing;
  const measure = measureOf(id);
  const step = Math.max(1, Math.ceil(dates.length / POINTS));
  const ticks = dates.map((_, t) => t).filter((t) => t % step === 0 || t === dates.length - 1);
  const log = measure.scale === "log";
  // A log axis has no zero, and a chart no point where there is no value.
  const { times, word } = scaled(drawing, lang);
  const at = (x: number) => (Number.isFinite(x) && !(log && x <= 0) ? x * times : null);
  const series = (name: string, values: ArrayLike<number>) => ({
    name,
    labels: ticks.map((t) => officeDay(dates[t])),
    values: ticks.map((t) => at(values[t]) as number),
  });
  const [only] = lines;
  const short = new Set(lines.map(({ label }) => label)).size === lines.length; // labels tell them apart
  const base = lines.length === 1 && only.baseline ? [series(say(BASELINE, lang), only.baseline)] : [];
  const colors = lines.map(({ ink }) => ink.mark.slice(1).toUpperCase());
  const share = measure.format === "share";
  const months = (dayNumber(dates[dates.length - 1]) - dayNumber(dates[0])) / MONTH;
  slide.addChart(file.ChartType.line, [...lines.map((l) => series(short ? l.label : l.title, l.values)), ...base], {
    ...box,
    ...COMMON,
    altText: alt,
    chartColors: [...colors, ...base.map(() => "A2A7AE")],
    lineSize: 2,
    lineDataSymbol: "none",
    displayBlanksAs: "gap",
    showLegend: lines.length + base.length > 1,
    legendPos: lines.length > FEW && box.w > NARROW ? "r" : "b",
    legendFontSize: 12,
    legendColor: "15181D",
    catLabelFormatCode: say(MONTHS, lang),
    catAxisMajorUnit: Math.max(1, Math.ceil((months * LABEL) / box.w)),
    valAxisLabelFormatCode: share ? percentCode(lines) : PLAIN,
    valAxisLogScaleBase: log ? 10 : undefined,
    showValAxisTitle: word !== "",
    valAxisTitle: word,
    valAxisTitleFontSize: 12,
    valAxisTitleColor: "4C535D",
  });
}

const FEW = 3; // lines, with a legend under them
const NARROW = 9; // inches, with no room for one at the right

/** Shares of a few per cent need the decimal that larger ones do not. */
function percentCode(lines: readonly { readonly values: ArrayLike<number> }[]): string {
  const all = lines.flatMap(({ values }) => Array.from(values).filter(Number.isFinite));
  return Math.max(...all) - Math.min(...all) < 0.05 ? "0.0%" : "0%";
}

/** Money and tokens in a scale people say, and its name: axis labels of ten digits are not read. */
function scaled({ measure: id, lines, currency }: PanelDrawing, lang: Language): { times: number; word: string } {
  const measure = measureOf(id);
  if (measure.format !== "money" && measure.format !== "tokens") return { times: 1, word: "" };
  const plain = measure.format === "tokens" ? 1e6 : 1; // tokens, from millions
  const most = Math.max(...lines.flatMap(({ values }) => Array.from(values).filter(Number.isFinite)), 0) * plain;
  const { size, word } = scaleOf(most, lang);
  const unit = unitText({ measure, currency, lang });
  return {
    times: plain / size,
    word: say(scaledUnit, lang)(word, unit),
  };
}

/** A stacked column over an invisible one, as a waterfall is made in Office. */
function addWaterfall({ file, slide, box, lang, alt }: Canvas, drawing: WaterfallDrawing): void {
  const bars = waterfallBars(drawing.explained);
  const labels = bars.map(({ id }) =>
    id === "from" ? drawing.from : id === "to" ? drawing.to : say(PART_WORDS[id], lang),
  );
  const [low, high] = [bars.map((b) => Math.min(b.start, b.end)), bars.map((b) => Math.max(b.start, b.end))];
  const size = high.map((x, k) => x - low[k]);
  const hidden = { name: " ", labels, values: low };
  slide.addChart(file.ChartType.bar, [hidden, { name: say(PRICE, lang), labels, values: size }], {
    ...box,
    ...COMMON,
    altText: alt,
    barGrouping: "stacked",
    barGapWidthPct: 40,
    chartColors: ["FFFFFF", "4C535D"],
    showLegend: false,
    valAxisLabelFormatCode: PLAIN,
  });
}

/** Both ends of each lever as bars from where the scenario stands: the axis says the outcome itself. */
function addTornado({ file, slide, box, lang, alt }: Canvas, { bars, origin, name }: TornadoDrawing): void {
  const upwards = bars.toReversed(); // PowerPoint draws the first at the bottom
  const labels = upwards.map((b) => `${b.name}: ${b.fromText} → ${b.toText}`);
  const series = [
    { name: say(LOW_END, lang), labels, values: upwards.map((b) => b.from) },
    { name: say(HIGH_END, lang), labels, values: upwards.map((b) => b.to) },
  ];
  const share = bars.every((b) => Math.abs(b.from) <= 1 && Math.abs(b.to) <= 1);
  slide.addChart(file.ChartType.bar, series, {
    ...box,
    ...COMMON,
    altText: alt,
    barDir: "bar",
    barGrouping: "clustered",
    barOverlapPct: 100,
    barGapWidthPct: 40,
    chartColors: ["A2A7AE", "4C535D"],
    showLegend: true,
    legendPos: "b",
    legendFontSize: 12,
    catAxisLabelPos: "low",
    valAxisCrossesAt: origin,
    valAxisLabelFormatCode: share ? percentCode([{ values: bars.flatMap((b) => [b.from, b.to]) }]) : PLAIN,
    showValAxisTitle: true,
    valAxisTitle: name,
    valAxisTitleFontSize: 12,
  });
}
