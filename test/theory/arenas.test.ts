import { describe, expect, test } from "vitest";
import { last, metric } from "../support/readings.ts";
import { productSeries, simulate, variant } from "../support/scenarios.ts";

describe("arenas", () => {
  const apps = variant(`arenas: {app: {meter: month}, video: {meter: second}}
demand:
  segments:
    consumers:
      label: {en: Consumers, zh: 消费者}
      side: consumer
      arena: app
      weight: 2
      lnV: {mean: 4, sd: 1}
      lnX: -3
      attention: {base: 0.02}
      adoption: {base: 0.05}
    studios:
      label: {en: Studios, zh: 视频创作者}
      arena: video
      weight: 0.1
      lnV: {mean: 13, sd: 1}
      lnX: -8
      attention: {base: 0.02}
      adoption: {base: 0.05}
vendors:
  moonshot:
    products:
      kimi: {name: Kimi, tier: app, arena: app, price: {month: 0}, cost: {kind: curve, input: 1, output: 2}}
  bytedance:
    products:
      doubao-app:
        name: Doubao
        tier: app
        arena: app
        price: {month: 20 CNY}
        cost: {kind: curve, input: 0.3, output: 0.8}
  zhipu:
    products:
      clip:
        name: Clip
        tier: video
        arena: video
        price: {second: 0.1 CNY}
        cost: {kind: curve, input: 20000, output: 0}`);
  test("consumers choose among apps only; a free app costs its vendor, a paid one earns subscriptions", () => {
    const r = simulate(apps);
    expect(last(productSeries(r, "users", "moonshot.kimi"))).toBeGreaterThan(0);
    expect(last(productSeries(r, "revenue", "moonshot.kimi"))).toBe(0);
    expect(last(productSeries(r, "costOfRevenue", "moonshot.kimi"))).toBeGreaterThan(0);
    const paid = last(productSeries(r, "users", "bytedance.doubao-app"));
    expect(paid).toBeGreaterThan(0);
    expect(last(productSeries(r, "revenue", "bytedance.doubao-app"))).toBeCloseTo((paid * 20 * 12 * 7) / 365, 3);
  });
  test("video is billed by the second", () => {
    const r = simulate(apps);
    const seconds = last(productSeries(r, "tokensInput", "zhipu.clip")) * 1e6;
    expect(seconds).toBeGreaterThan(0);
    expect(last(productSeries(r, "revenue", "zhipu.clip"))).toBeCloseTo(seconds * 0.1, 3);
  });
  test("shares are taken within an arena", () => {
    const r = simulate(apps);
    const shares = metric(r, "tokenShare");
    expect(shares.length % r.vendorIds.length).toBe(0);
  });
});
