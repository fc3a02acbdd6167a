import { say } from "../../../engine/index.ts";
import { outOf } from "../phrases.ts";
import type { SectionKind } from "../section.ts";
import { of } from "../sentence.ts";
import { COST, pairedRuns, runsAlone, SPLIT, USE, WEEK } from "./method-words.ts";

/** How the numbers came about, for whoever wants to check. */
export const method: SectionKind = {
  id: "method",
  label: { en: "Method", zh: "方法" },
  heading: { en: "Method", zh: "方法" },
  build({ evidence, baseline, subject, lang }) {
    const runs = say(baseline ? pairedRuns : runsAlone, lang)(outOf(evidence));
    const weekly = subject.recordings[0].tickDays === 1 ? [] : [WEEK];
    const [use, cost, split, ...week] = [USE, COST, SPLIT, ...weekly].map((text) => of(say(text, lang)));
    return [{ kind: "prose", sentences: [use, cost, runs, split, ...week] }];
  },
};
