import { sum } from "../math/sum.ts";
import { metric } from "./metric.ts";
import { tokenShare } from "./shares.ts";
import type { Recording } from "../recording/recorder.ts";

/** Applies `f` to each tick's vendor shares. */
function ofShares(r: Recording, f: (shares: Float64Array) => number): Float64Array {
  const shares = tokenShare.compute(r);
  const m = r.vendorIds.length;
  return Float64Array.from(r.dates, (_, t) => f(shares.subarray(t * m, (t + 1) * m)));
}

export const hhi = metric({
  id: "hhi",
  entity: "market",
  unit: "1",
  format: "index",
  group: "share",
  label: { en: "Concentration (HHI)", zh: "集中度（HHI）" },
  description: {
    en: "Herfindahl-Hirschman index: the sum of squared token shares, 1 = monopoly.",
    zh: "赫芬达尔指数：各厂商 token 份额的平方和，1 为垄断。",
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
  description: { en: "Sum of the four largest token shares.", zh: "token 份额最高的四家之和。" },
  compute: (r) => ofShares(r, (s) => sum(s.toSorted((a, b) => b - a).slice(0, 4))),
});
