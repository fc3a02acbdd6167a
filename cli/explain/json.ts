import { type Explained, type Explanation, type Growth, isBelowCost, type TypicalWar } from "../../engine/index.ts";

/** `explain --json`: means over the runs, whose parts add up, and the middle eight of ten runs as bands. */
export function explainJson(found: Explanation, war: TypicalWar | null, growth: readonly Growth[]): unknown {
  const { from, to, runs, index, products, vendors, nashFound } = found;
  return {
    from,
    to,
    runs,
    nashFound,
    verdict: index?.verdict ?? null,
    products: products.map(row),
    vendors: vendors.map(row),
    index: index && row(index),
    war,
    growth,
  };
}

function row({ id, launched, split, low, high, verdict, leading, robustness, odds }: Explained) {
  const { symmetric, absolute, nash } = split;
  const band = (pick: (s: typeof split) => number) => [pick(low), pick(high)];
  return {
    id,
    launched,
    priceFrom: split.from,
    priceTo: split.to,
    costFrom: split.costFrom,
    costTo: split.costTo,
    nashFrom: split.nashFrom,
    nashTo: split.nashTo,
    foreseenTo: split.foreseenTo,
    symmetric,
    absolute,
    nash,
    bands: {
      priceTo: band((s) => s.to),
      margin: band((s) => s.symmetric.margin),
      technology: band((s) => s.symmetric.technology),
      conduct: band((s) => s.nash.conduct),
    },
    belowCost: isBelowCost(split),
    verdict,
    leading,
    robustness,
    odds,
  };
}
