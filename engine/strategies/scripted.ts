import type { Tariff } from "../types.ts";
import type { Strategy } from "./strategy.ts";

type Parameters = {
  readonly list: readonly { readonly day: number; readonly product: string; readonly price: Tariff }[];
};

export const scripted: Strategy<Parameters, null> = {
  id: "scripted",
  label: { en: "Scripted", zh: "按预定时间表" },
  description: {
    en: "Posts a dated list of prices, whatever happens.",
    zh: "按事先写好的日期和价格逐条执行，不看市场反应。",
  },
  parameters: {
    list: {
      type: "schedule",
      label: { en: "Dated prices", zh: "日期与价格" },
      help: {
        en: "Entries {date, product, price: {input, output}}",
        zh: "条目 {date, product, price: {input, output}}",
      },
    },
  },
  example: { list: [{ date: "2024-06-01", product: "main", price: { input: 2, output: 4 } }] },
  remember: () => null,
  decide(view, { list }) {
    const from = view.day - view.dt * 7;
    return list
      .filter(({ day }) => day > from && day <= view.day)
      .flatMap(({ product, price }) => {
        const own = view.own.find((p) => p.id.endsWith(`.${product}`));
        return own ? [{ product: own.index, to: price, because: "scripted" }] : [];
      });
  },
};
