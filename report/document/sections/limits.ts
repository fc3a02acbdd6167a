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

function scope({ evidence, subject, manifest, lang }: SectionInput): Sentence[] {
  const held = manifest.draws === undefined ? words.chanceOnly : words.chanceWithUnknowns;
  const runs = evidence.runs < 2 ? of(say(words.ONE_RUN, lang)) : say(held, lang)(outOf(evidence));
  if (!hasLastingUsers(subject.scenario)) return [runs, of(say(words.TEXTBOOK, lang))];
  const [agents, population] = ["agents", "population"].map((k) => evidence.value(`A/scenario.demand.${k}`, whole));
  return [runs, say(words.headsAreScale, lang)(agents, population)];
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
