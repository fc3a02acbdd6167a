import fc from "fast-check";
import { expect, test } from "vitest";
import { Cache, keyOf } from "../../engine/cache.ts";
import { newRunCache, recordingFingerprint, type Scenario } from "../../engine/index.ts";
import { change, SMALL } from "../support/changes.ts";
import { library, simulate } from "../support/scenarios.ts";

const fingerprint = (scenario: Scenario, options: Parameters<typeof simulate>[1]) =>
  recordingFingerprint(simulate(scenario, options));

test("a run that takes over people and burn-in from earlier ones gives the bits of a fresh one", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 2, maxLength: 5 }), fc.constantFrom(1, 2), (moves, seed) => {
      const cache = newRunCache();
      const values: Record<string, unknown> = { ...SMALL };
      // There and back: the last run takes over what the first one left.
      for (const { path, value } of [...moves, ...moves.toReversed()]) {
        values[path] = value;
        const scenario = library("china-2024", values);
        expect(fingerprint(scenario, { seed, cache }), path).toBe(fingerprint(scenario, { seed }));
      }
    }),
    { numRuns: 30 },
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
  expect(kept({ "vendors.alibaba.products.qwen-max.price.input": 3 })).toEqual([1, 2]);
  expect(kept({ "demand.mu": 0.3 })).toEqual([1, 3]);
  expect(kept({ "demand.valueLevel": 0.5 })).toEqual([2, 4]);
});

test("people to whom a token is worth more are those that would have been drawn, and so is who pays attention", () => {
  for (const id of ["china-2024", "whole-market"]) {
    const cache = newRunCache();
    const at = (valueLevel: number) => library(id, { ...SMALL, "demand.valueLevel": valueLevel });
    const left = [1, 3, 0.2, 2].map((level) => {
      expect(fingerprint(at(level), { seed: 1, cache }), id).toBe(fingerprint(at(level), { seed: 1 }));
      return cache.draws.size;
    });
    expect(cache.people.size, id).toBe(4);
    expect(left[0], "a seed that comes once leaves nothing").toBe(0);
    expect(left[1]).toBeGreaterThan(0);
    expect(left[3], "most days' draws were there").toBeLessThan(2 * left[1]);
  }
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
