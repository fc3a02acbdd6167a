import { say } from "../../../engine/index.ts";
import { money, number, percent, points, price, priceUnit } from "../../../words/format.ts";
import { productName, vendorName } from "../../../words/names.ts";
import { ITEM } from "../../../words/punctuation.ts";
import { direction } from "../direction.ts";
import type { Sentence } from "../model.ts";
import { movers, WORTH_SAYING } from "../movers.ts";
import { course, exists, interval, names, outOf, sensible, spread, whole } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { day, joined, name, NOTHING, of, plain, textOf } from "../sentence.ts";
import { basketVerdict } from "../verdicts.ts";
import * as words from "./summary-words.ts";

/** The report in one paragraph: prices, shares, who benefits, how much was cost, who is free or gone. */
export const summary: SectionKind = {
  id: "summary",
  label: { en: "Summary", zh: "摘要" },
  heading: { en: "", zh: "" },
  build(input) {
    const parts = input.baseline ? [prices, shares, benefits] : [soloPrices, soloShares, soloBenefits];
    const sentences = [...parts, decomposition, basketVerdict, ends, exits].map((told) => told(input));
    return [{ kind: "prose", sentences: sentences.filter((s) => s.parts.length > 0), together: true }];
  },
};

function prices({ evidence, subject, baseline, lang }: SectionInput): Sentence {
  const courses = ["A", "B"].map((arm) => course(evidence, `${arm}/headline.priceFall`, lang));
  const titles = [subject, baseline!].map(({ scenario }) => name(say(scenario.title, lang)));
  const runs = outOf(evidence);
  if (evidence.runs < 2) return say(words.onePair, lang)(titles, courses, runs);
  if (textOf(courses[0]) === textOf(courses[1])) return say(words.bothAlike, lang)(titles, courses, runs);
  const how = direction(evidence, "headline.priceFall", "fall", lang);
  return say(words.manyPairs, lang)(titles, courses, runs, how);
}

/** A direction with the marks that set it apart from what goes before; nothing without one. */
const tail = (how: Sentence, marks: (how: Sentence) => Sentence): Sentence =>
  how.parts.length > 0 ? marks(how) : NOTHING;

function shares({ evidence, names: called, lang }: SectionInput): Sentence {
  const [most] = movers(evidence);
  if (!most) return NOTHING;
  if (Math.abs(most.change) < WORTH_SAYING) return of(say(words.SHARES_ALIKE, lang));
  const gap = (x: number) => points(x, lang);
  const who = name(vendorName(called, most.vendor, lang));
  if (most.only) {
    const share = evidence.value(`${most.only}/${most.path}`, percent);
    return say(most.only === "A" ? words.entersWith : words.isMissing, lang)(who, share);
  }
  return say(words.shareDiffers, lang)(
    who,
    ["A", "B"].map((arm) => evidence.value(`${arm}/${most.path}`, percent)),
    evidence.value(`A-B/${most.path}`, gap),
    interval(evidence, most.path, gap, lang),
    tail(direction(evidence, most.path, "level", lang), say(words.afterComma, lang)),
  );
}

function benefits({ evidence, subject, lang }: SectionInput): Sentence {
  const size = (x: number) => money(Math.abs(x), subject.scenario.currency, lang);
  const [users, vendors] = ["consumerSurplus", "vendorProfit"].map((m) => evidence.value(`A-B/market.${m}`, size));
  if (!exists(users.value, vendors.value)) return NOTHING;
  if (users.value === 0 && vendors.value === 0) return of(say(words.BENEFITS_ALIKE, lang));
  const how = direction(evidence, "market.consumerSurplus", "amount", lang);
  return say(words.benefitsDiffer, lang)(users, vendors, tail(how, say(words.inParentheses, lang)));
}

function soloPrices({ evidence, subject, lang }: SectionInput): Sentence {
  const { dates } = subject.recordings[0];
  const span = [day(dates[0], lang), day(dates[dates.length - 1], lang)];
  if (dates.length === 1) return say(words.oneDay, lang)(span[0]);
  const [moves, runs] = [evidence.value("A/headline.moves", whole), outOf(evidence)];
  if (moves.value === 0) return say(words.nobodyMoves, lang)(span, runs);
  const fell = course(evidence, "A/headline.priceFall", lang);
  if (evidence.runs === 1) return say(words.oneRun, lang)(span, fell, moves);
  return say(words.manyRuns, lang)(span, fell, spread(evidence, "A/headline.priceFall", percent, lang), moves, runs);
}

