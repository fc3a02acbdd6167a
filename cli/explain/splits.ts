import { type Explained, type Explanation, type Language, say, type Scenario, type Split } from "../../engine/index.ts";
import { explainedSentence, marginShare, PARTS, verdictWord } from "../../words/explain-words.ts";
import { date, number, percent, price, priceUnit, signed } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import * as words from "./split-words.ts";

type Part = keyof typeof PARTS;

/** Pass-through or price war, as a person reads it in a terminal. */
export function explainText(found: Explanation, s: Scenario, lang: Language): string {
  const { from, to, runs, index } = found;
  return [
    say(words.period, lang)(say(s.title, lang), date(from, lang), date(to, lang), runs),
    index ? paragraph(explainedSentence(say(words.BASKET, lang), index, lang)) : "",
    "",
    waterfall(index, s, lang),
    say(words.THREE_WAYS, lang),
    threeWays(found, s, lang),
    ...say(words.NOTES, lang).map((note) => paragraph(note)),
    nashNote(found, lang),
  ].join("\n");
}

/** What made the basket's price fall, part by part, with the middle eight of ten runs. */
function waterfall(index: Explained | null, s: Scenario, lang: Language): string {
  if (!index) return "";
  const head = [say(words.MOVED, lang), priceUnit(s.currency, lang), say(words.EIGHT_OF_TEN, lang), ""];
  const table = plainTable(head, [1]);
  const { split, low, high } = index;
  const scale = Math.max(split.from, split.to, 1e-12);
  table.push([say(words.THEN, lang), number(split.from), "", bar(split.from / scale, "█")]);
  for (const part of Object.keys(PARTS) as Part[]) {
    const x = split.symmetric[part];
    const band = `${number(low.symmetric[part])} – ${number(high.symmetric[part])}`;
    table.push([say(PARTS[part], lang), signed(x), band, bar(Math.abs(x) / scale, part === "margin" ? "█" : "▒")]);
  }
  table.push([say(words.NOW, lang), number(split.to), "", bar(split.to / scale, "█")]);
  return `${table.toString()}\n`;
}

const bar = (share: number, glyph: string) => glyph.repeat(Math.round(24 * Math.min(1, share)));

function threeWays(found: Explanation, s: Scenario, lang: Language): string {
  const table = plainTable(say(words.THREE_WAYS_HEAD, lang), [1, 2, 3, 4, 5, 6, 7, 8, 10]);
  const named = found.products.map((e) => {
    const name = `${vendorName(s, e.id.split(".")[0], lang)} ${productName(s, e.id, lang)}`;
    return { e, name: e.launched ? `${name} *` : name };
  });
  for (const { e, name } of [...named, ...vendorRows(found, s, lang)]) table.push(cells(name, e, lang));
  return `${table.toString()}\n`;
}

function vendorRows({ vendors, index }: Explanation, s: Scenario, lang: Language) {
  const rows = vendors.map((e) => ({ e, name: say(words.allOf, lang)(vendorName(s, e.id, lang)) }));
  return index ? [...rows, { e: index, name: say(words.THE_BASKET, lang) }] : rows;
}

const times = (x: number, price: number) => (price > 0 ? number(x / price, 2) : "–");

/** How many times the price of competition a price was, then and now. */
const nashBeforeAfter = ({ from, to, nashFrom, nashTo }: Split): string =>
  `${times(from, nashFrom)} → ${times(to, nashTo)}`;

function cells(name: string, e: Explained, lang: Language): string[] {
  const { split, verdict, robustness } = e;
  const share = marginShare(split);
  const way = (x: number) => (Number.isFinite(x) ? percent(x) : "–");
  const ahead = times(split.to, split.foreseenTo);
  const numbers = [price(split.from, lang), price(split.to, lang), number(split.costTo), nashBeforeAfter(split), ahead];
  const ways = [way(share.symmetric), way(share.absolute), way(share.nash)];
  return [
    name,
    ...numbers,
    ...ways,
    verdict === null ? "–" : verdictWord(e, lang),
    verdict === null ? "–" : percent(robustness),
  ];
}

const nashNote = ({ nashFound, runs }: Explanation, lang: Language): string =>
  nashFound === runs ? "" : paragraph(say(words.noEquilibrium, lang)(runs - nashFound, runs));
