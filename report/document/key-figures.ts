import { say } from "../../engine/index.ts";
import { change, money, number, percent, points } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import {
  atStart,
  FAR_APART,
  inBaseline,
  LIST_PRICES,
  listPricesBy,
  MARGIN,
  NOT_IN_BASELINE,
  NOTHING_SOLD,
  paidOnAverage,
  SHARE,
  shareOf,
  SMALL_FALL,
  TWO_WAYS,
  TOKENS_GREW,
  USERS_GAIN_OVER_BASE,
  vendorsGain,
  vendorsGainOf,
  wasAndGap,
} from "./key-figure-words.ts";
import type { KeyFigure, Sentence, Value } from "./model.ts";
import { movers } from "./movers.ts";
import { lowToHigh } from "./phrase-words.ts";
import { cell, exists, scopeIn, sensible } from "./phrases.ts";
import type { SectionInput } from "./section.ts";
import { of } from "./sentence.ts";

type Input = Pick<SectionInput, "evidence" | "subject" | "baseline" | "names" | "lang">;

const NONE = of("–");

/** The four numbers a report opens with: prices, how much of it is margin, who moved most, who benefits. */
export function keyFigures(input: Input): KeyFigure[] {
  return [prices(input), margin(input), share(input), benefit(input)];
}

/** A note on a number; empty where the number does not exist. */
const noteOn = (value: Value, words: (value: Value) => Sentence): Sentence =>
  exists(value.value) ? words(value) : of("");

function prices({ evidence, baseline, lang }: Input): KeyFigure {
  const fall = (path: string) => evidence.value(path, (x) => change(-x));
  const note = baseline
    ? say(inBaseline, lang)(fall("B/headline.priceFall"))
    : noteOn(fall("A/headline.paidFall"), say(paidOnAverage, lang));
  const scope = scopeIn(evidence);
  const label = scope ? say(listPricesBy, lang)(say(scope, lang)) : say(LIST_PRICES, lang);
  return { label, value: cell(fall("A/headline.priceFall")), note };
}

function margin({ evidence, lang }: Input): KeyFigure {
  const said = ["symmetric", "absolute"].map((split) =>
    evidence.value(`A/explain.index.marginShare.${split}`, percent),
  );
  const [low, high] = said.toSorted((a, b) => a.value - b.value);
  const figure = (value: Sentence, note: typeof MARGIN) => ({
    label: say(MARGIN, lang),
    value,
    note: of(say(note, lang)),
  });
  if (!exists(low.value, high.value)) return figure(NONE, SMALL_FALL);
  if (!sensible(low.value) || !sensible(high.value)) return figure(NONE, FAR_APART);
  return figure(say(lowToHigh, lang)(low, high), TWO_WAYS);
}

function share({ evidence, names, baseline, lang }: Input): KeyFigure {
  const [most] = movers(evidence);
  if (!most) return { label: say(SHARE, lang), value: NONE, note: of(say(NOTHING_SOLD, lang)) };
  const at = (path: string) => evidence.value(path, percent);
  const gap = () => evidence.value(`A-B/${most.path}`, (x) => points(x, lang));
  const was = () => say(inBaseline, lang)(at(`B/${most.path}`));
  const note = (): Sentence => {
    if (!baseline) return say(atStart, lang)(at(`A/${most.path}:start`));
    if (most.only) return most.only === "A" ? of(say(NOT_IN_BASELINE, lang)) : was();
    return say(wasAndGap, lang)(was(), gap());
  };
  return {
    label: say(shareOf, lang)(vendorName(names, most.vendor, lang)),
    value: cell(at(`A/${most.path}`)),
    note: note(),
  };
}

function benefit({ evidence, subject, baseline, lang }: Input): KeyFigure {
  const { currency } = subject.scenario;
  const signed = (x: number) => `${x > 0 ? "+" : ""}${money(x, currency, lang)}`;
  const vendors = evidence.value(baseline ? "A-B/market.vendorProfit" : "A/headline.profitGain", signed);
  const users = baseline
    ? evidence.value("A-B/market.consumerSurplus", signed)
    : evidence.value("A/headline.tokenGrowth", number); // surplus is a difference between scenarios
  return {
    label: say(baseline ? USERS_GAIN_OVER_BASE : TOKENS_GREW, lang),
    value: cell(users),
    note: noteOn(vendors, say(baseline ? vendorsGain : vendorsGainOf, lang)),
  };
}
