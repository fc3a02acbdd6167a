import { type Recording, weekTo } from "../../engine/index.ts";
import { date, large, listPrice } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { reasonOf } from "../../words/why-words.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";

/** The decisions of the seven days up to a date, the rules that fired, and who came and went. */
export function whyText(r: Recording, to: string, { scenario: s, options: { lang } }: Asked): string {
  const zh = lang === "zh";
  const week = weekTo(r, to);
  const name = (id: string) => `${vendorName(s, id.split(".")[0], lang)} ${productName(s, id, lang)}`;
  const moves = week.moves.map((m) => {
    const [from, now] = [m.from, m.to].map(({ input }) => listPrice(input, r.meters.product[m.product], lang));
    return `  ${date(r.dates[m.tick], lang, true)}  ${name(r.productIds[m.product])}  ${from} → ${now}  ${reasonOf(m, s, lang)}`;
  });
  const launches = week.launches.map((id) => `  ${zh ? "发布" : "launch"}  ${name(id)}`);
  const table = plainTable(
    zh ? ["产品", "新用户", "转入", "转出", "停用"] : ["product", "joined", "switched in", "switched out", "left"],
    [1, 2, 3, 4],
  );
  for (const f of week.flows) {
    table.push([name(f.product), ...[f.joined, f.switchedIn, f.switchedOut, f.left].map((x) => large(x, lang))]);
  }
  const none = zh ? "  没有人动价格" : "  nobody moved a price";
  return [
    zh
      ? `${date(week.from, lang)}至 ${date(week.to, lang)}（一次运行；输入价）`
      : `${date(week.from, lang)} to ${date(week.to, lang)} (one run; input prices)`,
    ...(moves.length + launches.length > 0 ? [...launches, ...moves] : [none]),
    table.toString(),
  ].join("\n");
}
