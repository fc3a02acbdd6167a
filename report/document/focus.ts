import { type Focus, type Language, outputOf, outputsTold, present, say, type Scenario } from "../../engine/index.ts";
import { focusName, seriesName, whenText, whoName } from "../../words/focus-words.ts";
import { outputAmount, outputUnit } from "../../words/output-words.ts";
import { aside } from "../../words/punctuation.ts";
import { capitalised } from "../../words/sentence.ts";
import { direction, isDirected } from "./direction.ts";
import type { Evidence, Seen } from "./evidence.ts";
import * as words from "./focus-words.ts";
import type { Sentence, Table } from "./model.ts";
import { lowToHigh } from "./phrase-words.ts";
import { cell, ends, exists, outOf, unitOf } from "./phrases.ts";
import { name, NOTHING, of } from "./sentence.ts";
import { PURSE } from "./sections/table-words.ts";

/** What the answer about a focus is made from: the runs of a scenario, and of the one it is held against. */
export interface FocusInput {
  readonly evidence: Evidence<Seen>;
  readonly names: Scenario; // what vendors and products of any arm are called
  readonly focus: Focus;
  readonly lang: Language;
}

const subjectOf = ({ evidence: { arms } }: FocusInput): Scenario => arms[0].scenario;
const baseOf = ({ evidence: { arms } }: FocusInput): Scenario | null => arms[1]?.scenario ?? null;

/** The title a baseline goes by in a sentence: what stands before the colon. */
const brief = (s: Scenario, lang: Language): string => say(s.title, lang).split(/[:：]/)[0];

/** A distance without its sign. */
const distance = (gap: (x: number) => string) => (x: number) => gap(Math.abs(x)).replace(/^\+/, "");

/** The answer in one sentence, which is the title of whatever shows it. */
export function focusFinding(input: FocusInput): Sentence {
  const { evidence, names, focus, lang } = input;
  const output = outputOf(focus);
  const [scenario, base] = [subjectOf(input), baseOf(input)];
  const what = name(capitalised(focusName(focus, names, lang)));
  const when = name(whenText(focus, scenario, lang));
  const amount = (x: number) => outputAmount(output, x, scenario, lang);
  if (!present(scenario, output)) return say(words.nothing, lang)(what, when);
  const value = evidence.value(`A/${output}`, amount);
  if (value.value === Infinity) return say(words.noLimit, lang)(what, when);
  if (!exists(value.value)) return say(words.nothing, lang)(what, when);
  if (!base) {
    const start = evidence.value(`A/${outputOf({ ...focus, when: "" })}:start`, amount);
    return say(words.alone, lang)({ what, when, value }, cell(start));
  }
  const title = name(brief(base, lang));
  const there = present(base, output) ? evidence.value(`B/${output}`, amount) : null;
  const compared = { what, when, value, title, base: there ? cell(there) : NOTHING, gap: NOTHING };
  if (!there || !exists(there.value)) return say(words.onlyHere, lang)(compared);
  const gap = evidence.value(`A-B/${output}`, distance(unitOf(output, scenario.currency, lang).gap));
  const told = !isDirected(evidence, output) ? words.alike : gap.value > 0 ? words.higher : words.lower;
  return say(told, lang)({ ...compared, gap });
}

/** Whether there is a number to be sure of and to have causes: of cash that a parent pays there is none. */
export const isMeasured = ({ evidence, focus }: Pick<FocusInput, "evidence" | "focus">): boolean =>
  present(evidence.arms[0].scenario, outputOf(focus)) && Number.isFinite(evidence.read(`A/${outputOf(focus)}`));

/** How far runs stray, and how sure the difference is. */
export function focusSureness(input: FocusInput): Sentence[] {
  const { evidence, focus, lang } = input;
  const output = outputOf(focus);
  const [scenario, base] = [subjectOf(input), baseOf(input)];
  if (evidence.runs < 5 || !present(scenario, output)) return [];
  const unit = unitOf(output, scenario.currency, lang);
  const [low, high] = ["p10", "p90"].map((mark) => evidence.value(`A/${output}#${mark}`, unit.value));
  if (!exists(low.value, high.value)) return [];
  const band = say(words.spread, lang)(low, high, outOf(evidence));
  if (!base || !present(base, output)) return [band];
  const gap = evidence.value(`A-B/${output}`, unit.gap);
  const [from, to] = ends(evidence, `A-B/${output}`, ["low", "high"], unit.gap);
  if (!exists(gap.value, from.value, to.value) || gap.value === 0) return [band];
  return [band, say(words.sureness, lang)(gap, from, to, direction(evidence, output, "level", lang))];
}

/** The few numbers beside it, of the same somebody on the same day. */
export function focusTable(input: FocusInput): Table {
  const { evidence, names, focus, lang } = input;
  const scenario = subjectOf(input);
  const outputs = outputsTold(focus).filter((output) => present(scenario, output));
  return {
    caption: say(words.FOCUS_CAPTION, lang)(
      whoName(focus, names, lang),
      whenText(focus, scenario, lang),
      evidence.runs,
    ),
    head: say(words.FOCUS_HEAD, lang)(evidence.arms.slice(0, 2).map((arm) => brief(arm.scenario, lang))),
    rows: outputs.map((output) => row(input, output)),
  };
}

function row(input: FocusInput, output: string): Sentence[] {
  const { evidence, focus, lang } = input;
  const [scenario, base] = [subjectOf(input), baseOf(input)];
  const unit = unitOf(output, scenario.currency, lang);
  const series = output.split(/[@:]/)[0].split(".").at(-1)!;
  const own = outputUnit(output, scenario, lang);
  const called = seriesName({ entity: focus.entity, name: series }, lang) + (own === "" ? "" : aside(own, lang));
  const at = (arm: string) => {
    const value = evidence.value(`${arm}/${output}`, unit.value);
    return value.value === Infinity ? of(name(say(PURSE, lang))) : cell(value);
  };
  const range = (path: string, marks: readonly [string, string], say_: (x: number) => string): Sentence => {
    const [low, high] = ends(evidence, path, marks, say_);
    return evidence.runs > 1 && exists(low.value, high.value) ? say(lowToHigh, lang)(low, high) : of("–");
  };
  const here = [of(name(called)), at("A"), range(`A/${output}`, ["p10", "p90"], unit.value)];
  if (!base) return here;
  if (!present(base, output)) return [...here, of("–"), of("–"), of("–")];
  return [
    ...here,
    at("B"),
    cell(evidence.value(`A-B/${output}`, unit.gap)),
    range(`A-B/${output}`, ["low", "high"], unit.gap),
  ];
}
