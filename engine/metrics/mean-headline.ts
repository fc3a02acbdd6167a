import { mean } from "../math/sum.ts";
import type { Recording } from "../recording/recorder.ts";
import { byChange, type Headline, type HeadlinePart, headlinePart, type VendorChange } from "./headline.ts";

const AVERAGED = [
  "priceFall",
  "paidFall",
  "costFall",
  "tokenGrowth",
  "surplusGain",
  "surplus",
  "profitGain",
] as const satisfies readonly (keyof Headline)[];

/** The headline of several replications: means over them, and names of what happened in at least half of them. */
export const meanHeadline = (runs: readonly Recording[]): Headline => meanOfParts(runs.map(headlinePart));

export function meanOfParts(parts: readonly HeadlinePart[]): Headline {
  const all = parts.map((part) => part.headline);
  if (all.length === 1) return all[0];
  const [first] = all;
  const numbers = AVERAGED.map((key) => [key, mean(all.map((h) => h[key]))]);
  const changes = meanChanges(parts.map((part) => part.changes));
  // Who it was in most runs, of equals who moved most on average: one who leads the mean may lead no run.
  const leading = (end: "gainer" | "loser") => {
    const times = (vendor: string) => all.filter((h) => h[end]?.vendor === vendor).length;
    const first = end === "gainer" ? changes.toReversed() : changes;
    const [change] = first.toSorted((x, y) => times(y.vendor) - times(x.vendor));
    return change ? { ...change, times: times(change.vendor) } : null;
  };
  const of = <K extends keyof Headline>(key: K) => all.map((h) => h[key]);
  return {
    ...first,
    ...(Object.fromEntries(numbers) as Pick<Headline, (typeof AVERAGED)[number]>),
    runs: all.length,
    moves: Math.round(mean(all.map((h) => h.moves))),
    others: first.others.map(({ meter }, k) => ({ meter, priceFall: mean(all.map((h) => h.others[k].priceFall)) })),
    gainer: leading("gainer"),
    loser: leading("loser"),
    free: mostly(of("free"), (id) => id),
    belowCost: mostly(of("belowCost"), (id) => id),
    belowDays: mostly(of("belowDays"), (x) => x.product, meanDays),
    negativeMargin: mostly(of("negativeMargin"), (x) => x.vendor, meanDays),
    exits: mostly(of("exits"), (x) => x.vendor, middleDate),
  };
}

/** What at least half of the runs name, each once: as the first of them has it, or as they have it together. */
function mostly<T>(
  lists: readonly (readonly T[])[],
  nameOf: (x: T) => string,
  together: (same: readonly T[]) => T = ([first]) => first,
): T[] {
  const named = new Map<string, T[]>();
  for (const x of lists.flat()) named.set(nameOf(x), [...(named.get(nameOf(x)) ?? []), x]);
  return [...named.values()].filter((same) => same.length * 2 >= lists.length).map(together);
}

const meanDays = <T extends { readonly days: number }>(same: readonly T[]): T => ({
  ...same[0],
  days: Math.round(mean(same.map(({ days }) => days))),
});

const middleDate = <T extends { readonly date: string }>(same: readonly T[]): T =>
  same.toSorted((a, b) => a.date.localeCompare(b.date))[Math.floor(same.length / 2)];

function meanChanges(all: readonly (readonly VendorChange[])[]): VendorChange[] {
  return all[0]
    .map(({ vendor }) => {
      const its = all.map((row) => row.find((c) => c.vendor === vendor)!);
      return { vendor, from: mean(its.map((c) => c.from)), to: mean(its.map((c) => c.to)) };
    })
    .toSorted(byChange);
}
