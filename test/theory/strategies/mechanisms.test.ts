import { describe, expect, test } from "vitest";
import { metrics, patchScenario, type Recording } from "../../../engine/index.ts";
import { at, library, productAt, simulate } from "../../support/scenarios.ts";

const END = "2024-12-31";
const few = { "demand.agents": 1000, "clock.end": END };
const share = (r: Recording, vendor: string, date: string) =>
  metrics.get("tokenShare").compute(r)[at(r, date) * r.vendorIds.length + r.vendorIds.indexOf(vendor)];
const margin = (r: Recording, vendor: string, date: string) =>
  metrics.get("grossMargin").compute(r)[at(r, date) * r.vendorIds.length + r.vendorIds.indexOf(vendor)];

const blend = (x: { input: number; output: number }) => 0.75 * x.input + 0.25 * x.output;
const costOf = (r: Recording, tick: number, j: number) => {
  const k = tick * r.productIds.length + j;
  return { input: r.product.unitCostInput[k], output: r.product.unitCostOutput[k] };
};
const tariffOf = (r: Recording, id: string, date: string) => ({
  input: productAt(r, "priceInput", id, date),
  output: productAt(r, "priceOutput", id, date),
});

describe("M-3, grabbing the ecosystem", () => {
  const LITE = "zhipu.glm-3-turbo";
  /** Nobody follows, costs stand still: a cut below cost that has no technical basis. */
  const grab = (set: Record<string, unknown> = {}) =>
    simulate(
      patchScenario(library("nobody-follows", few), {
        "costs.technology": 0,
        "costs.gpuPrice": 14.4,
        "vendors.zhipu.products.glm-4.cost.learning": 0,
        "vendors.zhipu.products.glm-3-turbo.cost.learning": 0,
        "vendors.zhipu.strategy": {
          kind: "penetration",
          introMargin: { flagship: 0.5, lite: -0.5 },
          targetShare: 0.99,
        },
        ...set,
      }),
    );

  test("below a flat cost the lite tier wins share at a loss; switched off, neither happens", () => {
    const [on, off] = [grab(), grab({ off: ["M-3"] })];
    const cost = (date: string) => blend(costOf(on, at(on, date), on.productIds.indexOf(LITE)));
    expect(cost(END)).toBeCloseTo(cost("2024-04-01"), 9);
    expect(blend(tariffOf(on, LITE, END))).toBeLessThan(0.7 * cost(END));
    expect(share(on, "zhipu", END)).toBeGreaterThan(share(off, "zhipu", END) + 0.05);
    expect(margin(on, "zhipu", END)).toBeLessThan(margin(off, "zhipu", END));
    expect(off.moves.filter((m) => on.productIds[m.product].startsWith("zhipu."))).toEqual([]);
  });
  test("applications attract users: the more they weigh, the more of the market the largest platform has", () => {
    const incumbent = {
      "vendors.bytedance.products.doubao-pro.launch": null,
      "vendors.bytedance.products.doubao-lite.launch": null,
    };
    const largest = (weight: number) =>
      share(grab({ ...incumbent, "demand.ecosystem.weight": weight }), "bytedance", END);
    expect(largest(0.3)).toBeGreaterThan(largest(0) + 0.02);
  });
});

describe("M-13, below cost or not", () => {
  test("with the rule on, vendors go below cost where it pays their ends; with it off no own price does", () => {
    const run = (off: string[]) =>
      simulate(
        patchScenario(library("nobody-follows", few), {
          "vendors.zhipu.strategy": { kind: "penetration", targetShare: 0.99 },
          off,
        }),
      );
    const below = (r: Recording) =>
      r.moves.filter((m) => {
        const cost = costOf(r, m.tick, m.product);
        const own = r.productIds[m.product].startsWith("zhipu.");
        return own && (m.to.input < cost.input * 0.99 || m.to.output < cost.output * 0.99);
      }).length;
    expect(below(run([]))).toBeGreaterThan(0);
    expect(below(run(["M-13"]))).toBe(0);
  });
});

describe("M-15, step by step", () => {
  const run = (off: string[]) =>
    simulate(
      patchScenario(library("china-2024", few), {
        "vendors.bytedance.conduct.largestCut": 0.3,
        "vendors.bytedance.strategy": { kind: "headline", lag: 9, aim: -0.2, marginFloor: 0.7, expectedFall: 0 },
        off,
      }),
    );
  const steps = (r: Recording, id: string) => r.moves.filter((m) => r.productIds[m.product] === id);

  test("a vendor that goes step by step makes several cuts of at most its largest; one that does not, one", () => {
    const [on, off] = [run([]), run(["M-15"])];
    const staged = steps(on, "bytedance.doubao-pro").filter((m) => m.tick < at(on, "2024-08-01"));
    const once = steps(off, "bytedance.doubao-pro").filter((m) => m.tick < at(on, "2024-08-01"));
    expect(staged.length).toBeGreaterThan(once.length);
    for (const m of staged) expect(m.to.input / m.from.input).toBeGreaterThan(0.699);
    expect(once[0].to.input / once[0].from.input).toBeLessThan(0.5);
  });
  test("it stops at its margin floor; switched off, it does not", () => {
    const floor = (r: Recording, j: number, tick: number) => blend(costOf(r, tick, j)) / 0.3;
    const own = (r: Recording) =>
      r.moves.filter((m) => r.productIds[m.product].startsWith("bytedance.") && m.to.input > 0);
    const [on, off] = [run([]), run(["M-15"])];
    for (const m of own(on)) expect(blend(m.to)).toBeGreaterThan(floor(on, m.product, m.tick) * 0.98);
    expect(own(on).length).toBeGreaterThan(0);
    expect(own(off).some((m) => blend(m.to) < floor(off, m.product, m.tick) * 0.9)).toBe(true);
  });
});
