import { findSeries, inBoth, type Language, say, type Scenario, segmentsOf } from "../../engine/index.ts";
import { fixed, number, percent, points, scaleOf, withoutPoints } from "../../words/format.ts";
import { fullName, vendorName } from "../../words/names.ts";
import { outputFormat, outputHeading, outputUnit, outputValue } from "../../words/output-words.ts";
import { aside } from "../../words/punctuation.ts";
import { plainTable } from "../terminal.ts";
import { inOneArm, type Row } from "./rows.ts";
import { atTheEnd, INTERVAL, inOneOnly, others, saved } from "./words.ts";

interface Shown {
  readonly names: Scenario; // what vendors and products of either arm are called
  readonly letter: string;
  readonly pairs: number;
  readonly lang: Language;
}

const MARKET = ["priceIndex", "tokens", "hhi", "consumerSurplus", "vendorProfit"];
const OF_EACH = [
  ["vendor", "tokenShare"],
  ["product", "priceInput"],
  ["segment", "spend"],
] as const;
const MOST = 6; // of each

/** Where one arm ends against A: the market, then of each kind those in one arm only and those that moved most. */
export function differenceText(rows: readonly Row[], shown: Shown): string {
  const { letter, pairs, lang } = shown;
  const table = plainTable(["", "A", letter, `${letter} − A`, say(INTERVAL, lang)], [1, 2, 3, 4]);
  const market = MARKET.flatMap((name) => rows.filter((row) => row.entity === "market" && row.name === name));
  for (const row of market) table.push([outputHeading(outputOf(row), shown.names, lang), ...figures(row, lang)]);
  const each = OF_EACH.map(([entity, name]) =>
    rows
      .filter((row) => row.entity === entity && row.name === name)
      .filter(told)
      .toSorted((x, y) => moved(y) - moved(x)),
  );
  for (const some of each.filter(({ length }) => length > 0)) table.push(...groupOf(some.slice(0, MOST), shown));
  const left = each.reduce((n, some) => n + Math.max(0, some.length - MOST), 0);
  const times = market.map((row) => row.varianceSaved).filter(Number.isFinite);
  const [low, high] = [Math.min(...times), Math.max(...times)].map((x) => number(x, 1));
  return [
    say(atTheEnd, lang)(letter, pairs),
    ...sentences(each[0], shown),
    table.toString(),
    ...(left > 0 ? [say(others, lang)(left)] : []),
    ...(times.length > 0 ? [say(saved, lang)(low, high)] : []),
  ].join("\n");
}

/** Whether a row has something to say: not of who sells nothing in either arm, nor of prices that agree. */
function told(row: Row): boolean {
  if (row.entity === "vendor") return (row.base || 0) !== 0 || (row.other || 0) !== 0;
  return inOneArm(row) || (row.entity === "product" && row.mean !== 0 && !Number.isNaN(row.mean));
}

/** How far a row moved, to sort by: who is in one arm only moved farthest; prices by their ratio. */
function moved(row: Row): number {
  if (inOneArm(row)) return 1e3 + (row.base || row.other || 0);
  if (row.entity !== "product") return Math.abs(row.mean);
  return Math.min(1e2, Math.abs(Math.log(row.other / row.base)));
}

/** “Acme is in B only and ends with 64% of tokens.” */
function sentences(vendors: readonly Row[], { names, letter, lang }: Shown): string[] {
  return vendors.filter(inOneArm).map((row) => {
    const inBase = Number.isNaN(row.other);
    const share = percent(inBase ? row.base : row.other);
    return say(inOneOnly, lang)(vendorName(names, row.id, lang), inBase ? "A" : letter, share);
  });
}

const outputOf = ({ entity, id, name }: Row): string =>
  entity === "market" ? `market.${name}` : `${entity}s.${id}.${name}`;

/** Rows of one kind under what they are and what they are in; who is billed otherwise says so. */
function groupOf(rows: readonly Row[], { names, lang }: Shown): string[][] {
  const unitOf = (row: Row) => outputUnit(outputOf(row), names, lang);
  const [unit] = rows.map(unitOf);
  const what = say(findSeries(rows[0])?.label ?? inBoth(rows[0].name), lang);
  const named = (row: Row) => `  ${whoIs(row, names, lang)}${unitOf(row) === unit ? "" : aside(unitOf(row), lang)}`;
  return [
    [what + (unit ? aside(unit, lang) : ""), "", "", "", ""],
    ...rows.map((row) => [named(row), ...figures(row, lang)]),
  ];
}

function whoIs({ entity, id }: Row, names: Scenario, lang: Language): string {
  if (entity === "vendor") return vendorName(names, id, lang);
  if (entity === "product") return fullName(names, id, lang);
  return say(segmentsOf(names)[id]?.label ?? inBoth(id), lang);
}

/** Where each arm ends, how far apart, and the interval of that; a dash for what an arm has not. */
function figures(row: Row, lang: Language): string[] {
  const output = outputOf(row);
  const value = (x: number) => outputValue(output, x, lang);
  const gap = gapWords(output, lang);
  if (Number.isNaN(row.mean)) return [value(row.base), value(row.other), "–", ""];
  return [value(row.base), value(row.other), gap(row.mean), between(row, output, gap, lang)];
}

/** A difference in the unit of what differs; indices to the thousandth, so that it is more than their own rounding. */
function gapWords(output: string, lang: Language): (x: number) => string {
  const format = outputFormat(output);
  if (format === "share") return (x) => points(x, lang);
  const words = format === "index" ? (x: number) => fixed(x, 3) : (x: number) => outputValue(output, x, lang);
  return (x) => (format === "price" && x === 0 ? "0" : words(x));
}

/** “[−26.7, −23.5] tn”: both ends in the scale of the larger, whose word is said once. */
function between({ low, high }: Row, output: string, gap: (x: number) => string, lang: Language): string {
  const each = outputFormat(output) === "tokens" ? 1e6 : 1; // recorded in millions
  const { size, word } = scaleOf(Math.max(Math.abs(low), Math.abs(high)) * each, lang);
  const scaled = [low, high].some((x) => gap(x).endsWith(` ${word}`));
  const [a, b] = [low, high].map((x) => (scaled ? number((x * each) / size) : withoutPoints(gap(x))));
  return `[${a}, ${b}]${scaled ? ` ${word}` : ""}`;
}
