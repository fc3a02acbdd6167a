import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asItHappened,
  attributeGrowth,
  attributeShare,
  GROWTH_CAUSES,
  growthCoalitions,
  growthBetween,
  knockOuts,
  outcomes,
  patchScenario,
  recoupmentCells,
  type Scenario,
  SHARE_CAUSES,
  series,
  shapley,
  shareCoalitions,
  wedges,
  without,
} from "../../../engine/index.ts";
import { duel } from "../../support/duel.ts";
import { library, simulate } from "../../support/scenarios.ts";

const END = "2024-09-30";
const small = (id: string) => library(id, { "demand.agents": 600, "clock.end": END });
const pick = (s: Scenario, ...ids: string[]) => ids.map((id) => knockOuts(s).find((k) => k.id === id)!);

describe("a knock-out", () => {
  test("of the launch of DeepSeek-V2 is the scenario without a trigger: nobody moves", () => {
    const s = small("china-2024");
    const r = simulate(without(s, pick(s, "launch:deepseek.v2")));
    expect(r.moves).toEqual([]);
    expect(r).toEqual(simulate({ ...small("no-trigger"), id: s.id }));
  });
  test("of a vendor leaves it no user, and of one announcement leaves the others'", () => {
    const s = small("china-2024-history");
    const r = simulate(without(s, pick(s, "vendor:zhipu")));
    expect(Math.max(...series(r, "vendors.zhipu.tokenShare").map((x) => x || 0))).toBe(0);
    const quiet = simulate(without(s, pick(s, "event:2024-05-21:alibaba")));
    const moved = (date: string) =>
      quiet.moves.filter((m) => quiet.dates[m.tick] === date).map((m) => quiet.productIds[m.product]);
    expect(moved("2024-05-21")).toEqual(["baidu.ernie-lite", "baidu.ernie-speed"]);
    expect(moved("2024-09-19").length).toBe(3);
  });
  test("of technology or hardware holds that factor; of prices below cost keeps decided prices above", () => {
    const s = library("china-2024", { "demand.agents": 300 });
    const held = (id: string, column: "factorTechnology" | "factorHardware") =>
      new Set(simulate(without(s, pick(s, id))).product[column].filter((_, k) => k % 21 === 3)).size;
    expect([held("technology", "factorTechnology"), held("hardware", "factorHardware")]).toEqual([1, 1]);
    const r = simulate(without(s, pick(s, "below-cost")));
    const n = r.productIds.length;
    for (const { tick, product, to } of r.moves) {
      expect(to.input).toBeGreaterThanOrEqual(r.product.unitCostInput[Math.max(0, tick - 1) * n + product] * 0.999);
    }
  });
  test("is measured in pairs: where prices are scripted, sharing luck saves variance", () => {
    const s = small("china-2024-history");
    const arm = (x: Scenario) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((replication) => outcomes(simulate(x, { replication }), END));
    const found = wedges(arm(s), arm(without(s, pick(s, "launch:deepseek.v2"))));
    const zhipu = found.find((w) => w.path === "vendors.zhipu.tokenShare")!;
    expect(zhipu.mean).toBeGreaterThan(0);
    expect(zhipu.low).toBeLessThan(zhipu.mean);
    expect(zhipu.varianceSaved).toBeGreaterThan(2);
  });
});

describe("Shapley values", () => {
  const game = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 32, maxLength: 32 });
  const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);

  test("add up to what all bring over what nobody does (efficiency)", () => {
    fc.assert(fc.property(game, (worth) => void expect(sum(shapley(worth))).toBeCloseTo(worth[31] - worth[0], 9)));
  });
  test("of an additive game are what each brings; of a game of unanimity, equal shares (symmetry, null player)", () => {
    const brings = [1, -2, 0, 4, 0.5];
    const bits = (set: number) => brings.filter((_, k) => set & (1 << k));
    shapley(Array.from({ length: 32 }, (_, set) => sum(bits(set)))).forEach((x, k) =>
      expect(x).toBeCloseTo(brings[k], 12),
    );
    const both = shapley([0, 0, 0, 1, 0, 0, 0, 1]); // players 0 and 1 together earn 1; player 2 nothing
    [0.5, 0.5, 0].forEach((x, k) => expect(both[k]).toBeCloseTo(x, 12));
  });
  test("need a table of all coalitions", () => {
    expect(() => shapley([1, 2, 3])).toThrow(RangeError);
  });
});

