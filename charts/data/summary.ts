import type { Language } from "../../engine/index.ts";
import { date, list } from "../../words/format.ts";
import { type ChartLine, firstTick, lastTick } from "./chart-line.ts";
import type { FreeLane } from "./free-lanes.ts";
import type { Lane } from "./lanes.ts";
import { spansBelow } from "./lanes.ts";
import type { Measure } from "./measure.ts";
import { valueText } from "./values.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
  readonly dates: readonly string[];
}

/** A chart in words: where each line starts and where it ends. */
export function chartSummary(lines: readonly ChartLine[], free: readonly FreeLane[], context: Context): string {
  const { measure, lang, dates } = context;
  const span = `${date(dates[0], lang)}${lang === "zh" ? "至" : " to "}${date(dates[dates.length - 1], lang)}`;
  const said = lines.map((line) => {
    const [a, b] = [firstTick(line.values), lastTick(line.values)];
    const [from, to] = [valueText(line.values[a], context), valueText(line.values[b], context)];
    return from === to ? `${line.title} ${to}` : `${line.title} ${from} → ${to}`;
  });
  const gone = free.map(({ name, products, spans }) =>
    lang === "zh"
      ? `${name}的${products}自${date(dates[spans[0].from], lang)}起免费`
      : `${name}'s ${products} free from ${date(dates[spans[0].from], lang)}`,
  );
  const stop = lang === "zh" ? "。" : ". ";
  const parts = [
    said.join(lang === "zh" ? "；" : "; "),
    ...(gone.length > 0 ? [gone.join(lang === "zh" ? "；" : "; ")] : []),
  ];
  return lang === "zh"
    ? `${measure.label.zh}，${span}：${parts.join(stop)}。`
    : `${measure.label.en}, ${span}: ${parts.join(stop)}.`;
}

/** The event strip in words. */
export function lanesSummary(lanes: readonly Lane[], dates: readonly string[], lang: Language): string {
  const moved = lanes
    .filter((l) => l.points.length > 0)
    .map(
      ({ name, points }) =>
        `${name} ${points.map((p) => `${date(p.date, lang, true)} ${p.texts[0]}`).join(lang === "zh" ? "，" : ", ")}`,
    );
  const below = lanes.flatMap(({ name, margin }) =>
    spansBelow(margin)
      .slice(0, 1)
      .map(([from]) => `${name} (${date(dates[from], lang, true)})`),
  );
  if (lang === "zh") return `各厂商调价：${moved.join("；") || "无"}。毛利率曾低于零：${list(below, lang) || "无"}。`;
  return `Price moves by vendor: ${moved.join("; ") || "none"}. Gross margin below zero at some time: ${list(below, lang) || "nobody"}.`;
}
