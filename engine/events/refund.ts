import { eventKind, product, productOf } from "./event-kind.ts";

export const refund = eventKind({
  id: "refund",
  label: { en: "Refund", zh: "退费" },
  description: {
    en: "On this date a product's users get this part of a month's subscription back.",
    zh: "在该日向产品的用户退还一个月订阅费的这一部分。",
  },
  parameters: {
    product,
    share: { type: "number", unit: "1", range: [0, 12], label: { en: "Part of a month's fee", zh: "占月费的比例" } },
  },
  example: { product: "deepseek.v2", share: "50 %" },
  problem(scenario, { product: id }) {
    const at = id.indexOf(".");
    const sold = scenario.vendors[id.slice(0, at)]?.products[id.slice(at + 1)];
    const byMonth = scenario.arenas[sold?.arena ?? ""]?.meter === "month";
    return byMonth ? null : { en: "only a subscription can be refunded", zh: "只有按月订阅的产品才能退费" };
  },
  apply(model, market, event) {
    const j = productOf(model, event);
    const n = model.products.length;
    for (let k = j; k < market.offers.fee.length; k += n) {
      const fee = market.offers.fee[k] > 0 ? market.offers.fee[k] : market.offers.input[k];
      market.refunds[j] += event.share * MONTH * fee * market.flows.users[k];
    }
  },
});

/** Weeks in a month. */
const MONTH = 365 / 84;
