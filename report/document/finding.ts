import { say } from "../../engine/index.ts";
import { percent } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import type { Evidence } from "./evidence.ts";
import {
  enters,
  missing,
  NO_CHANGE,
  NO_MOVES,
  notAsMuch,
  otherwise,
  pricesAndGainer,
  shareInstead,
  sharesThenPrices,
} from "./finding-words.ts";
import type { Sentence } from "./model.ts";
import { type Mover, movers, WORTH_SAYING } from "./movers.ts";
import { listPrices } from "./phrase-words.ts";
import { course } from "./phrases.ts";
import type { SectionInput } from "./section.ts";
import { name, of, textOf } from "./sentence.ts";

type Input = Pick<SectionInput, "evidence" | "subject" | "baseline" | "names" | "lang">;

/** The title of a report: what was found, in a line. */
export function finding(input: Input): Sentence {
  return input.baseline ? comparedFinding(input) : soloFinding(input);
}

function comparedFinding({ evidence, names, lang }: Input): Sentence {
  const prices = pricesInstead(evidence, lang);
  const [most] = movers(evidence);
  if (!most || Math.abs(most.change) < WORTH_SAYING)
    return prices ? say(listPrices, lang)(prices) : of(say(NO_CHANGE, lang));
  const share = shareSentence(most, { evidence, names, lang });
  return prices ? say(sharesThenPrices, lang)(share, prices) : share;
}

/** Where the vendor whose share differs most ends, against where it ends in the baseline, if it is there. */
function shareSentence(
  { vendor, path, only }: Mover,
  { evidence, names, lang }: Pick<Input, "evidence" | "names" | "lang">,
) {
  const who = name(vendorName(names, vendor, lang));
  if (only === "A") return say(enters, lang)(who, evidence.value(`A/${path}`, percent));
  if (only === "B") return say(missing, lang)(who, evidence.value(`B/${path}`, percent));
  const [to, from] = apart(evidence, path);
  return say(shareInstead, lang)(who, to, from);
}

/** How list prices went against how they went in the baseline; null where people would read the same. */
function pricesInstead(evidence: Evidence, lang: Input["lang"]): Sentence | null {
  const [a, b] = ["A", "B"].map((arm) => course(evidence, `${arm}/headline.priceFall`, lang));
  if (textOf(a) === textOf(b)) return null;
  const bothFell = ["A", "B"].every((arm) => evidence.read(`${arm}/headline.priceFall`) > 0);
  const other = evidence.value("B/headline.priceFall", percent);
  return bothFell && other.said !== percent(0) ? say(notAsMuch, lang)(a, other) : say(otherwise, lang)(a, b);
}

/** Rounded as everywhere, but never two different numbers as one. */
function apart(evidence: Evidence, output: string) {
  const both = ["A", "B"].map((arm) => evidence.value(`${arm}/${output}`, percent));
  if (both[0].said !== both[1].said) return both;
  return ["A", "B"].map((arm) => evidence.value(`${arm}/${output}`, (x) => `${(100 * x).toFixed(1)}%`));
}

function soloFinding({ evidence, names, lang }: Input): Sentence {
  if (evidence.read("A/headline.moves") === 0) return of(say(NO_MOVES, lang));
  const prices = course(evidence, "A/headline.priceFall", lang);
  const gained = movers(evidence).find(({ change }) => change > WORTH_SAYING);
  if (!gained) return say(listPrices, lang)(prices);
  const who = name(vendorName(names, gained.vendor, lang));
  return say(pricesAndGainer, lang)(prices, who, evidence.value(`A/${gained.path}`, percent));
}
