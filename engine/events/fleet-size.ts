import { eventKind, vendor, vendorOf } from "./event-kind.ts";

export const fleetSize = eventKind({
  id: "fleet-size",
  label: { en: "Fleet size", zh: "算力规模" },
  description: {
    en:
      "From this date a vendor leases GPUs up to a number it has fixed, whatever demand does; orders " +
      "take their lead time, leases end as they run out. Without a number it plans by demand again.",
    zh: "自该日起，厂商按固定数量租用 GPU，不随需求调整：新增订单须等交付，多余租约到期后退还。不写数量则恢复按需求规划。",
  },
  parameters: {
    vendor,
    gpus: { type: "number", unit: "GPU", default: null, range: [0, 1e8], label: { en: "GPUs", zh: "GPU 数量" } },
  },
  example: { vendor: "zhipu", gpus: 500 },
  problem({ vendors }, { vendor: id }) {
    if (vendors[id].fleet !== null) return null;
    return {
      en: `${id} leases no fleet: give vendors.${id}.fleet`,
      zh: `${id} 没有租用算力：请先给出 vendors.${id}.fleet`,
    };
  },
  apply(model, market, event) {
    const { fleet } = market.vendors[vendorOf(model, event)];
    if (fleet) fleet.target = event.gpus;
  },
});
