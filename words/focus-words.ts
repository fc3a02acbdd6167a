import {
  findSeries,
  type Focus,
  inBoth,
  isSpan,
  type Language,
  parsePeriod,
  type Said,
  say,
  type Scenario,
  segmentsOf,
  type Text,
} from "../engine/index.ts";
import { date } from "./format.ts";
import { fullName, vendorName } from "./names.ts";
import { zhJoin } from "./punctuation.ts";

/** What is asked about, in words: who, what and when. */

const MARKET: Text = { en: "The market", zh: "整个市场" };
const SEGMENT: Said<(name: string) => string> = { en: (name) => name, zh: (name) => `客群“${name}”` };

/** Who a focus is about. */
export function whoName({ entity, id }: Pick<Focus, "entity" | "id">, s: Scenario, lang: Language): string {
  if (entity === "market") return say(MARKET, lang);
  if (entity === "vendor") return vendorName(s, id, lang);
  if (entity === "product") return fullName(s, id, lang);
  return say(SEGMENT, lang)(say(segmentsOf(s)[id]?.label ?? inBoth(id), lang));
}

const PLAIN: Said<(label: string) => string> = {
  en: (label) => label.replace(/ by (segment|product|vendor)$/, ""),
  zh: (label) => label.replace(/^各(客群|产品|厂商)/, ""),
};

/** A series of somebody who is named beside it: “Spend”, not “Spend by segment”. */
export const seriesName = (focus: Pick<Focus, "entity" | "name">, lang: Language): string =>
  say(PLAIN, lang)(say(findSeries(focus)?.label ?? inBoth(focus.name), lang));

const owned: Said<(who: string, what: string) => string> = {
  en: (who, what) => `${who}${who.endsWith("s") ? "'" : "'s"} ${inSentence(what)}`,
  zh: (who, what) => zhJoin(who, "的", what),
};

/** “Share of tokens” in a sentence; HHI stays as it is. */
const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label;

/** “Zhipu's share of tokens”; of the market, the series alone. */
export function focusName(focus: Focus, s: Scenario, lang: Language): string {
  const what = seriesName(focus, lang);
  return focus.entity === "market" ? what : say(owned, lang)(whoName(focus, s, lang), what);
}

/** The first and the last day a focus is about, inside the days that are simulated. */
export function daysOf(
  { when }: Pick<Focus, "when">,
  { clock }: Scenario,
): { readonly from: string; readonly to: string } {
  const period = (when && parsePeriod(when)) || { from: clock.end, to: clock.end };
  const inside = (day: string) => (day < clock.start ? clock.start : day > clock.end ? clock.end : day);
  return { from: inside(period.from), to: inside(period.to) };
}

const on: Said<(day: string) => string> = { en: (day) => `on ${day}`, zh: (day) => day };
const over: Said<(from: string, to: string) => string> = {
  en: (from, to) => `on average from ${from} to ${to}`,
  zh: (from, to) => `${from}至${to}平均`,
};

/** “on 31 Dec 2024”, “on average from 1 Jun to 31 Dec 2024”. */
export function whenText(focus: Pick<Focus, "when">, s: Scenario, lang: Language): string {
  const { from, to } = daysOf(focus, s);
  return isSpan(focus) ? say(over, lang)(date(from, lang), date(to, lang)) : say(on, lang)(date(to, lang));
}
