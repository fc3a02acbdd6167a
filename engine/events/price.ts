import { mapPrice, tariffOf } from "../price.ts";
import { lawful } from "../model/lawful-price.ts";
import { listPrice, postPrice } from "../model/post-price.ts";
import { eventKind, product, productOf, vendor } from "./event-kind.ts";

export const price = eventKind({
  id: "price",
  label: { en: "List price", zh: "目录价" },
  description: {
    en:
      "List prices change on a date: to new ones, or all alike by a percentage. Of one product, or of all of " +
      "a vendor, of a tier, or of a vendor's tier.",
    zh:
      "目录价在指定日期变动：改为新价，或整张价目表按同一百分比涨跌。" +
      "可针对一个产品，也可针对某厂商、某档位或某厂商的某档位的全部产品。",
  },
  parameters: {
    product: { ...product, default: null },
    vendor: { ...vendor, default: null },
    tier: { type: "text", default: null, label: { en: "Tier", zh: "档位" } },
    price: { type: "prices", default: null, label: { en: "New prices", zh: "新价格" } },
    change: { type: "number", unit: "1", default: null, range: [-1, 10], label: { en: "Change", zh: "涨跌幅" } },
  },
  example: { vendor: "alibaba", change: "-80 %" },
  problem(_, event) {
    if ((event.price === null) === (event.change === null))
      return { en: "say either price or change, like -80 %", zh: "price 与 change（如 -80 %）须写一个，且只写一个" };
    return null;
  },
  /** Read from a file, an event of several products is one of each (`authoring/price-scope.ts`). */
  apply(model, market, event) {
    const j = productOf(model, { product: event.product ?? "" });
    const now = listPrice(market, j);
    const to = event.change === null ? tariffOf(event.price ?? {}) : mapPrice(now, (x) => x * (1 + event.change!));
    // Input and output keep their prices where the event names none; other meters move with them.
    const next = lawful(model, market, j, { input: now.input, output: now.output, ...to });
    postPrice(market, j, next, "event", "event");
  },
});
