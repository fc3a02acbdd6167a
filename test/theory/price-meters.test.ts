import { describe, expect, test } from "vitest";
import { compile, openMarket, type Recording, recordingFingerprint } from "../../engine/index.ts";
import { simulate, variant } from "../support/scenarios.ts";

/** A small market in which GLM-4's list names every meter; `more` says what else is different. */
const market = (more = "", vendor = "strategy: {kind: hold}", write = 12.5) =>
  variant(`vendors:
  zhipu:
    ${vendor}
    products: {glm-4: {price: {input: 10, output: 20, cached: 1, cacheWrite: ${write}}}}
${more}`);

const last = (r: Recording, column: keyof Recording["product"], id: string): number => {
  const n = r.productIds.length;
  return r.product[column][(r.dates.length - 1) * n + r.productIds.indexOf(id)];
};

describe("a price list of several meters", () => {
  test("a segment pays each meter for the part of its input that the meter bills", () => {
    const model = compile(market("demand: {segments: {developers: {cachedShare: 0.5, cacheWriteShare: 0.1}}}"));
    const s = model.segments.findIndex(({ id }) => id === "developers");
    const j = model.products.findIndex(({ id }) => id === "zhipu.glm-4");
    // Four tenths of input as listed, half of it from the cache, a tenth written to it.
    const paid = openMarket(model).offers.input[s * model.products.length + j];
    expect(paid).toBeCloseTo(0.4 * 10 + 0.5 * 1 + 0.1 * 12.5, 12);
  });

  test("every meter is recorded, moves with the one it is like, and can be set by an event", () => {
    const after = (price: string) =>
      simulate(market(`events: [{date: 2024-05-20, kind: price, product: zhipu.glm-4, price: ${price}}]`), { seed: 1 });
    const followed = after("{input: 5, output: 10}");
    expect(last(followed, "priceCacheWrite", "zhipu.glm-4")).toBeCloseTo(6.25, 12);
    const set = after("{input: 5, output: 10, cacheWrite: 7}");
    expect(last(set, "priceCacheWrite", "zhipu.glm-4")).toBe(7);
    expect(last(set, "priceCached", "zhipu.glm-4")).toBeCloseTo(0.5, 12);
    expect(set.moves.find((m) => set.productIds[m.product] === "zhipu.glm-4")?.to).toEqual({
      input: 5,
      output: 10,
      cached: 0.5,
      cacheWrite: 7,
    });
  });

  test("two runs that differ in one meter's price alone have two fingerprints", () => {
    const print = (write: number) => recordingFingerprint(simulate(market("", undefined, write), { seed: 1 }));
    expect(print(12.5)).not.toBe(print(13));
  });

  test("a strategy may set any meter", () => {
    const list = "[{date: 2024-05-20, product: glm-4, price: {cacheWrite: 9}}]";
    const r = simulate(market("", `strategy: {kind: scripted, list: ${list}}`), { seed: 1 });
    expect(last(r, "priceCacheWrite", "zhipu.glm-4")).toBe(9);
  });

  test("a cached token costs what the roofline says; one of an unknown meter, what the one it is like does", () => {
    const cost = "{kind: roofline, architecture: deepseek-v2, gpu: h800, cacheHit: 0.5, cacheHitCost: 0.1}";
    const r = simulate(variant(`vendors: {deepseek: {products: {v2: {cost: ${cost}}}}}`), { seed: 1 });
    const of = (column: "unitCostInput" | "unitCostCached" | "unitCostCacheWrite") => last(r, column, "deepseek.v2");
    expect(of("unitCostCached")).toBeCloseTo((of("unitCostInput") * 0.1) / (1 - 0.5 * 0.9), 12);
    expect(of("unitCostCacheWrite")).toBe(of("unitCostInput"));
  });
});
