import { ONE_TOKEN } from "../price.ts";
import { type Window, WINDOWS } from "../scenario/tariff.ts";
import { eventKind, product, productOf } from "./event-kind.ts";

/** M-16. */
export const allowance = eventKind({
  id: "allowance",
  label: { en: "Free allowance", zh: "免费额度" },
  description: {
    en: "From this date a product's first tokens of each week are free, up to a quota; 0, or less than one, ends it.",
    zh: "自该日起，某产品每周在额度以内免费；额度为 0 或不足一个即取消。",
  },
  parameters: {
    product,
    quota: { type: "number", unit: "Mtok/week", range: [0, 1e9], label: { en: "Quota", zh: "额度" } },
    every: {
      type: "choice",
      choices: Object.keys(WINDOWS) as Window[],
      default: "week",
      label: { en: "Counted over", zh: "额度周期" },
      help: {
        en: "A quota of a day is lost at its end; one of a week may be used on any of its days.",
        zh: "按天的额度当天有效，用不完作废；按周的额度一周内任意使用。",
      },
    },
    beyond: {
      type: "choice",
      choices: ["pay", "stop"],
      default: "pay",
      label: { en: "Beyond the quota", zh: "超出额度后" },
    },
  },
  example: { product: "alibaba.qwen-turbo", quota: 2 },
  apply(model, market, event) {
    const { quota, beyond } = event;
    const j = productOf(model, event);
    market.products.quota[j] = quota >= ONE_TOKEN ? quota : 0;
    market.products.quotaWindow[j] = event.every;
    market.products.payBeyond[j] = beyond === "pay" ? 1 : 0;
    market.products.stale[j] = 1;
  },
});
