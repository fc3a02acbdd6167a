import { halfWidth } from "../text/half-width.ts";
import { type Dimensions, firstWord, type Measure, type Meaning, ONE_TOKEN } from "./lexicon.ts";
import { type Numeral, numberOf, readNumeral } from "./numeral.ts";

/**
 * Amounts as people write them, `1 USD/Mtok`, `¥2 per million tokens`, `每百万token 2元`, `14 d`, `-93.3 %`, `1.2M`:
 * first words, then what they mean. All of a text is used, or it means nothing.
 */
export interface Amount {
  readonly numeral: Numeral;
  readonly unit: Unit | null; // null: a bare number, in the unit of whoever reads it
}

export interface Unit {
  readonly ten: number;
  readonly times: number; // x 10^ten of base units: the scenario's currency, Mtok, days, GPUs, users
  readonly dimensions: Dimensions;
}

export interface Money {
  readonly currency: string;
  readonly fx: Readonly<Record<string, number>>; // scenario money per unit of another currency
}

interface Word {
  readonly word: string;
  readonly meaning: Meaning;
}
type Item = Word | { readonly word: string; readonly numeral: Numeral };

/** What a text that is no amount fails on: a word, or (null) how its numbers are written or stand. */
export interface Unread {
  readonly word: string | null;
  readonly why: "unknown" | "no rate" | "malformed";
}

const MALFORMED: Unread = { word: null, why: "malformed" };
const isUnread = (x: object): x is Unread => "why" in x;

/** The amount a text says. `ofTokens` tells what a number without a word counts: “5 元/1M”, “0.09 T/day”. */
export function readAmount(text: string, money: Money, ofTokens = false): Amount | Unread {
  const items = itemsOf(text);
  if (isUnread(items)) return items;
  const [first, ...below] = inOrder(items);
  const at = first.findIndex((item) => "numeral" in item);
  const words = first.filter((item) => "meaning" in item);
  const number = first[at];
  if (words.length !== first.length - 1 || !("numeral" in number) || !first.slice(0, at).every(isMoney))
    return MALFORMED;
  const ten = words.reduce((sum, { meaning }) => sum + (meaning.kind === "scale" ? meaning.ten : 0), 0);
  const numeral = { ...number.numeral, exponent: number.numeral.exponent + ten };
  const above = words.filter(counts);
  if (above.length === 0 && below.length === 0 && !(ofTokens && ten > 0)) return { numeral, unit: null };
  const unit = unitOf([ofTokens && above.length === 0 && ten > 0 ? [TOKEN] : above, ...below], money, ofTokens);
  return isUnread(unit) ? unit : { numeral, unit };
}

const TOKEN: Item = { word: "token", meaning: ONE_TOKEN };

/** A unit by itself, as fields name theirs: `money/Mtok`. */
export function parseUnit(text: string, money: Money, ofTokens = false): Unit | Unread {
  const items = itemsOf(text);
  return isUnread(items) ? items : unitOf(inOrder(items), money, ofTokens);
}

/** The words and numbers of a text, all of it. */
function itemsOf(text: string): Item[] | Unread {
  const items: Item[] = [];
  let rest = halfWidth(text)
    .trim()
    .replace(/(?<=\d) +1 ?\/(?! ?\d)/, "/"); // “0.02 1/week”, as its unit is called
  const negative = /^-(?=[^\d. ])/.test(rest); // “-$5”
  if (negative) rest = rest.slice(1);
  while (rest !== "") {
    const numeral = /^[-+.\d]/.test(rest) ? readNumeral(rest) : null;
    const found = numeral ? null : firstWord(rest);
    if (!numeral && !found) return /^[-+.,'_\d]/.test(rest) ? MALFORMED : { word: rest, why: "unknown" };
    const word = found?.word ?? rest.slice(0, numeral!.length);
    items.push(numeral ? { word, numeral } : { word, meaning: found!.meaning });
    rest = rest.slice(word.length).trimStart();
  }
  return negative ? negated(items) : items;
}

const negated = (items: readonly Item[]): Item[] | Unread => {
  const at = items.findIndex((item) => "numeral" in item);
  const item = items[at];
  if (item === undefined || !("numeral" in item) || /^[-+]/.test(item.word)) return MALFORMED;
  return items.with(at, { ...item, numeral: { ...item.numeral, digits: `-${item.numeral.digits}` } });
};

const isMoney = (item: Item) => "meaning" in item && item.meaning.kind === "money";
const isPer = (item: Item) => "meaning" in item && item.meaning.kind === "per";
const counts = (item: Item) => "meaning" in item && !["scale", "filler", "per"].includes(item.meaning.kind);

/** What stands above, then what stands below, one a stroke; “每百万token 2元” says the lower part first. */
function inOrder(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]];
  items.forEach((item, k) => {
    if (!isPer(item)) parts.at(-1)!.push(item);
    else if (k === 0 || !isPer(items[k - 1]) || item.word === "/") parts.push([]); // “/每百万” is one stroke
  });
  const [above, below, ...more] = parts;
  const turn =
    above.length === 0 && below
      ? below.findIndex((item, k) => "numeral" in item && below.slice(0, k).some(counts))
      : -1;
  return turn < 0 ? parts : [below.slice(turn), below.slice(0, turn), ...more];
}

