import { eventKind, vendorOf } from "./event-kind.ts";

/** M-8. */
export const offPeak = eventKind({
  id: "off-peak",
  label: { en: "Off-peak tariff", zh: "错峰优惠" },
  description: {
    en: "From this date a vendor's prices are lower by this much in off-peak hours; deferrable work moves there.",
    zh: "自该日起，厂商在低谷时段按此幅度降价，可延后的任务随之移入低谷。",
  },
  parameters: {
    vendor: { type: "vendor", label: { en: "Vendor", zh: "厂商" } },
    discount: { type: "number", unit: "1", range: [-1, 1], label: { en: "Discount", zh: "优惠幅度" } },
  },
  example: { vendor: "deepseek", discount: "50 %" },
  apply(model, market, event) {
    market.vendors[vendorOf(model, event)].offPeak = event.discount;
  },
});
