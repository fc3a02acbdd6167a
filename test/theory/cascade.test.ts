import { beforeAll, describe, expect, test } from "vitest";
import type { Recording } from "../../engine/index.ts";
import { library, median, productAt, simulate } from "../support/scenarios.ts";

const SEEDS = Array.from({ length: 20 }, (_, k) => k + 1);
const few = { "demand.agents": 1000, "clock.end": "2024-12-31" }; // who comes back hangs on shares, but roughly
const runs = (id: string, values: Record<string, unknown> = {}) =>
  SEEDS.map((seed) => simulate(library(id, { ...few, ...values }), { seed }));

/** Input list prices on 10 June 2024, CNY per Mtok; 0 = free. Sources: scenarios/facts/prices.csv. */
const REAL: Readonly<Record<string, number>> = {
  "zhipu.glm-3-turbo": 1,
  "bytedance.doubao-pro": 0.8,
  "bytedance.doubao-lite": 0.3,
  "alibaba.qwen-max": 40,
  "alibaba.qwen-plus": 4,
  "alibaba.qwen-turbo": 2,
  "alibaba.qwen-long": 0.5,
  "baidu.ernie-speed": 0,
  "baidu.ernie-lite": 0,
  "iflytek.spark-lite": 0,
  "iflytek.spark-max": 21,
  "tencent.hunyuan-lite": 0,
  "tencent.hunyuan-pro": 30,
  "tencent.hunyuan-standard": 4.5,
};

/** Those of 10 October: Alibaba's second round of 19 September, Baidu's of July. */
const OCTOBER: Readonly<Record<string, number>> = {
  ...REAL,
  "alibaba.qwen-max": 20,
  "alibaba.qwen-plus": 0.8,
  "alibaba.qwen-turbo": 0.3,
  "baidu.ernie-3.5": 0.8,
  "baidu.ernie-4": 40,
};

/** Whether a price lies within `factor` of the fact; free only if free. */
const close = (got: number, real: number, factor = 1.6) =>
  real === 0 ? got === 0 : got > 0 && Math.max(got / real, real / got) <= factor;

/** First reactions in 2024, days after 6 May. */
const REACTIONS: Readonly<Record<string, number>> = {
  zhipu: 5,
  bytedance: 9,
  alibaba: 15,
  baidu: 15,
  iflytek: 16,
  tencent: 16,
};

describe("the cascade of May 2024", () => {
  let war: Recording[];
  beforeAll(() => {
    war = runs("china-2024");
  });
  const priced = (set: Recording[], id: string, date = "2024-06-10") =>
    median(set.map((r) => productAt(r, "priceInput", id, date)));

  const hits = (real: Readonly<Record<string, number>>, date: string, factor?: number) =>
    Object.entries(real).filter(([id, fact]) => close(priced(war, id, date), fact, factor)).length;

  test("emerges from one launch: 13 of 14 prices of 10 June within a factor 1.6, nine within 1.3", () => {
    expect(hits(REAL, "2024-06-10")).toBeGreaterThanOrEqual(13);
    expect(hits(REAL, "2024-06-10", 1.3)).toBeGreaterThanOrEqual(9);
  });
  test("goes on by itself: 12 of 16 prices of 10 October within a factor 1.6", () => {
    expect(hits(OCTOBER, "2024-10-10")).toBeGreaterThanOrEqual(12);
  });
  test("all six followers first react within four days of the fact", () => {
    const launch = war[0].dates.indexOf("2024-05-06");
    const first = (r: Recording, vendor: string) =>
      r.moves.find((m) => r.productIds[m.product].startsWith(`${vendor}.`))!.tick - launch;
    const near = Object.entries(REACTIONS).filter(
      ([v, days]) => Math.abs(median(war.map((r) => first(r, v))) - days) <= 4,
    );
    expect(near.length).toBe(6);
  });
  test("no product has a rule of its own: a follower sets only lag, aim, challenger and readiness to go free", () => {
    for (const vendor of Object.values(library("china-2024").vendors)) {
      if (vendor.strategy.kind !== "headline") continue;
      expect(["kind", "lag", "aim", "challenger", "free"]).toEqual(
        expect.arrayContaining(Object.keys(vendor.strategy)),
      );
      expect(Object.values(vendor.products).every((p) => p.strategy === undefined)).toBe(true);
    }
  });
  test("with DeepSeek at 4/8 the followers stop higher", () => {
    const dear = runs("china-2024", {
      "vendors.deepseek.products.v2.price.input": 4,
      "vendors.deepseek.products.v2.price.output": 8,
    });
    const higher = Object.keys(REAL).filter((id) => priced(dear, id) > priced(war, id));
    expect(higher.length).toBeGreaterThanOrEqual(12);
    for (const id of Object.keys(REAL)) expect(priced(dear, id)).toBeGreaterThanOrEqual(priced(war, id));
  });
  test("no trigger, no war: nobody moves a price until 31 December 2024, over 20 seeds", () => {
    for (const r of runs("no-trigger")) expect(r.moves.filter((m) => r.dates[m.tick] <= "2024-12-31")).toEqual([]);
  });
  test("entry-tier prices fall more than flagships", () => {
    const fall = (tier: string) => {
      const ids = Object.entries(library("china-2024").vendors).flatMap(([v, vendor]) =>
        Object.entries(vendor.products)
          .filter(([, p]) => p.tier === tier && !p.reference)
          .map(([p]) => `${v}.${p}`),
      );
      return (
        ids.reduce((sum, id) => sum + 1 - priced(war, id, "2024-12-31") / priced(war, id, "2024-04-01"), 0) / ids.length
      );
    };
    expect(fall("lite")).toBeGreaterThan(fall("flagship") + 0.1);
  });
});
