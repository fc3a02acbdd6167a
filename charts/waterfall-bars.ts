import type { Explained, Split } from "../engine/index.ts";

/** One bar of a waterfall, in money: a total stands on 0, a part hangs between what was and what is then left. */
export interface WaterfallBar {
  readonly id: "from" | "to" | keyof Split["symmetric"];
  readonly kind: "total" | "cost" | "margin";
  readonly start: number;
  readonly end: number;
  readonly band?: readonly [number, number]; // where the part's end lies in eight of ten runs
}

const PARTS = ["hardware", "technology", "scale", "scheduling", "learning", "margin"] as const;

/** What moved a price, part by part, cost before margin. Parts of nothing are left out. */
export function waterfallBars({ split, low, high }: Pick<Explained, "split" | "low" | "high">): WaterfallBar[] {
  const bars: WaterfallBar[] = [{ id: "from", kind: "total", start: 0, end: split.from }];
  let at = split.from;
  for (const id of PARTS) {
    const change = split.symmetric[id];
    if (change === 0) continue;
    const band = [at + low.symmetric[id], at + high.symmetric[id]] as const;
    bars.push({ id, kind: id === "margin" ? "margin" : "cost", start: at, end: at + change, band });
    at += change;
  }
  return [...bars, { id: "to", kind: "total", start: 0, end: split.to }];
}
