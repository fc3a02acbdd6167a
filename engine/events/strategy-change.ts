import { eventKind, vendor } from "./event-kind.ts";

export const strategyChange = eventKind({
  id: "strategy",
  label: { en: "Change of strategy", zh: "改变定价策略" },
  description: {
    en: "From this date a vendor prices all its products by another strategy.",
    zh: "自该日起，某厂商改用另一种策略为其全部产品定价。",
  },
  parameters: { vendor, strategy: { type: "strategy", label: { en: "New strategy", zh: "新策略" } } },
  example: { vendor: "zhipu", strategy: { kind: "hold" } },
  /** Strategies are assigned when a scenario is compiled (`compile/vendors.ts`), each with the ticks it is in force. */
  apply() {},
});