function soloShares({ evidence, subject, lang }: SectionInput): Sentence {
  const [most] = movers(evidence);
  if (!most) return of(say(words.NOTHING_SOLD, lang));
  const who = name(vendorName(subject.scenario, most.vendor, lang));
  if (subject.recordings[0].vendorIds.length === 1) return say(words.onlyVendor, lang)(who);
  if (Math.abs(most.change) < WORTH_SAYING) return of(say(words.SHARES_STILL, lang));
  const to = evidence.value(`A/${most.path}`, percent);
  const from = evidence.value(`A/${most.path}:start`, percent);
  return say(words.shareChanges, lang)(who, from, to, spread(evidence, `A/${most.path}`, percent, lang));
}

export function soloBenefits({ evidence, subject, lang }: SectionInput): Sentence {
  if (subject.recordings[0].dates.length === 1) return NOTHING;
  const size = (x: number) => money(Math.abs(x), subject.scenario.currency, lang);
  const vendors = evidence.value("A/headline.profitGain", size);
  const times = evidence.value("A/headline.tokenGrowth", number);
  if (!exists(vendors.value, times.value)) return NOTHING;
  return say(words.benefitsChange, lang)(vendors, times);
}

/** How much of the fall cost explains, both ways of counting. */
export function decomposition({ evidence, subject, lang }: SectionInput): Sentence {
  const at = (key: string) => evidence.value(`A/explain.index.split.${key}`, (x) => price(x, lang));
  const [from, to] = [at("from"), at("to")];
  const [held, oneForOne] = ["symmetric", "absolute"].map((s) =>
    evidence.value(`A/explain.index.marginShare.${s}`, percent),
  );
  if (!exists(from.value, to.value, held.value, oneForOne.value)) return NOTHING;
  const basket = [from, to, name(priceUnit(subject.scenario.currency, lang).trim())] as const;
  if (!sensible(held.value) || !sensible(oneForOne.value)) return say(words.farApart, lang)(basket);
  return say(words.marginInFall, lang)(basket, held, oneForOne);
}

const MOST_NAMED = 4; // free products

function ends({ evidence, subject, lang }: SectionInput): Sentence {
  const [free, below] = ["free", "belowCost"].map((key) => evidence.value(`A/headline.${key}`, whole));
  if (free.value === 0 && below.value === 0) return of(say(words.NOTHING_FREE, lang));
  if (free.value === 0) return say(words.onlyBelow, lang)(below);
  const given = freeNames(subject.recordings[0]).map((id) => productName(subject.scenario, id, lang));
  const named = given.length > 0 && given.length <= MOST_NAMED;
  const who = named ? say(words.inParentheses, lang)(names(given, lang)) : NOTHING;
  return below.value === 0 ? say(words.onlyFree, lang)(free, who) : say(words.freeAndBelow, lang)(free, who, below);
}

function freeNames(r: SectionInput["subject"]["recordings"][0]): string[] {
  const at = (r.dates.length - 1) * r.productIds.length;
  const { live, priceInput, priceOutput } = r.product;
  return r.productIds.filter((_, j) => live[at + j] === 1 && priceInput[at + j] === 0 && priceOutput[at + j] === 0);
}

/** Who is gone at the end, and in how many runs. */
function exits({ evidence, subject, lang }: SectionInput): Sentence {
  const gone = subject.recordings[0].vendorIds.filter((id) => evidence.read(`A/vendors.${id}.alive`) < 1);
  if (gone.length === 0) return NOTHING;
  const told = gone.slice(0, 3).map((id, k) => {
    const who = name(vendorName(subject.scenario, id, lang));
    const alive = say(words.aliveIn, lang)(who, evidence.value(`A/vendors.${id}.alive#share`, percent));
    return k === 0 ? alive : joined([plain(say(ITEM, lang)), alive]);
  });
  return say(words.vendorsLeft, lang)(joined(told));
}
