import { tariffOf } from "../price.ts";
import { lawful } from "../model/lawful-price.ts";
import { listPrice, postPrice } from "../model/post-price.ts";
import { postTariff } from "../model/post-tariff.ts";
import { NO_TARIFF } from "../scenario/tariff.ts";
import { eventKind, product, productOf } from "./event-kind.ts";

export const tariff = eventKind({
  id: "tariff",
  label: { en: "Tariff", zh: "价目规则" },
  description: {
    en:
      "From this date a product's list becomes a bill in another way: hours, brackets, batch, promotions, terms by " +
      "volume. It takes the place of the tariff before; new list prices may come with it.",
    zh: "自该日起，产品的目录价按新的规则计费：分时、按长度分段、批处理、促销、用量条款。新规则取代旧规则，可同时公布新目录价。",
  },
  parameters: {
    product,
    price: { type: "prices", default: null, label: { en: "New prices", zh: "新价格" } },
    tariff: { type: "tariff", default: null, label: { en: "New tariff", zh: "新价目规则" } },
  },
  example: { product: "deepseek.v2", tariff: { hours: { windows: [{ from: 9, to: 12, times: 2 }] } } },
  apply(model, market, event) {
    const j = productOf(model, event);
    const { input, output } = listPrice(market, j);
    const to = lawful(model, market, j, { input, output, ...tariffOf(event.price ?? {}) });
    if (event.price) postPrice(market, j, to, "event", "event");
    postTariff(market, j, event.tariff ?? NO_TARIFF);
  },
});
