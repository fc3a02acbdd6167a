import { describe, expect, test } from "vitest";
import { readScenario, ScenarioErrors } from "../../engine/authoring.ts";
import { type MarketEvent, type Recording, type Scenario } from "../../engine/index.ts";
import { library, productAt, simulate, variant } from "../support/scenarios.ts";

const QWEN = { kind: "roofline", architecture: "qwen-72b", gpu: "h800", context: 4096, plannedReplicas: 1 };

/** China in spring 2024 with Alibaba's flagship served from an architecture, priced by a rule, and events. */
function scenario(events: readonly MarketEvent[], values: Readonly<Record<string, unknown>> = {}): Scenario {
  const base = library("no-trigger", {
    "demand.agents": 800,
    "clock.end": "2024-08-31",
    "clock.burnInWeeks": 8,
    "costs.technology": 0,
    "costs.gpuPrice": 14.4,
    "vendors.alibaba.products.qwen-max.cost": QWEN,
    ...values,
  });
  return { ...base, events };
}

const cost = (r: Recording, date: string, id = "alibaba.qwen-max") => productAt(r, "unitCostOutput", id, date);
const event = (kind: string, given: Record<string, unknown>): MarketEvent => ({ date: "2024-06-03", kind, ...given });
const BEFORE = "2024-06-02";
const AFTER = "2024-06-03";

describe("an attention optimisation (M-2)", () => {
  const MLA = event("attention", { product: "alibaba.qwen-max", attention: "MLA" });

  test("lowers the unit cost of what it reaches on its date, and of nothing else", () => {
    const r = simulate(scenario([MLA]));
    expect(cost(r, AFTER)).toBeLessThan(0.6 * cost(r, BEFORE));
    expect(Math.abs(cost(r, AFTER, "alibaba.qwen-plus") / cost(r, BEFORE, "alibaba.qwen-plus") - 1)).toBeLessThan(
      0.005,
    );
  });
  test("does nothing when switched off, by its own id or with all technology", () => {
    for (const off of [["M-2"], ["M-1"]]) {
      const r = simulate({ ...scenario([MLA]), off });
      expect(cost(r, AFTER) / cost(r, BEFORE)).toBeGreaterThan(0.95);
    }
  });
});

describe("technology (M-1)", () => {
  test("quantisation and better batching lower cost where cost comes from an architecture", () => {
    const changes = [
      event("quantisation", { vendor: "alibaba", weightBits: 8, kvBits: 8 }),
      event("batching", { product: "alibaba.qwen-max", mbu: 0.9 }),
    ];
    for (const change of changes) {
      const r = simulate(scenario([change]));
      expect(cost(r, AFTER)).toBeLessThan(0.95 * cost(r, BEFORE));
    }
  });
  test("a cost-plus vendor passes an advance on and keeps its margin", () => {
    const rule = { "vendors.alibaba.strategy": { kind: "cost-plus", margin: 0.5, reviewDays: 7, tolerance: 0.02 } };
    const advance = event("attention", { vendor: "alibaba", attention: "MLA" });
    const [plain, better] = [scenario([], rule), scenario([advance], rule)].map((s) => simulate(s));
    const on = (r: Recording, column: keyof Recording["product"]) =>
      productAt(r, column, "alibaba.qwen-max", "2024-08-20");
    expect(on(better, "priceOutput")).toBeLessThan(0.6 * on(plain, "priceOutput"));
    const margin = (r: Recording) => {
      const price = 0.75 * on(r, "priceInput") + 0.25 * on(r, "priceOutput");
      return 1 - (0.75 * on(r, "unitCostInput") + 0.25 * on(r, "unitCostOutput")) / price;
    };
    expect(margin(better)).toBeCloseTo(0.5, 1);
    expect(Math.abs(margin(better) - margin(plain))).toBeLessThan(0.03);
  });
  test("spills over: the others learn their share of it, slowly at first hand, and its owner nothing more", () => {
    const given = { vendor: "alibaba", factor: 4, spillover: 0.5, spilloverWeeks: 4 };
    const [alone, shared] = [{ ...given, spillover: 0 }, given].map((g) =>
      simulate(scenario([event("technology", g)])),
    );
    const fall = (r: Recording, date: string, id: string) => cost(r, date, id) / cost(r, BEFORE, id);
    expect(fall(shared, AFTER, "alibaba.qwen-plus")).toBeCloseTo(fall(alone, AFTER, "alibaba.qwen-plus"), 6);
    const others = (date: string) => fall(shared, date, "baidu.ernie-4") / fall(alone, date, "baidu.ernie-4");
    expect(others(AFTER)).toBeGreaterThan(0.95);
    expect(others("2024-07-01")).toBeLessThan(0.7);
    expect(others("2024-08-31")).toBeGreaterThan(0.5);
    expect(others("2024-08-31")).toBeLessThan(0.56);
  });
});

