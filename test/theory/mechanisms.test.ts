import { describe, expect, test } from "vitest";
import { mechanisms, type Recording, type Scenario } from "../../engine/index.ts";
import { last, metric, share, users } from "../support/readings.ts";
import { productSeries, simulate, variant, vendorSeries } from "../support/scenarios.ts";

/** The scenario with the mechanism at work and, next to it, switched off. */
function pair(id: string, scenario: Scenario, seed = 1): { on: Recording; off: Recording } {
  return { on: simulate(scenario, { seed }), off: simulate({ ...scenario, off: [id] }, { seed }) };
}

const still = "strategies: {headline: {strength: 0}}\n"; // nobody reacts

describe("each of the article's mechanisms works, and stops when it is switched off", () => {
  test("there are 24, each with a place, a parameter and words in both languages", () => {
    expect(mechanisms.map((m) => m.id)).toEqual(Array.from({ length: 24 }, (_, k) => `M-${k + 1}`));
    for (const m of mechanisms) {
      expect(m.files.length * m.parameters.length).toBeGreaterThan(0);
      for (const text of [m.title, m.claim]) expect(text.en && text.zh).toBeTruthy();
    }
  });

  test("M-1: a technology event lowers unit cost; a cost-plus vendor passes it on, its margin unchanged", () => {
    const { on, off } = pair(
      "M-1",
      variant(`costs: {technology: 0, gpuPrice: 14.4}
vendors: {minimax: {strategy: {kind: cost-plus, margin: 0.4, reviewDays: 7}}}
events: [{date: 2024-07-01, kind: technology, factor: 2}]`),
    );
    const price = (r: Recording) => productSeries(r, "priceInput", "minimax.abab-6.5");
    const t = on.dates.findIndex((d) => d >= "2024-06-20");
    expect(last(price(on)) / price(on)[t]).toBeCloseTo(0.5, 1);
    expect(last(price(off)) / price(off)[t]).toBeGreaterThan(0.9);
    const margin = metric(on, "grossMargin");
    const at = (k: number) => margin[k * on.vendorIds.length + on.vendorIds.indexOf("minimax")];
    expect(at(on.dates.length - 1)).toBeCloseTo(at(t), 1);
  });

  test("M-3: below cost with costs flat, a vendor buys share; the ecosystem it gains keeps some of it", () => {
    const { on, off } = pair(
      "M-3",
      variant(`${still}costs: {technology: 0}
demand: {ecosystem: {weight: 0.1}}
vendors: {tencent: {strategy: {kind: loss-leader, fromDay: 30, bait: main, baitPrice: 0.3, markup: 3}}}`),
    );
    expect(share(on, "tencent")).toBeGreaterThan(share(off, "tencent") + 0.02);
    const [price, cost] = ["priceInput", "unitCostInput"].map((c) =>
      last(productSeries(on, c as "priceInput", "tencent.hunyuan-standard")),
    );
    expect(price).toBeLessThan(cost);
  });

  test("M-4: the same policy ends a start-up and not a giant", () => {
    const grab = "strategy: {kind: loss-leader, bait: main, baitPrice: 0, markup: 0}";
    const { on, off } = pair(
      "M-4",
      variant(`${still}vendors:
  minimax: {cash: 2e8 CNY, ${grab}}
  bytedance: {${grab}}`),
    );
    expect(last(vendorSeries(on, "alive", "minimax"))).toBe(0);
    expect(last(vendorSeries(on, "alive", "bytedance"))).toBe(1);
    expect(last(vendorSeries(off, "alive", "minimax"))).toBe(1);
    const orphaned = last(productSeries(on, "users", "minimax.abab-6.5"));
    expect(orphaned).toBe(0); // its users looked elsewhere
  });
  test("M-4: a parent's purse postpones the end by what it holds", () => {
    const days = (purse: number) =>
      vendorSeries(
        simulate(variant(`${still}vendors: {minimax: {cash: 2e8 CNY, purse: ${purse} CNY}}`)),
        "alive",
        "minimax",
      ).filter((x) => x === 1).length;
    expect(days(4e8)).toBeGreaterThan(days(0) + 8);
  });

  test("M-5: entry tiers fall further than flagships; with one rule for all tiers they do not", () => {
    const { on, off } = pair("M-5", variant(""));
    const left = (r: Recording, id: string) =>
      last(productSeries(r, "priceInput", id)) / productSeries(r, "priceInput", id)[0];
    expect(left(on, "tencent.hunyuan-pro")).toBeGreaterThan(2 * left(off, "tencent.hunyuan-pro"));
    expect(left(on, "alibaba.qwen-long")).toBeCloseTo(left(off, "alibaba.qwen-long"), 1);
  });

  test("M-6: unit cost falls with own volume, technology held fixed", () => {
    const { on, off } = pair("M-6", variant("costs: {technology: 0, gpuPrice: 14.4}\n"));
    const fall = (r: Recording) =>
      1 -
      last(productSeries(r, "unitCostInput", "bytedance.doubao-pro")) /
        productSeries(r, "unitCostInput", "bytedance.doubao-pro")[0];
    expect(fall(on)).toBeGreaterThan(0.05);
    expect(fall(off)).toBeCloseTo(0, 9);
  });

  test("M-7: research makes a vendor's products better and cheaper to serve", () => {
    const { on, off } = pair(
      "M-7",
      variant(`costs: {technology: 0}
vendors: {zhipu: {research: {spend: 2e7, reference: 2e7, arrivals: 12, step: 0.05, efficiency: 0.5}}}`),
    );
    const quality = (r: Recording) => last(productSeries(r, "lnQuality", "zhipu.glm-4"));
    const cost = (r: Recording) => last(productSeries(r, "unitCostInput", "zhipu.glm-4"));
    expect(quality(on)).toBeGreaterThan(quality(off) + 0.1);
    expect(cost(on)).toBeLessThan(cost(off) * 0.85);
  });

  test("M-8: an off-peak tariff moves what can wait into the valley and lowers unit cost", () => {
    const patient =
      "demand: {segments: {developers: {deferrable: 0.4}, enterprises: {deferrable: 0.4}, bulk: {deferrable: 0.4}}}\n";
    const { on, off } = pair(
      "M-8",
      variant(`${patient}events: [{date: 2024-07-01, kind: off-peak, vendor: alibaba, discount: 50 %}]`),
    );
    const cost = (r: Recording) => last(productSeries(r, "unitCostInput", "alibaba.qwen-plus"));
    expect(cost(on)).toBeLessThan(cost(off) * 0.8);
    const idle = simulate(variant("events: [{date: 2024-07-01, kind: off-peak, vendor: alibaba, discount: 50 %}]"));
    expect(cost(idle) / cost(off)).toBeCloseTo(1, 1); // nobody's work can wait: nothing moves
  });

  test("M-9: when all cut alike, new applications appear; with entry closed only present users use more", () => {
    const { on, off } = pair("M-9", variant(""));
    expect(users(on)).toBeGreaterThan(1.5 * users(off));
    expect(on.market.newApplications.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(off.market.newApplications.every((x) => x === 0)).toBe(true);
  });

  test("M-10: what does not fit is adopted less at the same price, and use improves the fit", () => {
    const poor = (rate: number) =>
      `vendors: {baidu: {products: {ernie-speed: {fit: {developers: 0.8, bulk: 0.8}, fitRate: ${rate}}}}}`;
    const { on, off } = pair("M-10", variant(poor(0)));
    const held = (r: Recording) => last(productSeries(r, "users", "baidu.ernie-speed"));
    expect(held(on)).toBeLessThan(0.8 * held(off));
    expect(held(simulate(variant(poor(200))))).toBeGreaterThan(held(on));
  });

  test("M-11: a follower that does not match loses users, and switching costs slow the loss", () => {
    const { on, off } = pair("M-11", variant("demand: {agents: 6000}\nvendors: {alibaba: {strategy: {kind: hold}}}"));
    const matched = simulate(variant(""));
    const lost = (r: Recording) =>
      metric(r, "userShare")[r.vendorIds.indexOf("alibaba")] -
      metric(r, "userShare")[(r.dates.length - 1) * r.vendorIds.length + r.vendorIds.indexOf("alibaba")];
    expect(lost(on)).toBeGreaterThan(lost(matched));
    const own = ["alibaba.qwen-max", "alibaba.qwen-plus", "alibaba.qwen-turbo", "alibaba.qwen-long"];
    const sum = (r: Recording, column: "users" | "switchedOut") =>
      own.reduce((total, id) => total + productSeries(r, column, id).reduce((a, b) => a + b, 0), 0);
    const left = (r: Recording) => sum(r, "switchedOut") / sum(r, "users");
    expect(left(on)).toBeLessThan(left(off));
  });

  test("M-12: second rounds go on cutting after the first answer", () => {
    const { on, off } = pair("M-12", variant("strategies: {headline: {returnDays: 10}}"));
    const late = (r: Recording) =>
      r.moves.filter((m) => r.dates[m.tick] > "2024-07-15" && m.because.startsWith("round")).length;
    expect(late(on)).toBeGreaterThan(2);
    expect(late(off)).toBe(0);
  });

  test("M-13: prices and gross margins can go below zero; forbidden, no vendor's own move goes below cost", () => {
    const deep = "strategies: {headline: {marginFloor: -5, freeBelow: 3}}\ncosts: {level: 6}";
    const { on, off } = pair("M-13", variant(deep));
    const below = (r: Recording) =>
      r.moves.filter((m) => m.to.input < r.product.unitCostInput[m.tick * r.productIds.length + m.product] * (1 - 1e-9))
        .length;
    expect(below(on)).toBeGreaterThan(0);
    expect(below(off)).toBe(0);
    expect([...metric(on, "grossMargin")].some((x) => x < 0)).toBe(true);
  });

  test("M-14: at a positive margin over a falling cost, a vendor gains volume", () => {
    const { on, off } = pair(
      "M-14",
      variant(`${still}vendors: {minimax: {strategy: {kind: cost-plus, margin: 0.5, reviewDays: 14}}}`),
    );
    const volume = (r: Recording) => last(productSeries(r, "tokensInput", "minimax.abab-6.5"));
    expect(volume(on)).toBeGreaterThan(3 * volume(off));
    expect(last(vendorSeries(on, "revenue", "minimax"))).toBeGreaterThan(
      last(vendorSeries(on, "costOfRevenue", "minimax")),
    );
  });

  test("M-15: cuts come in steps no larger than the rule allows, and stop at the floor", () => {
    const { on, off } = pair("M-15", variant("rules: {largestCut: 30 %}"));
    const deepest = (r: Recording) => Math.max(...r.moves.map((m) => 1 - m.to.input / m.from.input));
    expect(deepest(on)).toBeLessThanOrEqual(0.3 + 1e-9);
    expect(deepest(off)).toBeGreaterThan(0.6);
    expect(on.moves.length).toBeGreaterThan(off.moves.length);
  });
});
