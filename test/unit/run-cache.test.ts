import fc from "fast-check";
import { expect, test } from "vitest";
import { Cache, keyOf } from "../../engine/cache.ts";
import { newRunCache, recordingFingerprint, type Scenario } from "../../engine/index.ts";
import { library, simulate } from "../support/scenarios.ts";

const SMALL = { "demand.agents": 600, "clock.end": "2024-06-10", "clock.burnInWeeks": 8, "clock.tickDays": 7 };

/** Changes that reach people, the burn-in, only the run, or all of them; each on its own must not be taken for another. */
const CHANGES: Readonly<Record<string, readonly unknown[]>> = {
  "demand.mu": [0.15, 0.3],
  "demand.valueLevel": [0.5, 1.5],
  "demand.agents": [600, 700],
  "demand.tasteLife": [null, 4],
  "demand.sunk": [0, 1],
  "demand.ramp.weeks": [6, 12],
  "demand.ramp.start": [0.05, 0.4],
  "demand.fixedCost.median": [0.05, 0.2],
  "demand.volume.tilt": [0.3, 0.65],
  "demand.outputShare.to": [0.4, 0.8],
  "demand.loyalty.sameVendor": [0, 0.8],
  "demand.loyalty.weeks": [4, 26],
  "demand.awareness.start": [0.02, 0.4],
  "demand.awareness.imitate": [0, 0.2],
  "demand.awareness.news": [0, 0.2],
  "demand.news.decay": [0.1, 0.9],
  "demand.ecosystem.weight": [0, 0.3],
  "demand.expectations.start": [0, 1],
  "demand.segments.developers.waiting": [0, 2],
  "demand.segments.developers.lnV.mean": [3, 4],
  "demand.segments.developers.switching.mean": [0.1, 0.9],
  "demand.segments.developers.attention.base": [0.01, 0.2],
  "demand.segments.developers.attention.news": [0, 0.3],
  "demand.segments.developers.cachedShare": [0, 0.5],
  "demand.segments.bulk.multihoming.share": [0, 0.6],
  "demand.segments.bulk.discount.base": [0, 0.3],
  "demand.segments.bulk.growth": [0.5, 2],
  "vendors.bytedance.products.doubao-pro.price.input": [0.8, 6],
  "vendors.bytedance.products.doubao-pro.quality": [-0.6, 0.1],
  "vendors.bytedance.trust": [0, 0.8],
  "vendors.deepseek.products.v2.price.input": [0.5, 4],
  "vendors.deepseek.products.v2.launch": ["2024-05-06", null],
  "clock.burnInWeeks": [0, 8],
  "clock.tickDays": [1, 7],
};

const move = fc.constantFrom(...Object.entries(CHANGES)).chain(([path, values]) => fc.constantFrom(...values.map((value) => ({ path, value })))); // prettier-ignore

const fingerprint = (scenario: Scenario, options: Parameters<typeof simulate>[1]) =>
  recordingFingerprint(simulate(scenario, options));

test("a run that takes over people and burn-in from earlier ones gives the bits of a fresh one", () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 2, maxLength: 5 }), fc.constantFrom(1, 2), (moves, seed) => {
      const cache = newRunCache();
      const values: Record<string, unknown> = { ...SMALL };
      // There and back: the last run takes over what the first one left.
      for (const { path, value } of [...moves, ...moves.toReversed()]) {
        values[path] = value;
        const scenario = library("china-2024", values);
        expect(fingerprint(scenario, { seed, cache }), path).toBe(fingerprint(scenario, { seed }));
      }
    }),
    { numRuns: 12 },
  );
});

test("what cannot reach people or burn-in leaves both to be taken over; what can does not", () => {
  const cache = newRunCache();
  const kept = (values: Readonly<Record<string, unknown>>) => {
    simulate(library("china-2024", { ...SMALL, ...values }), { cache });
    return [cache.people.size, cache.burnIn.size];
  };
  expect(kept({})).toEqual([1, 1]);
  expect(kept({ "demand.news.decay": 0.5 })).toEqual([1, 1]);
  expect(kept({ "demand.segments.bulk.attention.news": 0.5 })).toEqual([1, 1]);
  expect(kept({ "clock.end": "2024-07-01" })).toEqual([1, 1]);
  expect(kept({ "vendors.deepseek.products.v2.price.input": 3 })).toEqual([1, 1]); // not on sale yet
  expect(kept({ "vendors.bytedance.products.doubao-pro.price.input": 3 })).toEqual([1, 2]);
  expect(kept({ "demand.mu": 0.3 })).toEqual([1, 3]);
  expect(kept({ "demand.valueLevel": 0.5 })).toEqual([2, 4]);
});

test("a cache forgets the least recently used first, and never the newest", () => {
  const cache = new Cache<number>(10, (weight) => weight);
  const get = (key: string, weight: number) => cache.get(key, () => weight);
  get("a", 5);
  get("b", 5);
  get("a", 5);
  get("c", 4);
  expect(cache.size).toBe(2);
  expect(cache.get("a", () => -1)).toBe(5);
  get("d", 99);
  expect(cache.size).toBe(1);
  expect(cache.get("d", () => -1)).toBe(99);
});

test("keys tell apart what JSON does not", () => {
  const values = [NaN, Infinity, -Infinity, null, 0, -0, [0], [NaN], { a: 0 }, { a: undefined }];
  expect(new Set(values.map(keyOf)).size).toBe(values.length);
  expect(keyOf(Float64Array.of(1, NaN))).toBe(keyOf([1, NaN]));
});