function unitOf([above, ...below]: readonly Item[][], money: Money, ofTokens: boolean): Unit | Unread {
  let [ten, times] = [0, 1];
  const dimensions: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const [k, part] of [above, ...below].entries()) {
    const unit = k === 0 ? product(once(above, money), money) : divisor(part, money, ofTokens);
    if (isUnread(unit)) return unit;
    const sign = k === 0 ? 1 : -1;
    ten += sign * unit.ten;
    times = k === 0 ? times * unit.times : times / unit.times;
    unit.dimensions.forEach((power, d) => (dimensions[d] += sign * power));
  }
  return { ten, times, dimensions };
}

/** One currency may be said twice, before and behind: “¥50 元”. */
function once(items: readonly Item[], money: Money): Item[] {
  const named = items.filter(isMoney);
  const [a, b] = named.map((item) => product([item], money));
  const same = named.length === 2 && !isUnread(a) && !isUnread(b) && a.ten === b.ten && a.times === b.times;
  return items.filter((item) => !(same && item === named[1]));
}

/** What stands below a stroke: words, with a number or a scale before them. */
function divisor(items: readonly Item[], money: Money, ofTokens: boolean): Unit | Unread {
  if (items.length === 0) return MALFORMED;
  if (items.some(counts)) return product(items, money);
  return ofTokens && items.some((item) => "numeral" in item || isScale(item))
    ? product([...items, TOKEN], money)
    : MALFORMED;
}

const isScale = (item: Item) => "meaning" in item && item.meaning.kind === "scale";

function product(items: readonly Item[], money: Money): Unit | Unread {
  let [ten, times] = [0, 1];
  let dimensions: Dimensions = [0, 0, 0, 0, 0];
  for (const [k, item] of items.entries()) {
    if ("numeral" in item) {
      if (k > 0 || !(numberOf(item.numeral) > 0)) return MALFORMED;
      times *= Number(item.numeral.digits);
      ten += item.numeral.exponent;
    } else if (item.meaning.kind === "scale") ten += item.meaning.ten;
    else if (item.meaning.kind !== "filler") {
      const unit = measureOf(item.word, item.meaning, money);
      if (isUnread(unit)) return unit;
      ten += unit.ten;
      times *= unit.times;
      dimensions = dimensions.map((power, d) => power + unit.dimensions[d]) as unknown as Dimensions;
    }
  }
  return { ten, times, dimensions };
}

function measureOf(word: string, meaning: Meaning, { currency, fx }: Money): Unit | Unread {
  if (meaning.kind === "measure") return meaning satisfies Measure;
  if (meaning.kind === "own") return { ten: 0, times: 1, dimensions: MONEY };
  if (meaning.kind !== "money") return MALFORMED;
  const { ten, of } = meaning;
  const rate = of.includes(currency) ? 1 : of.map((code) => fx[code]).find((x) => x > 0);
  return rate === undefined ? { word, why: "no rate" } : { ten, times: rate, dimensions: MONEY };
}

const MONEY: Dimensions = [1, 0, 0, 0, 0];

export const sameDimensions = (a: Unit, b: Unit): boolean =>
  a.dimensions.every((power, d) => power === b.dimensions[d]);

/** The currency that a text names first, by its code; null where it names none. */
export function currencyNamed(text: string): string | null {
  const items = itemsOf(text);
  const named = isUnread(items) ? undefined : items.find(isMoney);
  return named && "meaning" in named && named.meaning.kind === "money" ? named.meaning.of[0] : null;
}
