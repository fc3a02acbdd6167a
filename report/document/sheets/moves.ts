import type { Arm } from "../arm.ts";
import { METER } from "./sheet-words.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";

/** Every list-price change of the replication that is drawn. */
export function movesSheet(arms: readonly Arm[]): Sheet {
  const money = "money/Mtok";
  return {
    id: "moves",
    title: { en: "Price moves", zh: "调价" },
    columns: [
      SCENARIO,
      column("date", "date", { en: "Day of the move", zh: "调价日期" }),
      column("product", "text", { en: "vendor.product", zh: "厂商.产品" }),
      column("meter", "text", METER),
      column("input_from", "double", { en: "Input price before", zh: "原输入价" }, money),
      column("input_to", "double", { en: "Input price after", zh: "新输入价" }, money),
      column("output_from", "double", { en: "Output price before", zh: "原输出价" }, money),
      column("output_to", "double", { en: "Output price after", zh: "新输出价" }, money),
      column("rule", "text", { en: "Strategy or kind of event", zh: "策略或事件类型" }),
      column("because", "text", { en: "The reason the rule gave", zh: "规则给出的原因" }),
    ],
    rows: arms.flatMap(({ scenario, recordings: [r] }) =>
      r.moves.map(({ tick, product, from, to, rule, because }) => [
        scenario.id,
        r.dates[tick],
        r.productIds[product],
        r.meters.product[product],
        from.input,
        to.input,
        from.output,
        to.output,
        rule,
        because,
      ]),
    ),
  };
}
