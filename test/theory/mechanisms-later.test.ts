import { describe, expect, test } from "vitest";
import { patchScenario, without, knockOuts, type Recording, type Scenario } from "../../engine/index.ts";
import { last, metric, share, users } from "../support/readings.ts";
import { productSeries, simulate, variant, vendorSeries } from "../support/scenarios.ts";

/** The scenario with the mechanism at work and, next to it, switched off. */
function pair(id: string, scenario: Scenario, seed = 1): { on: Recording; off: Recording } {
  return { on: simulate(scenario, { seed }), off: simulate({ ...scenario, off: [id] }, { seed }) };
}

const still = "strategies: {headline: {strength: 0}}\n"; // nobody reacts

describe("each of the later mechanisms works, and stops when it is switched off", () => {
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
    // Of who values tokens so much that a discount makes nobody take a dearer tier.
    const bargain =
      "demand: {segments: {enterprises: {lnV: {mean: 6}, discount: {base: 5 %, slope: 0.1, most: 50 %}}}}";
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
    const war = variant(
      `strategies: {headline: {marginFloor: -5}}\ncosts: {level: 8}\nvendors: {zhipu: {fleetUse: 1, ${plan}}}`,
    );
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