test("an advance may take a tenth of a week to be learnt by others, and no time less", () => {
  const learnt = (weeks: number) => () =>
    variant(
      `events:
  - {date: 2024-07-01, kind: technology, vendor: alibaba, factor: 2, spillover: 1, spilloverWeeks: ${weeks}}`,
    );
  expect(learnt(0.1)).not.toThrow();
  expect(learnt(0.09)).toThrow(/spilloverWeeks/);
});

describe("scale (M-6), in a market", () => {
  test("a product's unit cost falls as more is served, all else equal, and not when switched off", () => {
    const thin = {
      "demand.volume.level": 0.004,
      "vendors.alibaba.products.qwen-max.cost": { ...QWEN, plannedReplicas: 0.001 },
    };
    const thick = { ...thin, "demand.volume.level": 4 };
    const end = (values: Record<string, unknown>, off: string[] = []) =>
      cost(simulate({ ...scenario([], values), off }), "2024-06-30");
    expect(end(thin)).toBeGreaterThan(1.5 * end(thick));
    expect(end(thin, ["M-6"])).toBe(end(thick, ["M-6"]));
  });
});

describe("resource scheduling (M-8), in a market", () => {
  test("an off-peak tariff fills the valley: load up, unit cost down, and not when switched off", () => {
    const tariff = [event("off-peak", { vendor: "alibaba", discount: 0.5 })];
    const waits = Object.fromEntries(
      ["developers", "enterprises", "bulk"].map((s) => [`demand.segments.${s}.deferrable`, 0.4]),
    );
    const fall = (off: string[]) => {
      const r = simulate({ ...scenario(tariff, waits), off });
      return cost(r, "2024-06-05") / cost(r, BEFORE);
    };
    expect(fall([])).toBeCloseTo(0.6, 2);
    expect(fall(["M-8"])).toBeGreaterThan(0.97);
  });
});

describe("a scenario file", () => {
  const resolve = (text: string) => () => ({ file: "base.yaml", text });
  const problems = (events: string, cost = "{kind: roofline, architecture: deepseek-v2, gpu: h800}"): string => {
    const curve = "{kind: curve, input: 1, output: 2}";
    const base = `
id: small
title: Small
question: What?
clock: {start: 2024-01-01, end: 2024-03-01}
currency: CNY
demand: {kind: unit-logit, mu: 1}
vendors:
  a: {name: A, strategy: {kind: hold}, products: {x: {price: {input: 1, output: 2}, cost: ${cost}}}}
  b: {name: B, strategy: {kind: hold}, products: {y: {price: {input: 1, output: 2}, cost: ${curve}}}}
events: [${events}]
`;
    try {
      readScenario(base, { file: "small.yaml", resolve: resolve("") });
      return "";
    } catch (error) {
      if (!(error instanceof ScenarioErrors)) throw error;
      return `${error.format("en")}\n${error.format("zh")}`;
    }
  };
  const on = (fields: string) => `{date: 2024-02-01, ${fields}}`;

  test("may serve a product by the roofline and change how", () => {
    expect(problems(on("kind: attention, product: a.x, attention: GQA"))).toBe("");
    expect(problems(on("kind: quantisation, kvBits: 4"))).toBe("");
  });
  test("is told when an advance reaches nobody or changes nothing", () => {
    expect(problems(on("kind: attention, product: b.y, attention: MLA"))).toMatch(
      /small\.yaml:11:.*reaches no product/,
    );
    expect(problems(on("kind: attention, vendor: b, attention: MLA"))).toContain("此事件不起作用");
    expect(problems(on("kind: quantisation, product: a.x"))).toContain("changes nothing");
    expect(problems(on("kind: batching, vendor: a"))).toContain("没有改变任何东西");
  });
  test("is told the nearest architecture and GPU, and when a model does not fit", () => {
    expect(problems("", "{kind: roofline, architecture: deepsek-v2, gpu: h800}")).toContain("deepseek-v2");
    expect(problems("", "{kind: roofline, architecture: deepseek-v2, gpu: h80}")).toContain("h800");
    expect(problems("", "{kind: roofline, architecture: deepseek-v2, gpu: h800, gpus: 1}")).toMatch(
      /small\.yaml:9:.*does not fit/,
    );
    expect(problems("", "{kind: roofline, architecture: deepseek-v2, gpu: ascend-910b}")).toContain("bandwidth");
    expect(problems("", "{kind: roofline, architecture: deepseek-v2, gpu: ascend-910b, bandwidth: 1600}")).toBe("");
  });
});
