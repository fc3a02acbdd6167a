import type { Explained, Split } from "../../engine/index.ts";

/** The three ways to tell a price change. */
export type Way = "symmetric" | "absolute" | "nash";
export type Part = keyof Split["symmetric"] | "cost" | "competition" | "conduct";

/** One bar of a waterfall, in money: a total stands on 0, a part hangs between what was and what is then left. */
export interface WaterfallBar {
  readonly id: "from" | "to" | Part;
  readonly kind: "total" | "cost" | "competition" | "margin";
  readonly start: number;
  readonly end: number;
  readonly band?: readonly [number, number]; // where the part's end lies in eight of ten runs
}

const KIND: Readonly<Partial<Record<Part, WaterfallBar["kind"]>>> = {
  margin: "margin",
  conduct: "margin",
  competition: "competition",
};

/** A split's parts, cost before margin. */
export function partsOf(split: Split, way: Way): readonly (readonly [Part, number])[] {
  const { hardware, technology, scale, scheduling, learning, margin } = split.symmetric;
  const ways = {
    symmetric: { hardware, technology, scale, scheduling, learning, margin },
    absolute: split.absolute,
    nash: split.nash,
  };
  return Object.entries(ways[way]) as [Part, number][];
}

export const kindOf = (part: Part): WaterfallBar["kind"] => KIND[part] ?? "cost";

/** What moved a price, part by part. Parts of nothing, or that are not known, are left out. */
export function waterfallBars(
  { split, low, high }: Pick<Explained, "split" | "low" | "high">,
  way: Way = "symmetric",
): WaterfallBar[] {
  const bars: WaterfallBar[] = [{ id: "from", kind: "total", start: 0, end: split.from }];
  const [lows, highs] = [low, high].map((s) => Object.fromEntries(partsOf(s, way)));
  let at = split.from;
  for (const [id, change] of partsOf(split, way)) {
    if (change === 0 || !Number.isFinite(change)) continue;
    bars.push({ id, kind: kindOf(id), start: at, end: at + change, band: [at + lows[id], at + highs[id]] });
    at += change;
  }
  return [...bars, { id: "to", kind: "total", start: 0, end: split.to }];
}
