import { waterfallBars } from "../../charts/data/waterfall-bars.ts";
import { PART_WORDS } from "../../words/explain-words.ts";
import { date, number, priceUnit } from "../../words/format.ts";
import type { FigureKind } from "./figure.ts";

/** What made the price of the average basket fall, part by part. */
export const waterfall: FigureKind = {
  id: "waterfall",
  build({ run, explained, lang }) {
    if (!explained || explained.split.from === explained.split.to) return null;
    const { dates } = run.recording;
    const [from, to] = [date(dates[0], lang, true), date(dates[dates.length - 1], lang, true)];
    const zh = lang === "zh";
    const named = waterfallBars(explained).map((b) => ({
      ...b,
      name: b.id === "from" ? from : b.id === "to" ? to : PART_WORDS[b.id][lang],
    }));
    const size = (b: (typeof named)[number]) => (b.kind === "total" ? b.end : b.end - b.start);
    const unit = priceUnit(run.scenario.currency, lang);
    return {
      id: "waterfall",
      title: zh ? "价格为什么跌" : "What moved the price",
      subtitle: zh
        ? `期初与期末都在售的产品的平均价，${unit}；成本各项按加价倍数不变计；须线为八成运行`
        : `average basket of products on sale on both days, ${unit}; cost at constant markup; whiskers: 8 of 10 runs`,
      plain: zh
        ? `期初与期末都在售的产品的平均价，${unit}；成本各项按加价倍数不变计`
        : `average basket of products on sale on both days, ${unit}; cost at constant markup`,
      gutter: "",
      summary: named.map((b) => `${b.name} ${number(size(b))}`).join(zh ? "；" : "; "),
      drawing: { kind: "waterfall", explained, from, to },
      table: {
        head: zh ? ["项目", unit] : ["Part", unit],
        rows: named.map((b) => [b.name, String(Number(size(b).toPrecision(6)))]),
      },
    };
  },
};
