import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainRuns, headline, metrics, type Recording, typicalWar } from "../../engine/index.ts";
import { inCurrency, inTwoRows, permuted, withIdleVendor } from "../support/recordings.ts";
import { library, simulate } from "../support/scenarios.ts";

const scenario = library("china-2024", { "demand.agents": 300, "clock.end": "2024-08-31", "clock.tickDays": 7 });
const run = simulate(scenario);
const span = { from: scenario.clock.start, to: scenario.clock.end };

/** Everything an answer says, by name and not by place. */
function answers(r: Recording) {
  const { free, belowCost, belowDays, ...told } = headline(r);
  const explained = explainRuns([r], span);
  const byId = <T extends { id: string }>(rows: readonly T[]) => Object.fromEntries(rows.map((row) => [row.id, row]));
  const last = r.dates.length - 1;
  return {
    told,
    free: free.toSorted(),
    belowCost: belowCost.toSorted(),
    belowDays: Object.fromEntries(belowDays.map(({ product, days }) => [product, days])),
    products: byId(explained.products),
    vendors: byId(explained.vendors),
    index: explained.index!,
    war: typicalWar([r], span)!,
    series: Object.fromEntries(
      metrics.list().flatMap((m) => {
        const ids = { product: r.productIds, vendor: r.vendorIds, segment: r.segmentIds, market: [""] }[m.entity];
        return ids.map((id, k) => [`${m.id}/${id}`, { unit: m.unit, value: m.compute(r)[last * ids.length + k] }]);
      }),
    ),
  };
}

const near = (a: unknown, b: unknown, path = ""): void => {
  if (typeof a === "number" && typeof b === "number") {
    if (Number.isNaN(a) && Number.isNaN(b)) return;
    const size = Math.max(Math.abs(a), Math.abs(b), 1e-9);
    if (a !== b && Math.abs(a - b) > 1e-7 * size) expect(`${path} ${a}`).toBe(`${path} ${b}`);
    return;
  }
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
    expect([path, a]).toEqual([path, b]);
    return;
  }
  const entries = (x: object) => Object.keys(x).toSorted();
  expect([path, entries(a)]).toEqual([path, entries(b)]);
  for (const key of entries(a)) near(a[key as keyof typeof a], b[key as keyof typeof b], `${path}/${key}`);
};

/** What of a course of cuts hangs neither on the order of rows nor on how many a product has. */
const outline = ({ trigger, depth, trough, end, recovery, severity }: ReturnType<typeof answers>["war"]) => ({
  on: trigger.date,
  depth,
  trough,
  end,
  recovery,
  severity,
});

const here = answers(run);
const shuffled = (n: number) =>
  fc.shuffledSubarray(
    Array.from({ length: n }, (_, k) => k),
    { minLength: n, maxLength: n },
  );

describe("every answer: headline, verdicts, cuts, metrics", () => {
  test("is the same by name in whatever order vendors and products are kept", () => {
    fc.assert(
      fc.property(shuffled(run.vendorIds.length), shuffled(run.productIds.length), (vendors, products) => {
        const { war, ...there } = answers(permuted(run, vendors, products));
        const { war: ours, ...rest } = here;
        near(there, rest);
        near(outline(war), outline(ours));
      }),
      { numRuns: 8 },
    );
  });
  test("is the same with one more vendor that lists a product nobody buys", () => {
    const { products, vendors, series, ...there } = answers(withIdleVendor(run));
    const { products: ours, vendors: theirs, series: known, ...rest } = here;
    near(there, rest);
    const { "idle.p": _p, ...others } = products;
    const { idle: _v, ...sellers } = vendors;
    near([others, sellers], [ours, theirs]);
    for (const [id, { value }] of Object.entries(known)) near(series[id].value, value, id);
  });
  test("is the same in another currency, amounts of money in proportion", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), (rate) => {
        const there = answers(inCurrency(run, rate));
        const money = (x: number) => x * rate;
        for (const [id, e] of Object.entries(here.products)) {
          expect([id, there.products[id].verdict]).toEqual([id, e.verdict]);
          near(there.products[id].split.to, money(e.split.to));
          near(there.products[id].split.symmetric.margin, money(e.split.symmetric.margin));
        }
        for (const [id, { unit, value }] of Object.entries(here.series))
          near(there.series[id].value, unit.startsWith("money") ? money(value) : value, id);
        const { surplusGain, surplus, profitGain, ...told } = here.told;
        near(there.told, {
          ...told,
          surplusGain: money(surplusGain),
          surplus: money(surplus),
          profitGain: money(profitGain),
        });
        near(there.war, here.war);
      }),
      { numRuns: 8 },
    );
  });
  test("is the same for market, vendors and the basket where one product's sales are kept in two rows", () => {
    fc.assert(
      fc.property(fc.nat(run.productIds.length - 1), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (j, part) => {
        const there = answers(inTwoRows(run, j, part));
        near(there.index, here.index);
        near(there.vendors, here.vendors);
        near(outline(there.war), outline(here.war));
        const { moves: _, ...told } = here.told;
        near({ ...there.told, moves: 0 }, { ...told, moves: 0 });
        for (const [id, { value }] of Object.entries(here.series))
          if (!id.includes("/") || !id.includes(".")) near(there.series[id].value, value, id);
      }),
      { numRuns: 8 },
    );
  });
});
