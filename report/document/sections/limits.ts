import { say, hasLastingUsers } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { names, outOf, whole } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { of } from "../sentence.ts";
import * as words from "./limits-words.ts";

/** What the model cannot say: of every report, and of this one. */
export const limits: SectionKind = {
  id: "limits",
  label: { en: "Limits of the model", zh: "模型的局限" },
  heading: { en: "Limits of the model", zh: "模型的局限" },
  build(input) {
    const items = [...grounds(input), ...scope(input), ...switchedOff(input), ...standing(input)];
    return [{ kind: "list", items }];
  },
};

const FAR_MS = 3 * 366 * 86_400_000;

/** How many numbers nobody checked. */
function grounds({ evidence, lang }: SectionInput): Sentence[] {
  const [assumed, unchecked, fitted] = ["assumption", "unverified", "calibrated"].map((basis) =>
    evidence.value(`A/scenario.basis.${basis}`, whole),
  );
  if (assumed.value + unchecked.value + fitted.value === 0) return [];
  return [say(words.grounds, lang)(assumed, unchecked, fitted)];
}

/** What ranges hold: where parameters are drawn too, those of a difference and of a run are not alike. */
function ranges({ evidence, baseline, manifest, lang }: SectionInput): Sentence[] {
  if (evidence.runs < 2) return [of(say(words.ONE_RUN, lang))];
  if (manifest.draws === undefined) return [say(words.chanceOnly, lang)(outOf(evidence))];
  return [say(words.chanceWithUnknowns, lang)(outOf(evidence)), ...(baseline ? [of(say(words.OF_MEANS, lang))] : [])];
}

function scope(input: SectionInput): Sentence[] {
  const { evidence, subject, lang } = input;
  const held = ranges(input);
  if (!hasLastingUsers(subject.scenario)) return [...held, of(say(words.TEXTBOOK, lang))];
  const [agents, population] = ["agents", "population"].map((k) => evidence.value(`A/scenario.demand.${k}`, whole));
  return [...held, say(words.headsAreScale, lang)(agents, population)];
}

const MOST_IDS = 30;

function switchedOff({ subject, lang }: SectionInput): Sentence[] {
  const { off } = subject.scenario;
  return off.length === 0 ? [] : [say(words.switchedOff, lang)(names(off, lang, MOST_IDS))];
}

function standing({ subject, manifest, lang }: SectionInput): Sentence[] {
  const { start, end } = subject.scenario.clock;
  const some = [
    manifest.nash ? null : words.NO_NASH,
    subject.recordings[0].tickDays > 1 ? words.WEEKLY : null,
    Date.parse(end) - Date.parse(start) > FAR_MS ? words.FAR : null,
  ];
  return [...some.flatMap((text) => (text ? [say(text, lang)] : [])), ...say(words.ALWAYS, lang)].map(of);
}
