import { lawful } from "../model/lawful-price.ts";
import { postPrice } from "../model/post-price.ts";
import { eventKind } from "./event-kind.ts";

const label = { input: { en: "Input", zh: "输入" }, output: { en: "Output", zh: "输出" } } as const;

export const priceFloor = eventKind({
  id: "price-floor",
  label: { en: "Price floor", zh: "最低限价" },
  description: {
    en:
      "From this date no list price may lie below a floor: prices that do are raised to it, and neither a decision, " +
      "an event nor a launch sets a lower one. 0 lifts it.",
    zh: "自该日起目录价不得低于限价：低于限价的价格被提高到限价，此后的决策、事件和新品发布也不能低于它；0 表示取消。",
  },
  parameters: {
    input: { type: "number", unit: "money/Mtok", range: [0, 1e9], default: 0, label: label.input },
    output: { type: "number", unit: "money/Mtok", range: [0, 1e9], default: 0, label: label.output },
  },
  example: { input: "1 CNY/Mtok", output: "2 CNY/Mtok" },
  apply(model, market, { input, output }) {
    market.floor.input = input;
    market.floor.output = output;
    const { price, live } = market.products;
    for (const { index: j } of model.products) {
      if (live[j] === 0) continue;
      const now = { input: price.input[j], output: price.output[j] };
      postPrice(market, j, lawful(model, market, j, now), "event", "event");
    }
  },
});
