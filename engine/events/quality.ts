import { eventKind, product, productOf } from "./event-kind.ts";

export const quality = eventKind({
  id: "quality",
  label: { en: "Quality", zh: "质量" },
  description: {
    en: "A new version: a product's quality (ln g) is set on a date.",
    zh: "新版本上线：某产品的质量（ln g）在指定日期改变。",
  },
  parameters: {
    product,
    quality: {
      type: "number",
      unit: "1",
      range: [-20, 20],
      label: { en: "Quality (log: 0.1 is 11% better)", zh: "质量（对数，0.1 即高 11%）" },
    },
  },
  example: { product: "alibaba.qwen-max", quality: -0.1 },
  apply(model, market, event) {
    const j = productOf(model, event);
    market.products.lnQuality[j] = event.quality;
    market.products.stale[j] = 1;
  },
});
