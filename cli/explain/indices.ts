import { band, type Indices, quantile, say } from "../../engine/index.ts";
import { change, date } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { Asked } from "./asked.ts";
import { INDEX_HEAD, INDEX_NOTE, INDEX_ROWS, indexTitle } from "./index-words.ts";

type Row = keyof typeof INDEX_ROWS;

/** An index in one run: chained, and between the two days alone where it is of list prices. */
function pairOf(found: Indices, row: Row): readonly [number, number] {
  const listed = found.list.find(({ id }) => id === row);
  return listed ? [listed.chained, listed.direct] : [found[row as Exclude<keyof Indices, "list">], NaN];
}

export function indicesText(found: readonly Indices[], { span, options: { lang } }: Asked): string {
  const table = plainTable(say(INDEX_HEAD, lang), [1, 3]);
  const moved = (x: number) => (Number.isFinite(x) ? change(x - 1) : "–");
  for (const row of Object.keys(INDEX_ROWS) as Row[]) {
    const [main, direct] = [0, 1].map((k) => found.map((one) => pairOf(one, row)[k]).filter(Number.isFinite));
    const ends = main.length > 0 ? band(main).map(moved).join(" – ") : "–";
    table.push([say(INDEX_ROWS[row], lang), moved(quantile(main, 0.5)), ends, moved(quantile(direct, 0.5))]);
  }
  const title = say(indexTitle, lang)(date(span.from, lang), date(span.to, lang), found.length);
  return [paragraph(title), table.toString(), "", paragraph(say(INDEX_NOTE, lang))].join("\n");
}
