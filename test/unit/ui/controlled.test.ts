import { describe, expect, it } from "vitest";
import type { Recording, Scenario } from "../../../engine/index.ts";
import { withLever } from "../../../engine/scenario/levers.ts";
import { canControl } from "../../../ui/store/controlled.ts";
import { leverAt, linesWithin, previewsOf, shares } from "../../support/previews.ts";
import { library } from "../../support/scenarios.ts";

const whole = library("china-2024", { "demand.agents": 6000, "clock.end": "2024-08-31" });
const previews = previewsOf(whole, { agents: 1000, stride: 3 }, "1");
const moved = (id: string, value: number): Scenario =>
  withLever(
    whole,
    whole.levers.find((l) => l.id === id)!,
    value,
  );

const distance = (a: Recording, b: Recording) => {
  const [x, y] = [shares(a), shares(b)];
  return x.reduce((sum, value, k) => sum + (Number.isNaN(value - y[k]) ? 0 : Math.abs(value - y[k])), 0) / x.length;
};

describe("a preview held against the last whole run", () => {
  it("is the whole run, to the bit, where nothing changes", () => {
    const same = previews.preview(previews.smallOf(whole));
    for (const group of ["product", "vendor", "segment", "market"] as const)
      for (const [name, column] of Object.entries<Float64Array>(previews.whole[group]))
        expect(same[group][name as never], `${group}.${name}`).toEqual(column);
    expect(same.moves).toEqual(previews.whole.moves);
  });

  it("misses half as much of the shares as the small run alone, on every day within 0 and 1", () => {
    for (const [id, value] of [
      ["band", 0.3],
      ["strength", 1.1],
      ["margin-floor", 0.3],
      ["unit-cost", 2],
    ] as const) {
      const [truth, changed] = [previews.of(moved(id, value)), previews.smallOf(moved(id, value))];
      const held = previews.preview(changed);
      expect(distance(held, truth), id).toBeLessThan(distance(changed, truth) / 2);
      for (const share of shares(held)) expect(Number.isNaN(share) || (share >= 0 && share <= 1)).toBe(true);
    }
  });

  it("posts the prices of one run for each product: no mean of two steps", () => {
    const changed = previews.smallOf(moved("band", 0.6));
    const held = previews.preview(changed);
    const n = changed.productIds.length;
    for (let j = 0; j < n; j++) {
      const path = (r: Recording) => r.product.priceOutput.filter((_, k) => k % n === j);
      expect([path(previews.whole), path(changed)]).toContainEqual(path(held));
    }
    expect(held.moves.every((m, k) => k === 0 || held.moves[k - 1].tick <= m.tick)).toBe(true);
  });

  it("lies within the error it states, in 95 of 100 lines at places all over the levers", () => {
    const within = Array.from({ length: 24 }, (_, k) => leverAt(whole, k, (0.31 + k * 0.618034) % 1));
    const lines = within.flatMap((scenario) => linesWithin(previews, scenario));
    expect(lines.filter(Boolean).length / lines.length).toBeGreaterThanOrEqual(0.95);
  });

  it("lays out no column before it is drawn, but for what products post", () => {
    const read = new Set<PropertyKey>();
    const small = previews.smallOf(moved("band", 0.6));
    const product = new Proxy(small.product, { get: (of, name) => (read.add(name), Reflect.get(of, name)) });
    const held = previews.preview({ ...small, product });
    expect(read.size).toBeLessThan(8);
    expect(read.has("users")).toBe(false);
    expect(held.product.users.length).toBe(small.product.users.length);
    expect(read.has("users")).toBe(true);
  });

  it("is not made of runs on other days or of other products", () => {
    const { whole: run, small } = previews;
    expect(canControl(run, small)).toBe(true);
    expect(canControl(run, { ...small, dates: small.dates.slice(1) })).toBe(false);
    expect(canControl(run, { ...small, productIds: small.productIds.toReversed() })).toBe(false);
  });
});
