import { type Language, metersSold, say } from "../../engine/index.ts";
import { list, percent, withoutPoints } from "../../words/format.ts";
import { scopeOf } from "../../words/headline-words.ts";
import { outputFormat } from "../../words/output-words.ts";
import { type Spoken, spoken } from "../../words/series-words.ts";
import { type Evidence, nextAgrees, OPEN, type Seen } from "./evidence.ts";
import type { Name, Sentence, Value } from "./model.ts";
import { CERTAINTY, fell, HELD, intervalText, others, rose, scoped, spreadText } from "./phrase-words.ts";
import { name, NOTHING, of } from "./sentence.ts";

/** Phrases that several sections share. A phrase about what does not exist is NOTHING. */

export const exists = (...values: readonly number[]): boolean => values.every(Number.isFinite);

/** Whether a part of a fall can be said as a share of it: parts many times the whole, of either sign, cancel. */
export const sensible = (share: number): boolean => Math.abs(share) <= 5;

/** How list prices went: “fell 81%”, “跌 81%”. */
export function course(evidence: Evidence<Seen>, path: string, lang: Language): Sentence {
  const value = evidence.value(path, (x) => percent(Math.abs(x)));
  const scope = scopeIn(evidence);
  const went = value.said === percent(0) ? of(say(HELD, lang)) : say(value.value > 0 ? fell : rose, lang)(value);
  return scope ? say(scoped, lang)(went, say(scope, lang)) : went;
}

/** What indices of prices are of, where the market has prices of several kinds; null where they are of all. */
export const scopeIn = ({ arms }: Evidence<Seen>) => scopeOf(metersSold(arms[0].recordings[0]));

/** Names in a sentence: “A, B and C”; of more than `most`, how many others. */
export function names(items: readonly string[], lang: Language, most = 4): Name {
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const rest = items.length - shown.length;
  return name(list(rest === 0 ? shown : [...shown, say(others, lang)(rest)], lang));
}

/** An output in words, in its unit, and a difference of two. */
export const unitOf = (output: string, currency: string, lang: Language): Spoken =>
  spoken(outputFormat(output), currency, lang);

/** A count: whole as a whole number, a mean of counts with one decimal. */
export const whole = (x: number): string =>
  Number.isInteger(x) ? String(x).replace(/\B(?=(\d{3})+$)/g, x >= 10_000 ? "," : "") : x.toFixed(1);

/** Both ends of an interval, the unit once. */
export const ends = (
  evidence: Evidence<Seen>,
  path: string,
  marks: readonly [string, string],
  words: (x: number) => string,
): [Value, Value] => [
  evidence.value(`${path}#${marks[0]}`, (x) => withoutPoints(words(x))),
  evidence.value(`${path}#${marks[1]}`, words),
];

/** “ (95% interval −9.1 to −7.6 pts)”; nothing with a single pair. */
export function interval(
  evidence: Evidence<Seen>,
  output: string,
  gap: (x: number) => string,
  lang: Language,
): Sentence {
  const [low, high] = ends(evidence, `A-B/${output}`, ["low", "high"], gap);
  if (!exists(low.value, high.value)) return NOTHING;
  if (gap(low.value) === high.said) return NOTHING; // to the digits shown there is no doubt
  return say(intervalText, lang)(low, high);
}

/** How sure replications make a direction. */
export function certainty(agree: number, pairs: number, lang: Language): string {
  const share = nextAgrees(agree, pairs);
  const word = share >= 0.95 ? "almost" : share >= 0.8 ? "very" : share >= OPEN ? "probably" : "open";
  return say(CERTAINTY[word], lang);
}

/** How many pairs went the same way, and what that is called. */
export function sure(evidence: Evidence<Seen>, output: string, lang: Language): { word: string; pairs: Value } {
  const pairs = evidence.value(`A-B/${output}#agree`, (x) => String(x));
  return { word: certainty(pairs.value, evidence.runs, lang), pairs };
}

/** “ (8 of 10 runs: 79% to 83%)”; nothing where runs agree to the digits shown. */
export function spread(evidence: Evidence<Seen>, path: string, words: (x: number) => string, lang: Language): Sentence {
  if (evidence.runs < 5) return NOTHING;
  const [low, high] = ["p10", "p90"].map((mark) => evidence.value(`${path}#${mark}`, words));
  if (!exists(low.value, high.value) || low.said === high.said) return NOTHING;
  return say(spreadText, lang)(low, high);
}

export const outOf = (evidence: Evidence<Seen>): Value => evidence.value("runs", (x) => String(x));

/** A number on its own, or a dash. */
export const cell = (value: Value): Sentence => (Number.isFinite(value.value) ? of(value) : of("–"));
