import { sum } from "../math/sum.ts";
import { metric, productTokens } from "./metric.ts";
import type { Recording } from "../recording/recorder.ts";

/** Applies `f` to each tick's shares of owners: vendors under one owner are one seller. */
function ofShares(r: Recording, f: (shares: Float64Array) => number): Float64Array {
  const [n, m] = [r.productIds.length, r.vendorIds.length];
  const tokens = productTokens(r);
  return Float64Array.from(r.dates, (_, t) => {
    const owned = new Float64Array(m);
    r.ownerOf.forEach((owner, j) => (owned[owner] += tokens[t * n + j]));
    const total = sum(owned);
    return f(owned.map((x) => x / total));
  });
}

export const hhi = metric({
  id: "hhi",
  entity: "market",
  unit: "1",
  format: "index",
  group: "share",
  label: { en: "Concentration (HHI)", zh: "集中度（HHI）" },
  description: {
    en: "Herfindahl-Hirschman index: the sum of squared token shares of owners, 1 = monopoly.",
    zh: "赫芬达尔指数：各所有者 token 份额的平方和，1 为垄断。",
  },
  compute: (r) => ofShares(r, (s) => s.reduce((sum, x) => sum + x * x, 0)),
});

export const cr4 = metric({
  id: "cr4",
  entity: "market",
  unit: "1",
  format: "share",
  group: "share",
  label: { en: "Share of the four largest (CR4)", zh: "前四家份额（CR4）" },
  description: { en: "Sum of the four largest token shares of owners.", zh: "token 份额最高的四家所有者之和。" },
  compute: (r) => ofShares(r, (s) => sum(s.toSorted((a, b) => b - a).slice(0, 4))),
});
