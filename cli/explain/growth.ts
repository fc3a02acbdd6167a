import { band, type Growth, say } from "../../engine/index.ts";
import { number, percent, tokens } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { Asked } from "./asked.ts";
import { grew, GROWTH_HEAD, GROWTH_PARTS } from "./cause-words.ts";

/** Where the growth of tokens came from: does a cut expand the market, or only reshuffle it? */
export function growthText(found: readonly Growth[], { options: { lang } }: Asked): string {
  const mean = (pick: (g: Growth) => number) => found.reduce((sum, g) => sum + pick(g), 0) / found.length;
  const [from, to] = [mean((g) => g.from), mean((g) => g.to)];
  const aware = mean((g) => g.awareTo) / mean((g) => g.awareFrom);
  const table = plainTable(say(GROWTH_HEAD, lang), [1, 2]);
  for (const part of Object.keys(GROWTH_PARTS) as (keyof typeof GROWTH_PARTS)[]) {
    const more = mean((g) => g[part]);
    const shares = found.map((g) => g[part] / (g.to - g.from));
    const ends = band(shares).map(percent).join(" – ");
    table.push([say(GROWTH_PARTS[part], lang), tokens(more, lang), percent(more / mean((g) => g.to - g.from)), ends]);
  }
  const head = say(grew, lang)(tokens(from, lang), tokens(to, lang), number(to / from), number(aware));
  return `${paragraph(head)}\n${table.toString()}`;
}
