import { type Language, type Said, say } from "../../engine/index.ts";
import { date, list } from "../../words/format.ts";
import { type ChartLine, firstTick, lastTick } from "./chart-line.ts";
import type { FreeLane } from "./free-lanes.ts";
import { type Lane, spansBelow } from "./lanes.ts";
import type { Measure } from "./measure.ts";
import { COMMA, FULL_STOP, SEMICOLON } from "../../words/punctuation.ts";
import { valueText } from "./values.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
  readonly dates: readonly string[];
}

const chart = {
  en: (title: string, from: string, to: string, what: string) => `${title}, ${from} to ${to}: ${what}.`,
  zh: (title: string, from: string, to: string, what: string) => `${title}，${from}至${to}：${what}。`,
} satisfies Said<(title: string, from: string, to: string, what: string) => string>;

const freeFrom = {
  en: (vendor: string, products: string, day: string) => `${vendor}'s ${products} free from ${day}`,
  zh: (vendor: string, products: string, day: string) => `${vendor}的${products}自${day}起免费`,
} satisfies Said<(vendor: string, products: string, day: string) => string>;

/** A chart in words: where each line starts and where it ends. */
export function chartSummary(lines: readonly ChartLine[], free: readonly FreeLane[], context: Context): string {
  const { measure, lang, dates } = context;
  const said = lines.map((line) => {
    const [a, b] = [firstTick(line.values), lastTick(line.values)];
    const [from, to] = [valueText(line.values[a], context), valueText(line.values[b], context)];
    return from === to ? `${line.title} ${to}` : `${line.title} ${from} → ${to}`;
  });
  const gone = free.map(({ name, products, spans }) =>
    say(freeFrom, lang)(name, products, date(dates[spans[0].from], lang)),
  );
  const parts = [said, ...(gone.length > 0 ? [gone] : [])].map((part) => part.join(say(SEMICOLON, lang)));
  const [first, last] = [dates[0], dates[dates.length - 1]].map((day) => date(day, lang));
  return say(chart, lang)(say(measure.label, lang), first, last, parts.join(say(FULL_STOP, lang)));
}

const strip = {
  en: (moves: string, below: string) =>
    `Price moves by vendor: ${moves || "none"}. Gross margin below zero at some time: ${below || "nobody"}.`,
  zh: (moves: string, below: string) => `各厂商调价：${moves || "无"}。毛利率曾低于零：${below || "无"}。`,
} satisfies Said<(moves: string, below: string) => string>;

/** The event strip in words. */
export function lanesSummary(lanes: readonly Lane[], dates: readonly string[], lang: Language): string {
  const day = (iso: string) => date(iso, lang, true);
  const moved = lanes
    .filter((l) => l.points.length > 0)
    .map(({ name, points }) => {
      const moves = points.map((p) => `${day(p.date)} ${p.texts[0]}`);
      return `${name} ${moves.join(say(COMMA, lang))}`;
    });
  const below = lanes.flatMap(({ name, margin }) =>
    spansBelow(margin)
      .slice(0, 1)
      .map(([from]) => `${name} (${day(dates[from])})`),
  );
  return say(strip, lang)(moved.join(say(SEMICOLON, lang)), list(below, lang));
}
