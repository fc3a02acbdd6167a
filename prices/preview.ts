import { INPUT_WEIGHT } from "../engine/price.ts";
import { type Language, say, type Text } from "../engine/text/text.ts";
import { change, currencyWord, FREE, number } from "../words/format.ts";
import type { Plan, Planned } from "./plan.ts";
import { DOES, HEAD, SUMMARY, TARIFF, UNIT } from "./preview-words.ts";
import type { PriceFile, RowPrices, Skipped } from "./row.ts";

/** What a file would do, as a table of words: what was read, what maps to what, and what is otherwise. */
export interface Preview {
  readonly summary: string;
  readonly notes: readonly string[]; // what was assumed, and what was not read
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly doubtful: readonly Reason[];
  readonly skipped: readonly Reason[];
}

interface Reason {
  readonly why: string;
  readonly names: readonly string[];
}

export function previewOf(file: PriceFile, { planned, skipped }: Plan, lang: Language): Preview {
  const used = planned.filter(({ does }) => does !== "same").length;
  const words = [say(file.format, lang), say(file.licence, lang)] as const;
  return {
    summary: say(SUMMARY, lang)(...words, file.rows.length, used, skipped.length),
    notes: file.notes.map((note) => say(note, lang)),
    head: say(HEAD, lang),
    rows: planned.map((p) => cells(p, lang)),
    doubtful: byReason(planned.flatMap(doubted), lang),
    skipped: byReason(skipped, lang),
  };
}

function cells({ row, vendor, product, does, date, was, doubt }: Planned, lang: Language): string[] {
  const tariff = say(TARIFF, lang)(row.steps.length, row.hours.length, row.promotions.length);
  return [
    row.at,
    `${row.vendor} ${row.model}`,
    `${listText(row.price, row.currency, lang)}${tariff}`,
    say(DOES, lang)(date)[does],
    `${vendor}.${product}`,
    was ? listText(was, row.currency, lang) : "",
    changeText(was && sum(was) > 0 ? change(sum(row.price) / sum(was) - 1) : "", doubt, lang),
  ];
}

const changeText = (text: string, doubt: Text | null, lang: Language): string => (doubt ? say(UNIT, lang)(text) : text);

const doubted = ({ row, doubt }: Planned): Skipped[] =>
  doubt ? [{ at: row.at, name: `${row.vendor} ${row.model}`, why: doubt }] : [];

/** One number of a list: three parts of input to one of output, or the month's fee. */
const sum = ({ input = 0, output = 0, month }: RowPrices): number =>
  month ?? INPUT_WEIGHT * input + (1 - INPUT_WEIGHT) * output;

/** “3/15 (0.3) $”, or a month's fee. */
function listText(price: RowPrices, currency: string, lang: Language): string {
  const word = currencyWord(currency, lang).trim();
  if (price.month !== undefined) return `${number(price.month)} ${word}`;
  if (sum(price) === 0) return say(FREE, lang);
  const cached = price.cached === undefined ? "" : ` (${number(price.cached)})`;
  return `${number(price.input ?? 0)}/${number(price.output ?? 0)}${cached} ${word}`;
}

/** Rows by name, under what is said of them. */
function byReason(skipped: readonly Skipped[], lang: Language): Reason[] {
  const reasons = new Map<string, string[]>();
  for (const { at, name, why } of skipped) {
    const text = say(why, lang);
    reasons.set(text, [...(reasons.get(text) ?? []), at === name ? name : `${name} (${at})`]);
  }
  return [...reasons].map(([why, names]) => ({ why, names }));
}
