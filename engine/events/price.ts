import { tariffOf } from "../price.ts";
import { postPrice } from "../model/post-price.ts";
import { eventKind, product, productOf } from "./event-kind.ts";

export const price = eventKind({
  id: "price",
  label: { en: "List price", zh: "目录价" },
  description: { en: "A product's list prices change on a date.", zh: "某产品的目录价在指定日期变动。" },
  parameters: { product, price: { type: "prices", label: { en: "New prices", zh: "新价格" } } },
  example: { product: "alibaba.qwen-plus", price: { input: "4 CNY/Mtok", output: "12 CNY/Mtok" } },
  apply(model, market, event) {
    const j = productOf(model, event);
    const { input, output } = market.products.price;
    // Input and output keep their prices where the event names none; other meters move with them.
    postPrice(market, j, { input: input[j], output: output[j], ...tariffOf(event.price) }, "event", "event");
  },
});
