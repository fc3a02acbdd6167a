import { log } from "../math/elementary.ts";
import { eventKind, vendor, vendorOf } from "./event-kind.ts";

export const technology = eventKind({
  id: "technology",
  label: { en: "Inference technology", zh: "推理技术" },
  description: {
    en:
      "An advance in inference multiplies tokens per GPU hour, for all or for one vendor, from whom " +
      "the others learn part of it over time.",
    zh: "推理技术进步使每 GPU 小时产出的 token 按倍数增加，可惠及全行业，也可先归一家所有，其他厂商再逐步学到其中一部分。",
  },
  parameters: {
    vendor: { ...vendor, default: null },
    factor: { type: "number", unit: "1", range: [0.001, 1000], label: { en: "Throughput factor", zh: "吞吐倍数" } },
    spillover: {
      type: "number",
      unit: "1",
      default: 0,
      range: [0, 1],
      label: { en: "Share of the gain others learn", zh: "其他厂商最终学到的比例" },
    },
    spilloverWeeks: {
      type: "number",
      unit: "weeks",
      default: 26,
      range: [0.1, 520],
      label: { en: "Weeks to learn it (mean)", zh: "学到所需的平均周数" },
    },
  },
  example: { vendor: "deepseek", factor: 2, spillover: 0.5 },
  apply(model, market, event) {
    const { factor, spillover, spilloverWeeks: weeks } = event;
    if (event.vendor === null) {
      market.shifts.technology *= factor;
      return;
    }
    const source = vendorOf(model, event);
    market.vendors[source].technology *= factor;
    if (spillover > 0) market.spillovers.push({ source, remaining: spillover * log(factor), weeks });
  },
});
