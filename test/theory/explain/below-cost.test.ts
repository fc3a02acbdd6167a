import { describe, expect, test } from "vitest";
import { compile, explainRuns, headline, nashWatch, run, type Scenario } from "../../../engine/index.ts";
import { soldBelow } from "../../../engine/metrics/paid.ts";
import { series } from "../../../engine/metrics/lookup.ts";
import { duelScenario } from "../../support/duel.ts";
import { library, simulate } from "../../support/scenarios.ts";

const hold = [{ kind: "hold" }, { kind: "hold" }];

describe("below cost is what is paid against what serving it costs", () => {
  test("half price in four hours of five is below a cost that the list price covers", () => {
    const s = duelScenario({
      strategies: hold,
      weeks: 8,
      set: { "vendors.v0.offPeak": { discount: 0.5, hours: 0.8, from: null } },
    });
    const r = simulate(s);
    const { belowCost, belowDays, negativeMargin } = headline(r);
    expect(series(r, "products.v0.p.paidPrice")[0]).toBeCloseTo(1.5 * (1 - 0.5 * 0.8), 9);
    expect(belowCost).toEqual(["v0.p"]);
    expect(belowDays).toEqual([{ product: "v0.p", days: r.dates.length * r.tickDays }]);
    expect(negativeMargin).toEqual([{ vendor: "v0", days: belowDays[0].days }]);
    expect(headline(simulate(duelScenario({ strategies: hold, weeks: 8 }))).belowCost).toEqual([]);
  });
  test.each(["china-2024", "whole-market", "global"])(
    "in %s a vendor whose gross margin is below zero sells some product below average cost, on every day",
    (id) => {
      const r = simulate(library(id, { "demand.agents": 300 }));
      const [n, m] = [r.productIds.length, r.vendorIds.length];
      const [below, profit] = [soldBelow(r), r.vendor.revenue.map((x, k) => x - r.vendor.costOfRevenue[k])];
      let seen = 0;
      for (let t = 0; t < r.dates.length; t++) {
        for (let v = 0; v < m; v++) {
          const own = r.vendorOf.flatMap((w, j) => (w === v ? [j] : []));
          const served = own.some((j) => r.product.users[t * n + j] > 0);
          if (!served || profit[t * m + v] > -1e-9) continue;
          seen++;
          expect(own.some((j) => below[t * n + j] === 1)).toBe(true);
        }
      }
      if (id === "whole-market") expect(seen).toBeGreaterThan(0);
    },
  );
  test("segments' costs add up to the vendors'", () => {
    const total = (x: Float64Array) => x.reduce((a, b) => a + b, 0);
    const short = { "demand.agents": 300, "clock.end": "2024-05-31" };
    const leased = { gpus: 2000, leadWeeks: 8, planWeeks: 8, ceiling: 0.9, releasePerWeek: 0, leastPerProduct: 8 };
    for (const fleet of [null, leased]) {
      // an idle fleet is borne by whoever is served
      const r = simulate(library("china-2024", { ...short, "vendors.bytedance.fleet": fleet }));
      expect(total(r.segment.cost) / total(r.vendor.costOfRevenue)).toBeCloseTo(1, 6);
    }
  });
});

describe("markups that stay are pass-through", () => {
  const costPlus = (margin: number) => ({ kind: "cost-plus", margin, reviewDays: 7, tolerance: 0, digits: 6 });
  const stepOf = (s: Scenario): Scenario => ({
    ...s,
    events: [{ date: "2024-02-05", kind: "technology", factor: 2 } as unknown as Scenario["events"][number]],
  });
  const told = (s: Scenario) => {
    const span = { from: s.clock.start, to: s.clock.end };
    const model = compile(s);
    const nash = nashWatch(model, {}, span);
    const ticks = run(model, nash.watch);
    let step = ticks.next();
    while (!step.done) step = ticks.next();
    return explainRuns([{ ...step.value, nash: nash.found }], span);
  };
  test("of every product, vendor and the basket where technology doubles, wherever Nash lies", () => {
    for (const margin of [0.05, 0.3, 0.8]) {
      const price = 1 / (1 - margin);
      const s = stepOf(
        duelScenario({ strategies: [costPlus(margin), costPlus(margin)], weeks: 12, price: [price, price] }),
      );
      const { products, vendors, index } = told(s);
      for (const e of [...products, ...vendors, index!]) {
        expect([e.id, e.verdict]).toEqual([e.id, "pass-through"]);
        expect(e.split.to / e.split.from).toBeCloseTo(0.5, 2);
      }
    }
  });
});