describe("what made a share", () => {
  test("is told with prices as they happened: scripted, the same run comes out", () => {
    const s = small("china-2024");
    const r = simulate(s);
    const again = simulate(asItHappened(s, r));
    expect(again.product.tokensInput).toEqual(r.product.tokensInput);
  });
  test("is told with prices of cached input too, also where nothing else of a price moves", () => {
    const s = patchScenario(small("china-2024"), {
      "demand.segments.developers.cachedShare": 0.5,
      events: [{ date: "2024-04-15", kind: "price", product: "alibaba.qwen-plus", price: { cached: 2 } }],
    });
    const r = simulate(s);
    const { from, to } = r.moves[0];
    expect([from, to]).toEqual([
      { input: 20, output: 20, cached: 20 },
      { input: 20, output: 20, cached: 2 },
    ]);
    const others = r.moves.filter((m) => r.productIds[m.product] !== "alibaba.qwen-plus");
    expect(others.length).toBeGreaterThan(0);
    expect(others.some((m) => "cached" in m.from || "cached" in m.to)).toBe(false);
    for (const again of [asItHappened(s, r), recoupmentCells(s, "alibaba", r)["cut/react"]]) {
      expect(simulate(again).segment.spend).toEqual(r.segment.spend);
    }
  });
  test("adds up over the five causes, and with all neutral vendors of as many products sell alike", () => {
    const s = patchScenario(small("china-2024"), { "demand.agents": 8000, "clock.tickDays": 7 });
    const runs = shareCoalitions(s, simulate(s)).map((x) => simulate(x));
    const share = (v: string) => attributeShare(runs.map((r) => series(r, `vendors.${v}.tokenShare`).at(-1) || 0));
    for (const v of ["bytedance", "baidu"]) {
      const { base, causes, share: all } = share(v);
      expect(SHARE_CAUSES.reduce((total, c) => total + causes[c], base)).toBeCloseTo(all, 9);
    }
    expect(share("bytedance").causes.brand).toBeGreaterThan(0.02); // the largest trust of all
    expect(share("deepseek").causes.brand).toBeLessThan(0);
    expect(share("deepseek").causes.price).toBeGreaterThan(0);
    expect(Math.abs(share("moonshot").base - share("minimax").base)).toBeLessThan(0.03);
  });
});

describe("the growth of tokens", () => {
  test("adds up over its causes, and without growth, cuts or entry nothing but ramping newcomers is left", () => {
    const s = small("china-2024");
    const span = { from: "2024-04-01", to: END };
    const g = growthBetween(simulate(s), span);
    expect(g.moreUse + g.newApplications + g.left + g.switching + g.exogenous).toBeCloseTo(g.to - g.from, 6);
    expect(g.moreUse).toBeGreaterThan(0);
    const [quiet] = pick(s, "launch:deepseek.v2");
    const still = patchScenario(without(s, [quiet]), { "demand.growth": 0, "demand.entry": false });
    const nothing = growthBetween(simulate(still), span);
    expect(nothing.moreUse).toBeCloseTo(0, 6);
    expect(nothing.newApplications).toBe(0);
  });
});

test("what multiplied tokens multiplies back to the whole, and needs that grow are worth what they grow by", () => {
  const s = patchScenario(small("china-2024"), { "clock.tickDays": 7 });
  const actual = simulate(s);
  const ends = growthCoalitions(s, actual).map((x) => series(simulate(x), "market.tokens").at(-1)!);
  const { causes, rest, times } = attributeGrowth(series(actual, "market.tokens")[0], ends);
  expect(GROWTH_CAUSES.reduce((product, c) => product * causes[c], rest)).toBeCloseTo(times, 9);
  const years = (actual.dates.length - 1) / (365 / 7);
  expect(causes.needs).toBeGreaterThan(Math.exp(1.15 * years) * 0.97);
  expect(causes.needs).toBeLessThan(Math.exp(1.15 * years) * 1.05);
  expect(causes.price).toBeGreaterThan(1.1);
});

test("in a textbook market of so many buyers, volume moves as they begin or stop to buy, no need grows", () => {
  const price = (date: string, p: number) => ({ date, kind: "price", product: "v0.p", price: { input: p, output: p } });
  const hold = { kind: "hold" };
  const r = duel({
    strategies: [hold, hold],
    price: [1.9, 1.9],
    set: { events: [price("2024-03-04", 1.4), price("2024-08-05", 1.8)] },
  });
  const g = growthBetween(r, { from: "2024-01-01", to: "2024-12-23" });
  // Logit shares of v0 at 1.9, 1.4 and 1.8 next to a rival at 1.9 and an outside option of 0, mu 1/4.
  const inside = (p: number) => 1 - 1 / (1 + Math.exp(4 * (2 - p)) + Math.exp(4 * 0.1));
  expect(g.newApplications).toBeCloseTo(inside(1.4) - inside(1.9), 9);
  expect(g.left).toBeCloseTo(inside(1.8) - inside(1.4), 9);
  expect(g.exogenous).toBeCloseTo(0, 9);
});
