import { eventKind, vendor, vendorOf } from "./event-kind.ts";

export const trust = eventKind({
  id: "trust",
  label: { en: "Brand and trust", zh: "品牌与信任" },
  description: { en: "A vendor's brand and trust are set on a date.", zh: "某厂商的品牌与信任度在指定日期改变。" },
  parameters: {
    vendor,
    trust: {
      type: "number",
      unit: "1",
      range: [-20, 20],
      label: { en: "Trust (log: −0.65 is like 48% worse)", zh: "信任度（对数，−0.65 相当于质量低 48%）" },
    },
  },
  example: { vendor: "deepseek", trust: -0.3 },
  apply(model, market, event) {
    for (const j of model.vendors[vendorOf(model, event)].products) market.products.trust[j] = event.trust;
  },
});
