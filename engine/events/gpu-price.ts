import { eventKind } from "./event-kind.ts";

export const gpuPrice = eventKind({
  id: "gpu-price",
  label: { en: "GPU price", zh: "GPU 价格" },
  description: {
    en: "GPU hours become dearer or cheaper by a factor from a date on.",
    zh: "自某日起 GPU 时租按倍数涨跌。",
  },
  parameters: { factor: { type: "number", unit: "1", range: [0.001, 1000], label: { en: "Factor", zh: "倍数" } } },
  example: { factor: 1.4 },
  apply: (_model, market, event) => {
    market.shifts.gpuPrice *= event.factor;
  },
});
