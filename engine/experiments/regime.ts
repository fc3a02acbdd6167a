import type { Recording } from "../recording/recorder.ts";
import { productTokens } from "../metrics/metric.ts";
import { soldBelow } from "../metrics/paid.ts";
import type { Text } from "../text/text.ts";

/** How a market ends, by number: what a map over two parameters shows. */
export const REGIMES: readonly { readonly id: string; readonly label: Text; readonly meaning: Text }[] = [
  {
    id: "truce",
    label: { en: "truce", zh: "休战" },
    meaning: {
      en: "no vendor left, and most tokens are sold at or above unit cost",
      zh: "无厂商退出，多数 token 按不低于单位成本的价格出售",
    },
  },
  {
    id: "war",
    label: { en: "war", zh: "价格战" },
    meaning: {
      en: "no vendor left, and a tenth or more of the last quarter's tokens are sold below unit cost",
      zh: "无厂商退出，最后四分之一时段内至少一成 token 以低于单位成本的价格出售",
    },
  },
  {
    id: "shake-out",
    label: { en: "shake-out", zh: "洗牌" },
    meaning: { en: "a vendor has left the market", zh: "有厂商退出市场" },
  },
];

const WAR_SHARE = 0.1; // of tokens, from which a market is at war

/** 0 truce, 1 war, 2 shake-out. An exit outweighs the prices that caused it. */
export function regime(r: Recording): number {
  const m = r.vendorIds.length;
  const last = (r.dates.length - 1) * m;
  if (r.vendorIds.some((_, v) => r.vendor.alive[last + v] === 0)) return 2;
  return shareBelowCost(r) >= WAR_SHARE ? 1 : 0;
}

/** Of the tokens of the last quarter of the run, the share sold below cost, free ones included [0-1]. */
function shareBelowCost(r: Recording): number {
  const n = r.productIds.length;
  const [under, tokens] = [soldBelow(r), productTokens(r)];
  let [below, all] = [0, 0];
  for (let k = Math.floor(r.dates.length * 0.75) * n; k < tokens.length; k++) {
    all += tokens[k];
    if (under[k] === 1) below += tokens[k];
  }
  return all > 0 ? below / all : 0;
}
