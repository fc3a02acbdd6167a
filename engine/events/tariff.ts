import { tariffOf } from "../price.ts";
import { lawful } from "../model/lawful-price.ts";
import { listPrice, postPrice } from "../model/post-price.ts";
import { postTariff } from "../model/post-tariff.ts";
import { NO_TARIFF, type Tariff } from "../scenario/tariff.ts";
import type { Text } from "../text/text.ts";
import { eventKind, product, productOf } from "./event-kind.ts";

/** Whether a tariff bills as the list says. */
const isPlain = (tariff: Tariff): boolean => JSON.stringify(tariff) === JSON.stringify(NO_TARIFF);

const NOTHING: Text = {
  en: "neither prices nor a tariff, and there is none to take back: nothing would come of it",
  zh: "既没有新价格也没有新的价目规则，此前也没有可取消的规则，不会产生任何影响",
};

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
  problem({ vendors, events }, event) {
    const [vendor, ...id] = event.product.split(".");
    const before = events.some((e) => e.product === event.product && e.tariff && !isPlain(e.tariff as Tariff));
    const said = event.price !== null || (event.tariff !== null && !isPlain(event.tariff));
    return said || before || vendors[vendor].products[id.join(".")].tariff ? null : NOTHING;
  },
  apply(model, market, event) {
    const j = productOf(model, event);
    const { input, output } = listPrice(market, j);
    const to = lawful(model, market, j, { input, output, ...tariffOf(event.price ?? {}) });
    if (event.price) postPrice(market, j, to, "event", "event");
    postTariff(market, j, event.tariff ?? NO_TARIFF);
  },
});
