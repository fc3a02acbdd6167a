import type PptxGenJS from "pptxgenjs";
import { measure as measureOf } from "../../../charts/measures.ts";
import { waterfallBars } from "../../../charts/waterfall-bars.ts";
import type { Language } from "../../../engine/index.ts";
import { PART_WORDS } from "../../explain-words.ts";
import type { Figure } from "../../figures/index.ts";
import type { PanelDrawing, WaterfallDrawing } from "../../figures/figure.ts";

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Draws a figure as PowerPoint's own chart. False for what PowerPoint has no chart for. */
export function addChart(deck: PptxGenJS, slide: PptxGenJS.Slide, figure: Figure, box: Box, lang: Language): boolean {
  const { drawing } = figure;
  if (drawing.kind === "panel") return addLines(deck, slide, drawing, box);
  if (drawing.kind === "waterfall") return addWaterfall(deck, slide, drawing, box, lang);
  return false;
}

const POINTS = 70; // dates on a slide's chart

function addLines(deck: PptxGenJS, slide: PptxGenJS.Slide, drawing: PanelDrawing, box: Box): boolean {
  const { dates, lines, measure: id } = drawing;
  const measure = measureOf(id);
  const step = Math.max(1, Math.ceil(dates.length / POINTS));
  const ticks = dates.map((_, t) => t).filter((t) => t % step === 0 || t === dates.length - 1);
  const log = measure.scale === "log";
  // A log axis has no zero, and a chart no point where there is no value.
  const at = (x: number) => (Number.isFinite(x) && !(log && x <= 0) ? x : null);
  const data = lines.map(({ title, values }) => ({ name: title, labels: ticks.map((t) => dates[t]), values: ticks.map((t) => at(values[t]) as number) })); // prettier-ignore
  const share = measure.share || measure.id === "grossMargin";
  slide.addChart(deck.ChartType.line, data, {
    ...box,
    chartColors: lines.map(({ ink }) => ink.mark.slice(1).toUpperCase()),
    lineSize: 2,
    lineDataSymbol: "none",
    displayBlanksAs: "gap",
    showLegend: lines.length > 1,
    legendPos: "r",
    legendFontSize: 11,
    catAxisLabelFontSize: 10,
    valAxisLabelFontSize: 10,
    valAxisLabelFormatCode: share ? "0%" : "General",
    valAxisLogScaleBase: log ? 10 : undefined,
    valGridLine: { color: "ECEDEA", size: 0.75 },
    catGridLine: { style: "none" },
  });
  return true;
}

/** A stacked column over an invisible one, as a waterfall is made in Office. */
function addWaterfall(
  deck: PptxGenJS,
  slide: PptxGenJS.Slide,
  drawing: WaterfallDrawing,
  box: Box,
  lang: Language,
): boolean {
  const bars = waterfallBars(drawing.explained);
  const labels = bars.map(({ id }) => (id === "from" ? drawing.from : id === "to" ? drawing.to : PART_WORDS[id][lang]));
  const [low, high] = [bars.map((b) => Math.min(b.start, b.end)), bars.map((b) => Math.max(b.start, b.end))];
  const size = high.map((x, k) => x - low[k]);
  const hidden = { name: " ", labels, values: low };
  slide.addChart(deck.ChartType.bar, [hidden, { name: lang === "zh" ? "元" : "money", labels, values: size }], {
    ...box,
    barGrouping: "stacked",
    chartColors: ["FFFFFF", "4C535D"],
    showLegend: false,
    catAxisLabelFontSize: 11,
    valAxisLabelFontSize: 10,
    valGridLine: { color: "ECEDEA", size: 0.75 },
    catGridLine: { style: "none" },
  });
  return true;
}
