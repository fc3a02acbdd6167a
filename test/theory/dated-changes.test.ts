import { describe, expect, test } from "vitest";
import { compile, simulateModel } from "../../engine/index.ts";
import { library, productSeries, simulate, variant, vendorSeries } from "../support/scenarios.ts";

const SHORT = "clock: {end: 2024-07-28, tickDays: 7, burnInWeeks: 8}\ndemand: {agents: 600}\n";
const run = (text: string) => simulate(variant(`${SHORT}${text}`));
const at = (r: { dates: readonly string[] }, date: string) => r.dates.indexOf(date);
const DAY = "2024-06-03"; // a tick of weeks from 2024-04-01 on

describe("an event", () => {
  test("exit takes a vendor off the market on its day: nothing is sold from then on, its users go to others", () => {
    const r = run(`events: [{date: ${DAY}, kind: exit, vendor: bytedance}]`);
    const alive = vendorSeries(r, "alive", "bytedance");
    const k = at(r, DAY);
    expect([alive[k - 1], alive[k]]).toEqual([1, 0]);
    const users = productSeries(r, "users", "bytedance.doubao-pro");
    expect(users[k - 1]).toBeGreaterThan(0);
    expect(Math.max(...users.slice(k))).toBeLessThan(1e-6);
  });

  test("outage releases users at once, some to rivals, and the product is back on its day", () => {
    const base = run("");
    const r = run(`events: [{date: ${DAY}, kind: outage, product: bytedance.doubao-pro, days: 14}]`);
    const k = at(r, DAY);
    const live = productSeries(r, "live", "bytedance.doubao-pro");
    expect(live.slice(k - 1, k + 3)).toEqual([1, 0, 0, 1]);
    const users = (x: typeof r) => productSeries(x, "users", "bytedance.doubao-pro");
    expect(users(r)[k]).toBeLessThan(1e-6);
    expect(users(r)[k + 2]).toBeLessThan(users(base)[k + 2]); // who left has not all come back
    const rivals = (x: typeof r) =>
      x.productIds
        .filter((id) => id !== "bytedance.doubao-pro")
        .reduce((sum, id) => sum + productSeries(x, "users", id)[k + 1], 0);
    expect(rivals(r)).toBeGreaterThan(rivals(base));
  });

  test("an outage brings nothing back that was retired meanwhile, nor what was never launched", () => {
    const r = run(
      "events:\n" +
        `  - {date: ${DAY}, kind: outage, vendor: bytedance, days: 14}\n` +
        "  - {date: 2024-06-10, kind: retire, product: bytedance.doubao-pro}\n",
    );
    expect(productSeries(r, "live", "bytedance.doubao-pro").at(-1)).toBe(0);
  });

  test("price-floor raises prices below it and binds every later decision, until it is lifted", () => {
    const r = run(
      "vendors: {alibaba: {strategy: {kind: scripted, list:" +
        " [{date: 2024-06-17, change: -90 %}, {date: 2024-07-15, change: -90 %}]}}}\n" +
        "events:\n" +
        `  - {date: ${DAY}, kind: price-floor, input: 15 CNY/Mtok, output: 30 CNY/Mtok}\n` +
        "  - {date: 2024-07-08, kind: price-floor}\n",
    );
    const input = productSeries(r, "priceInput", "alibaba.qwen-plus");
    const during = input.slice(at(r, DAY), at(r, "2024-07-08"));
    expect(Math.min(...during)).toBeGreaterThanOrEqual(15);
    expect(input.at(-1)).toBeLessThan(15);
  });

  test("strategy changes how a vendor prices all its products from its day on", () => {
    const r = run(
      "vendors: {zhipu: {strategy: {kind: hold}}}\n" +
        `events: [{date: ${DAY}, kind: strategy, vendor: zhipu, strategy: {kind: cost-plus, margin: 30 %}}]`,
    );
    const moves = r.moves.filter(({ product }) => r.productIds[product].startsWith("zhipu."));
    expect(Math.min(...moves.map(({ tick }) => tick))).toBe(at(r, DAY));
    expect(new Set(moves.map(({ rule }) => rule))).toEqual(new Set(["cost-plus"]));
  });
});

describe("a product sold to some segments only", () => {
  const segments = Object.keys((library("china-2024").demand as { segments: object }).segments);
  const usersBySegment = (text: string) => {
    const model = compile(variant(`${SHORT}${text}`));
    const sold = model.segments.map((s) =>
      s.products.includes(model.products.findIndex((p) => p.id === "alibaba.qwen-max")),
    );
    return { sold, r: simulateModel(model) };
  };
  test("is offered to no other, by `only` as by a fit of 0", () => {
    const [first, ...others] = segments;
    const only = usersBySegment(`vendors: {alibaba: {products: {qwen-max: {only: [${first}]}}}}`);
    const fit = Object.fromEntries(others.map((s) => [s, 0]));
    const zero = usersBySegment(`vendors: {alibaba: {products: {qwen-max: {fit: ${JSON.stringify(fit)}}}}}`);
    expect(only.sold).toEqual([true, ...others.map(() => false)]);
    expect(zero.sold).toEqual(only.sold);
    expect(productSeries(zero.r, "users", "alibaba.qwen-max")).toEqual(
      productSeries(only.r, "users", "alibaba.qwen-max"),
    );
  });
  test("names segments there are", () => {
    expect(() => variant("vendors: {alibaba: {products: {qwen-max: {only: [nobody]}}}}")).toThrow(
      /unknown segment “nobody”/,
    );
    expect(() => variant("vendors: {alibaba: {products: {qwen-max: {fit: {nobody: 0}}}}}")).toThrow(/unknown segment/);
  });
});
