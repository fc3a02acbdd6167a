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
      label: { en: "Trust (ln surplus)", zh: "信任度（ln 剩余）" },
    },
  },
  example: { vendor: "deepseek", trust: -0.3 },
  apply(model, market, event) {
    for (const j of model.vendors[vendorOf(model, event)].products) market.products.trust[j] = event.trust;
  },
});
