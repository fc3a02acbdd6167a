import { eventKind, vendorOf } from "./event-kind.ts";

/** M-16. */
export const credits = eventKind({
  id: "credits",
  label: { en: "New-customer credit", zh: "新用户额度" },
  description: {
    en: "From this date a vendor gives each new customer some tokens free; it books their list price as marketing.",
    zh: "自该日起，厂商向新客户赠送一定 token，按目录价计入市场费用。",
  },
  parameters: {
    vendor: { type: "vendor", label: { en: "Vendor", zh: "厂商" } },
    amount: { type: "number", unit: "Mtok", range: [0, 1e9], label: { en: "Tokens given", zh: "赠送量" } },
  },
  example: { vendor: "alibaba", amount: 5 },
  apply(model, market, event) {
    market.vendors[vendorOf(model, event)].credit = event.amount;
  },
});
