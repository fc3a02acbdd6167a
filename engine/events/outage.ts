import { retireProduct } from "../finance/exit.ts";
import { eventKind, product, productOf, vendor, vendorOf } from "./event-kind.ts";

export const outage = eventKind({
  id: "outage",
  label: { en: "Outage", zh: "服务中断" },
  description: {
    en:
      "A product, or all of a vendor's, cannot be had for some days (at least one tick). Users are released at once, " +
      "may turn to a rival, and come back only if they choose to.",
    zh: "某产品或某厂商的全部产品在若干天内无法使用（至少一个步长）。用户立即被释放，可能转向对手，之后是否回来由其自行选择。",
  },
  parameters: {
    product: { ...product, default: null },
    vendor: { ...vendor, default: null },
    days: { type: "number", unit: "days", range: [0, 3650], default: 1, label: { en: "Lasts", zh: "持续时间" } },
  },
  example: { vendor: "deepseek", days: 3 },
  problem(_, event) {
    if ((event.product === null) === (event.vendor === null))
      return { en: "say either product or vendor", zh: "product 与 vendor 须写一个，且只写一个" };
    return null;
  },
  apply(model, market, event) {
    const { product: named } = event;
    const down =
      named === null ? model.vendors[vendorOf(model, event)].products : [productOf(model, { product: named })];
    for (const j of down.filter((k) => market.products.live[k] === 1)) {
      retireProduct(market, j);
      market.outages.push({ product: j, until: market.day + event.days });
    }
  },
});
