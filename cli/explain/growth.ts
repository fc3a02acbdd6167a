import { band, type Growth, type Text } from "../../engine/index.ts";
import { number, percent, tokens } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { Asked } from "./asked.ts";

const PARTS = {
  moreUse: { en: "more use at lower prices", zh: "老用户因降价多用" },
  newApplications: { en: "new applications", zh: "新应用" },
  switching: { en: "switching", zh: "换产品" },
  left: { en: "applications given up", zh: "停用" },
  exogenous: { en: "needs that grow, newcomers ramping up", zh: "需求自然增长与新用户爬坡" },
} as const satisfies Partial<Record<keyof Growth, Text>>;

/** Where the growth of tokens came from: does a cut expand the market, or only reshuffle it? */
export function growthText(found: readonly Growth[], { options: { lang } }: Asked): string {
  const zh = lang === "zh";
  const mean = (pick: (g: Growth) => number) => found.reduce((sum, g) => sum + pick(g), 0) / found.length;
  const table = plainTable(
    zh
      ? ["每周 token 的增长来自", "增量", "占比", "十次中八次"]
      : ["growth of tokens a week", "tokens", "part", "8 of 10 runs"],
    [1, 2],
  );
  for (const part of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    const shares = found.map((g) => g[part] / (g.to - g.from));
    const ends = band(shares).map(percent).join(" – ");
    table.push([
      PARTS[part][lang],
      tokens(
        mean((g) => g[part]),
        lang,
      ),
      percent(mean((g) => g[part]) / mean((g) => g.to - g.from)),
      ends,
    ]);
  }
  const [from, to, aware0, aware1] = [
    (g: Growth) => g.from,
    (g: Growth) => g.to,
    (g: Growth) => g.awareFrom,
    (g: Growth) => g.awareTo,
  ].map(mean);
  const head = zh
    ? `token 量从每周 ${tokens(from, lang)}变为 ${tokens(to, lang)}（${number(to / from)} 倍）；知道这类产品的人是原来的 ${number(aware1 / aware0)} 倍`
    : `Tokens went from ${tokens(from, lang)} to ${tokens(to, lang)} a week (${number(to / from)} times as many); ${number(aware1 / aware0)} times as many people know of such products`;
  return `${paragraph(head)}\n${table.toString()}`;
}
