import { percent } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import type { Evidence } from "./evidence.ts";
import type { Sentence } from "./model.ts";
import { movers, WORTH_SAYING } from "./movers.ts";
import { course } from "./phrases.ts";
import type { SectionInput } from "./section.ts";
import { name, of, sentence, textOf } from "./sentence.ts";

type Input = Pick<SectionInput, "evidence" | "subject" | "baseline" | "lang">;

/** The title of a report: what was found, in a line. */
export function finding(input: Input): Sentence {
  return input.baseline ? comparedFinding(input) : soloFinding(input);
}

function comparedFinding({ evidence, subject, lang }: Input): Sentence {
  const zh = lang === "zh";
  const prices = pricesInstead(evidence, lang);
  const [most] = movers(evidence);
  if (!most || Math.abs(most.change) < WORTH_SAYING) {
    if (!prices) return of(zh ? "几乎没有变化" : "Next to nothing changes");
    return zh ? sentence`目录价${prices}` : sentence`List prices ${prices}`;
  }
  const who = name(vendorName(subject.scenario, most.vendor, lang));
  const [to, from] = apart(evidence, most.path);
  const share = zh
    ? sentence`${who}期末份额${to}，而不是${from}`
    : sentence`${who} ends with ${to} of tokens, not ${from}`;
  if (!prices) return share;
  return zh ? sentence`${share}；目录价${prices}` : sentence`${share}; list prices ${prices}`;
}

/** How list prices went against how they went in the baseline; null where people would read the same. */
function pricesInstead(evidence: Evidence, lang: Input["lang"]): Sentence | null {
  const [a, b] = ["A", "B"].map((arm) => course(evidence, `${arm}/headline.priceFall`, lang));
  if (textOf(a) === textOf(b)) return null;
  const bothFell = ["A", "B"].every((arm) => evidence.read(`${arm}/headline.priceFall`) > 0);
  const other = evidence.value("B/headline.priceFall", percent);
  const plainly = bothFell && other.said !== percent(0);
  if (lang === "zh") return plainly ? sentence`${a}，而不是${other}` : sentence`${a}，基准则${b}`;
  return plainly ? sentence`${a}, not ${other}` : sentence`${a} where the baseline’s ${b}`;
}

/** Rounded as everywhere, but never two different numbers as one. */
function apart(evidence: Evidence, output: string) {
  const both = ["A", "B"].map((arm) => evidence.value(`${arm}/${output}`, percent));
  if (both[0].said !== both[1].said) return both;
  return ["A", "B"].map((arm) => evidence.value(`${arm}/${output}`, (x) => `${(100 * x).toFixed(1)}%`));
}

function soloFinding({ evidence, subject, lang }: Input): Sentence {
  const zh = lang === "zh";
  const prices = course(evidence, "A/headline.priceFall", lang);
  if (evidence.read("A/headline.moves") === 0) return of(zh ? "没有人动价格" : "Nobody moved a price");
  const gained = movers(evidence).find(({ change }) => change > WORTH_SAYING);
  if (!gained) return zh ? sentence`目录价${prices}` : sentence`List prices ${prices}`;
  const who = name(vendorName(subject.scenario, gained.vendor, lang));
  const to = evidence.value(`A/${gained.path}`, percent);
  return zh
    ? sentence`目录价${prices}，${who}的份额升得最多，期末达${to}`
    : sentence`List prices ${prices}, and ${who} gained most, ending with ${to} of tokens`;
}
