import { say } from "../../engine/index.ts";
import { verdictWord } from "../../words/explain-words.ts";
import { percent } from "../../words/format.ts";
import type { Sentence, Value } from "./model.ts";
import { whole as count } from "./phrases.ts";
import type { SectionInput } from "./section.ts";
import { name, NOTHING, of, sentence } from "./sentence.ts";
import {
  ENDS,
  equilibriaFound,
  firmVerdict,
  inARow,
  NO_SUCH_END,
  noFirmVerdict,
  ofProducts,
  restUntold,
  whole,
} from "./verdict-words.ts";

/** The word for the average basket; nothing where the price of competition was not computed. */
export function basketVerdict({ evidence, subject, manifest, lang }: SectionInput): Sentence {
  const { index } = subject.explanation;
  if (!manifest.nash || !index?.verdict) return NOTHING;
  const sure = evidence.value("A/explain.index.robustness", percent);
  const word = name(verdictWord({ ...index, verdict: index.leading }, lang));
  return say(index.verdict === "undetermined" ? noFirmVerdict : firmVerdict, lang)(word, sure);
}

/** Product by product: how many ended how. Without the price of competition only what needs none is said. */
export function productVerdicts(input: SectionInput): Sentence[] {
  const { evidence, lang, manifest } = input;
  const ended = (word: string, end: keyof typeof ENDS): Ended => ({
    count: evidence.value(`A/explain.verdicts.${word}`, count),
    end,
  });
  const all = evidence.value("A/explain.verdicts.judged", count);
  if (all.value === 0) return [];
  const lead = say(ofProducts, lang)(all);
  if (manifest.nash) {
    const ends = WITH_NASH.map((word) => ended(word, word));
    return [say(whole, lang)(lead, listed(ends, lang)), ...noEquilibrium(input)];
  }
  const known = [ended("war", "belowCost"), ...WITHOUT_NASH.map((word) => ended(word, word))];
  const rest = known.reduce((left, { count: some }) => left - some.value, all.value);
  const said = rest === all.value ? of(say(NO_SUCH_END, lang)) : listed(known, lang);
  return [say(rest === 0 ? whole : restUntold, lang)(lead, said)];
}

/** What can be told from price and cost alone. */
const WITHOUT_NASH = ["free", "pass-through", "margin", "both"] as const;
const WITH_NASH = ["war", "competition", ...WITHOUT_NASH, "undetermined"] as const;

interface Ended {
  readonly count: Value;
  readonly end: keyof typeof ENDS;
}

/** “5 end free, 9 in a price war and 4 in competition”: what there is none of is left out. */
function listed(items: readonly Ended[], lang: SectionInput["lang"]): Sentence {
  const some = items.filter(({ count: n }) => n.value > 0);
  return say(inARow, lang)(some.map(({ count: n, end }) => sentence`${n} ${say(ENDS[end], lang)}`));
}

function noEquilibrium({ evidence, lang }: SectionInput): Sentence[] {
  const [found, runs] = ["nashFound", "runs"].map((key) => evidence.value(`A/explain.${key}`, count));
  return found.value === runs.value ? [] : [say(equilibriaFound, lang)(found, runs)];
}
