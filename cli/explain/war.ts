import { type Language, say, type Scenario, type TypicalWar } from "../../engine/index.ts";
import { columnsOf } from "../../words/columns.ts";
import { date, list, number, percent } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { lagWords, whatMoved } from "../../words/war-words.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import * as words from "./war-words.ts";

const WIDTH = 48;

/** The course of a war on a line of days, one row a vendor. */
export function warText(war: TypicalWar | null, s: Scenario, to: string, lang: Language): string {
  if (!war) return say(words.NO_CUTS, lang);
  const days = (Date.parse(to) - Date.parse(war.trigger.date)) / 86_400_000;
  const at = (day: number) => Math.min(WIDTH - 1, Math.round((day / Math.max(1, days)) * (WIDTH - 1)));
  const [first, last] = [0, days].map(say(words.day, lang));
  const between = " ".repeat(Math.max(0, WIDTH - columnsOf(first + last)));
  const table = plainTable(["", first + between + last, ...say(words.HEAD, lang)], [2, 3]);
  const { product } = war.trigger;
  const starter = vendorName(s, product.split(".")[0], lang);
  table.push([starter, line([[0, "◆"]]), lagWords(null, lang), "", productName(s, product, lang)]);
  for (const reaction of war.reactions) {
    const { vendor, lag, depth } = reaction;
    const again = war.rounds.slice(1).filter((x) => x.vendors.includes(vendor) && x.day > lag);
    const marks = [[at(lag), "●"], ...again.map((x) => [at(x.day), "○"])] as [number, string][];
    const name = vendorName(s, vendor, lang);
    table.push([name, line(marks), lagWords(lag, lang), percent(-depth), whatMoved(reaction, lang)]);
  }
  return [
    paragraph(warTitle(war, s, lang)),
    table.toString(),
    say(words.LEGEND, lang),
    ...warFacts(war, s, lang).map((fact) => paragraph(fact)),
  ].join("\n");
}

function line(marks: readonly (readonly [number, string])[]): string {
  const cells = Array.from({ length: WIDTH }, () => "·");
  for (const [k, mark] of marks) cells[k] = mark;
  return cells.join("");
}

function warTitle({ trigger, severity, severityRange }: TypicalWar, s: Scenario, lang: Language): string {
  const vendor = vendorName(s, trigger.product.split(".")[0], lang);
  const told = say(words.title, lang);
  return told({
    name: `${vendor} ${productName(s, trigger.product, lang)}`,
    on: date(trigger.date, lang),
    launched: trigger.kind === "launch",
    severity: number(severity, 2),
    range: severityRange.map((x) => number(x, 2)),
  });
}

const MOST_BELOW = 6; // products below cost, told one by one

function warFacts(war: TypicalWar, s: Scenario, lang: Language): string[] {
  const [cascade, ...later] = war.rounds;
  const { trough, depth, recovery, end } = war;
  const below = war.belowCost
    .toSorted((a, b) => b.days - a.days)
    .slice(0, MOST_BELOW)
    .map((b) => say(words.daysBelow, lang)(productName(s, b.product, lang), b.days));
  const others = war.belowCost.length > MOST_BELOW;
  return [
    say(words.rounds, lang)(
      cascade.days,
      cascade.cuts,
      later.map((x) => x.day),
    ),
    say(words.trough, lang)(trough.day, percent(depth), percent(recovery), end ? end.day : null),
    below.length > 0 ? say(words.belowCost, lang)(list(below, lang), others) : say(words.NONE_BELOW, lang),
    say(words.SEVERITY, lang),
  ];
}
