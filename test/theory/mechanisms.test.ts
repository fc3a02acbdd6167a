import { describe, expect, test } from "vitest";
import { patchScenario, without, knockOuts, mechanisms, type Recording, type Scenario } from "../../engine/index.ts";
import { last, metric, share, users } from "../support/readings.ts";
import { productSeries, simulate, variant, vendorSeries } from "../support/scenarios.ts";

/** The scenario with the mechanism at work and, next to it, switched off. */
function pair(id: string, scenario: Scenario, seed = 1): { on: Recording; off: Recording } {
  return { on: simulate(scenario, { seed }), off: simulate({ ...scenario, off: [id] }, { seed }) };
}

const still = "strategies: {follow: {strength: 0}}\n"; // nobody reacts

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
    expect(left(on, "zhipu.glm-4")).toBeGreaterThan(2 * left(off, "zhipu.glm-4"));
    expect(left(on, "zhipu.glm-3-turbo")).toBeCloseTo(left(off, "zhipu.glm-3-turbo"), 1);
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
    expect(held(simulate(variant(poor(20))))).toBeGreaterThan(held(on));
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

  test("M-12: without a floor reviews go on cutting after the first answer", () => {
    const { on, off } = pair("M-12", variant("strategies: {follow: {reviewDays: 30, reviewShare: 0.5}}"));
    const late = (r: Recording) =>
      r.moves.filter((m) => r.dates[m.tick] > "2024-07-15" && m.because === "review").length;
    expect(late(on)).toBeGreaterThan(3);
    expect(late(off)).toBe(0);
  });

  test("M-13: prices and gross margins can go below zero; forbidden, no vendor's own move goes below cost", () => {
    const deep = "strategies: {follow: {marginFloor: -5, freeBelow: 3}}\ncosts: {level: 6}";
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

  test("M-16: a quota caps what free users take, and costs the vendor less than an endless free tier", () => {
    const free = "{free: {quota: 2 Mtok/week}}";
    const quota = variant(`vendors: {baidu: {products: {ernie-speed: ${free}, ernie-lite: ${free}}}}\n`);
    const { on, off } = pair("M-16", quota);
    const speed = (r: Recording) => last(productSeries(r, "tokensInput", "baidu.ernie-speed"));
    expect(last(productSeries(on, "priceInput", "baidu.ernie-speed"))).toBe(0);
    expect(speed(on)).toBeLessThan(0.7 * speed(off));
    expect(last(vendorSeries(on, "costOfRevenue", "baidu"))).toBeLessThan(
      last(vendorSeries(off, "costOfRevenue", "baidu")),
    );
  });
  test("M-16: a standing allowance is free up to the quota and billed beyond it", () => {
    const scenario = variant(
      `${still}vendors: {baidu: {products: {ernie-3.5: {free: {quota: 20 Mtok/week, beyond: pay}}}}}`,
    );
    const { on, off } = pair("M-16", scenario);
    const [revenue, tokens] = ["revenue", "tokensInput"].map(
      (c) => (r: Recording) => last(productSeries(r, c as "revenue", "baidu.ernie-3.5")),
    );
    expect(tokens(on)).toBeGreaterThan(tokens(off));
    expect(revenue(on)).toBeGreaterThan(0);
    expect(revenue(on) / tokens(on)).toBeLessThan(0.9 * (revenue(off) / tokens(off)));
  });
  test("M-16: a new-customer credit brings customers, once each, and is booked as marketing", () => {
    const { on, off } = pair(
      "M-16",
      variant(`${still}events: [{date: 2024-06-01, kind: credits, vendor: zhipu, amount: 50}]`),
    );
    const joined = (r: Recording) =>
      ["joined", "switchedIn"]
        .flatMap((c) =>
          ["zhipu.glm-4", "zhipu.glm-3-turbo"].map((p) =>
            productSeries(r, c as "joined", p).reduce((a, b) => a + b, 0),
          ),
        )
        .reduce((a, b) => a + b, 0);
    expect(joined(on)).toBeGreaterThan(1.05 * joined(off));
    expect(vendorSeries(on, "credits", "zhipu").reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(vendorSeries(off, "credits", "zhipu").reduce((a, b) => a + b, 0)).toBe(0);
  });

  test("M-16: what a credit costs its vendor is what it gives its users, where it sways nobody", () => {
    const s = variant(`${still}demand: {fixedCost: {median: 1e-12, sd: 0}}\nvendors: {zhipu: {credits: {amount: 50}}}`);
    const others = knockOuts(s).filter(({ id }) => /^vendor:(?!zhipu)|^launch:/.test(id));
    const single = { "vendors.zhipu.products.glm-3-turbo.launch": "never" };
    const { on, off } = pair("M-16", patchScenario(without(s, others), single)); // nothing to choose between
    on.product.tokensInput.forEach((x, k) => expect(x).toBeCloseTo(off.product.tokensInput[k], 6));
    expect(Math.max(...off.product.tokensInput)).toBeGreaterThan(1e4);
    const [m, v, w] = [on.vendorIds.length, on.vendorIds.indexOf("zhipu"), on.segmentIds.length];
    const gain = (r: Recording, t: number) => r.segment.surplus.subarray(t * w, t * w + w).reduce((a, b) => a + b, 0);
    expect(vendorSeries(on, "credits", "zhipu").filter((x) => x > 0).length).toBeGreaterThan(10);
    on.dates.forEach((_, t) => {
      const loss = off.vendor.profit[t * m + v] - on.vendor.profit[t * m + v];
      expect(gain(on, t) - gain(off, t)).toBeCloseTo(loss, 2);
    });
  });

  test("M-17: a start-up lives on rounds it raises, and raises fewer the more it has lost", () => {
    const poor = (tolerance: number) =>
      `${still}vendors: {minimax: {cash: 3e8 CNY, funding: {round: 4e8 CNY, rounds: 4, tolerance: ${tolerance} CNY}}}`;
    const lived = (r: Recording) => vendorSeries(r, "alive", "minimax").filter((x) => x === 1).length;
    const { on, off } = pair("M-17", variant(poor(1e12)));
    expect(lived(on)).toBeGreaterThan(lived(off));
    const rounds = (tolerance: number) =>
      [1, 2, 3, 4, 5].reduce(
        (sum, seed) => sum + last(vendorSeries(simulate(variant(poor(tolerance)), { seed }), "raised", "minimax")),
        0,
      );
    expect(rounds(1e8)).toBeLessThan(rounds(1e12));
  });

  test("M-18: who expects prices to go on falling waits", () => {
    const waiting = "demand: {segments: {developers: {waiting: 3}, enterprises: {waiting: 3}, bulk: {waiting: 3}}}";
    const { on, off } = pair("M-18", variant(waiting));
    expect(Math.max(...on.market.expectedFall)).toBeGreaterThan(0.2);
    expect(users(on)).toBeLessThan(0.95 * users(off));
  });
  test("M-18: large customers get a discount that rises as the list price lags the market", () => {
    const bargain = "demand: {segments: {enterprises: {discount: {base: 5 %, slope: 0.1, most: 50 %}}}}";
    const { on, off } = pair("M-18", variant(`${still}${bargain}`));
    const paid = (r: Recording) => {
      const [m, s, t] = [r.segmentIds.length, r.segmentIds.indexOf("enterprises"), r.dates.length - 1];
      return r.segment.spend[t * m + s] / r.segment.tokens[t * m + s];
    };
    expect(paid(on)).toBeLessThan(0.9 * paid(off));
  });

  test("M-19: at equal prices the better product gains; with quality made equal the lead is gone", () => {
    const level = `${still}vendors:
  alibaba: {products: {qwen-plus: {price: {input: 12, output: 12}, quality: 0.1}}}
  moonshot: {trust: 0.22, products: {v1: {quality: -0.5}}}
  bytedance: {products: {doubao-pro: {quality: -0.5}}}`;
    const { on, off } = pair("M-19", variant(level));
    const lead = (r: Recording) =>
      last(productSeries(r, "users", "alibaba.qwen-plus")) / last(productSeries(r, "users", "moonshot.v1"));
    expect(lead(on)).toBeGreaterThan(3 * lead(off));
  });

  test("M-20: a price war lowers later research; a budget deaf to margins stays", () => {
    const plan = "research: {spend: 2e7, reference: 2e7, marginPull: 0.5, caution: 3}";
    const war = variant(`strategies: {follow: {marginFloor: -5}}\ncosts: {level: 8}\nvendors: {zhipu: {${plan}}}`);
    const { on, off } = pair("M-20", war);
    const spend = (r: Recording) => last(vendorSeries(r, "research", "zhipu"));
    expect(spend(on)).toBeLessThan(0.9 * vendorSeries(on, "research", "zhipu")[1]);
    expect(spend(off)).toBe(2e7);
    const peace = simulate({ ...war, off: ["M-24"] });
    expect(spend(on)).toBeLessThan(spend(peace));
  });

  test("M-21: a new channel brings users from its day on, and changes nothing before", () => {
    const { on, off } = pair(
      "M-21",
      variant("events: [{date: 2024-08-01, kind: channel, segment: developers, share: 0.8}]"),
    );
    expect(users(on)).toBeGreaterThan(1.1 * users(off));
    const before = on.dates.findIndex((d) => d >= "2024-08-01") - 1;
    expect(metric(on, "activeApplications")[before]).toBeCloseTo(metric(off, "activeApplications")[before], 6);
  });

  test("M-23: hosts of open weights enter below the origin's trust and take part of its demand", () => {
    const weights = "{date: 2024-05-06, hosts: 2, trust: -0.6}";
    const v2 = `{price: {input: 3, output: 6}, openWeights: ${weights}}`;
    const { on, off } = pair("M-23", variant(`${still}vendors: {deepseek: {products: {v2: ${v2}}}}`));
    expect(on.vendorIds).toContain("host-1");
    expect(off.vendorIds).not.toContain("host-1");
    expect(share(on, "host-1")).toBeGreaterThan(0.01);
    expect(share(on, "deepseek")).toBeLessThan(share(off, "deepseek"));
  });

  test("M-24: one record low price sets off a cascade; with nobody following there is none", () => {
    const { on, off } = pair("M-24", variant(""));
    expect(on.moves.length).toBeGreaterThan(10);
    expect(off.moves).toEqual([]);
  });
});
