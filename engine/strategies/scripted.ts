import type { ParameterTable } from "../registry.ts";
import { fallingDue } from "./dated.ts";
import { strategy } from "./strategy.ts";

interface Memory {
  done: number; // day up to which the list has been posted
}

const parameters = {
  list: {
    type: "schedule",
    label: { en: "Dated prices", zh: "日期与价格" },
    help: {
      en: "Entries {date, product, price: {input, output}}",
      zh: "条目 {date, product, price: {input, output}}",
    },
  },
} as const satisfies ParameterTable;

export const scripted = strategy({
  id: "scripted",
  label: { en: "Scripted", zh: "按预定时间表" },
  description: {
    en: "Posts a dated list of prices, whatever happens.",
    zh: "按事先写好的日期和价格逐条执行，不看市场反应。",
  },
  parameters,
  reasons: { scripted: { en: "on its list of dated prices", zh: "按事先定好的日期调价" } },
  example: { list: [{ date: "2024-06-01", product: "main", price: { input: 2, output: 4 } }] },
  remember: (): Memory => ({ done: -1 }),
  decide(view, { list }, memory) {
    const due = fallingDue(view, list, memory.done, "scripted");
    memory.done = view.day;
    return due;
  },
});
