import { type Recording, say, weekTo } from "../../engine/index.ts";
import { date, large, listPrice } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { reasonOf } from "../../words/why-words.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";
import { FLOWS_HEAD, LAUNCH, NO_MOVES, weekOf } from "./worth-words.ts";

/** The decisions of the seven days up to a date, the rules that fired, and who came and went. */
export function whyText(r: Recording, to: string, { shown: { scenario: s }, options: { lang } }: Asked): string {
  const week = weekTo(r, to);
  const name = (id: string) => `${vendorName(s, id.split(".")[0], lang)} ${productName(s, id, lang)}`;
  const moves = week.moves.map((m) => {
    const [from, now] = [m.from, m.to].map(({ input }) => listPrice(input, r.meters.product[m.product], lang));
    const day = date(r.dates[m.tick], lang, true);
    return [day, name(r.productIds[m.product]), `${from} → ${now}`, reasonOf(m, s, lang)].join("  ");
  });
  const launches = week.launches.map((id) => `${say(LAUNCH, lang)}  ${name(id)}`);
  const table = plainTable(say(FLOWS_HEAD, lang), [1, 2, 3, 4]);
  for (const f of week.flows) {
    table.push([name(f.product), ...[f.joined, f.switchedIn, f.switchedOut, f.left].map((x) => large(x, lang))]);
  }
  const told = moves.length + launches.length > 0 ? [...launches, ...moves] : [say(NO_MOVES, lang)];
  return [
    say(weekOf, lang)(date(week.from, lang), date(week.to, lang)),
    ...told.map((line) => `  ${line}`),
    table.toString(),
  ].join("\n");
}
