import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  breakUp,
  CrewBroken,
  joinCrew,
  KERNELS,
  newBoard,
  NO_TARIFF,
  recordingFingerprint,
} from "../../engine/index.ts";
import { inlineRunner } from "../../workers/inline.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import { library } from "../support/scenarios.ts";

const pool = nodePool(5);
afterAll(() => pool.close());

/**
 * Scenarios that between them have second vendors, credits, allowances, late arrivals,
 * deaths, vendors who ask people, and terms that each buyer's own bill decides.
 */
const drawn = fc.record({
  id: fc.constantFrom("china-2024", "whole-market", "deep-pockets"),
  agents: fc.integer({ min: 3000, max: 14_000 }),
  seed: fc.integer({ min: 1, max: 1000 }),
  asks: fc.boolean(),
  terms: fc.boolean(),
  kernel: fc.constantFrom(...KERNELS),
});

describe("a run shared by the threads of a crew", () => {
  test("gives the same bits as one thread: two or five, whoever computes the hot loops", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ id, agents, seed, asks, terms, kernel }) => {
        const asking = asks ? { "vendors.bytedance.strategy": { kind: "best-response" } } : {};
        const volume = { steps: [{ above: 5000, times: 0.5 }], minimum: 20, commitments: [] };
        const stepped = terms ? { "vendors.zhipu.products.glm-4.tariff": { ...NO_TARIFF, volume } } : {};
        const scenario = library(id, {
          "demand.agents": agents,
          "clock.end": "2024-06-20",
          "clock.burnInWeeks": 8,
          ...asking,
          ...stepped,
        });
        const single = await inlineRunner().run({ scenario, seed });
        const alone = recordingFingerprint(single);
        for (const threads of [2, 5]) {
          const recording = await pool.run({ scenario, seed, kernel }, { threads });
          expect(recordingFingerprint(recording), `${threads} threads`).toBe(alone);
          expect(recording.switches).toEqual(single.switches);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
  test("leaves no thread waiting when it is cancelled, and the pool works on", async () => {
    const control = new AbortController();
    const scenario = library("china-2024", { "demand.agents": 120_000 });
    const run = pool.run({ scenario, seed: 1 }, { threads: 3, signal: control.signal });
    setTimeout(() => control.abort(), 400);
    await expect(run).rejects.toThrow("cancelled");
    const small = library("china-2024", { "demand.agents": 500, "clock.end": "2024-05-01" });
    const after = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => pool.run({ scenario: small, seed }, { threads: 2 })),
    );
    expect(after).toHaveLength(6);
  });
  test("fails as a whole when one of its threads fails, and says why", async () => {
    const scenario = library("china-2024", { "demand.agents": 9000 });
    const broken = {
      ...scenario,
      vendors: { ...scenario.vendors, baidu: { ...scenario.vendors.baidu, strategy: { kind: "nonsense" } } },
    };
    await expect(pool.run({ scenario: broken, seed: 7 }, { threads: 3 })).rejects.toThrow(/seed 7\/0: .*nonsense/);
  });
  test("a member that waits for one who never comes is told", () => {
    const board = newBoard(library("china-2024"));
    const crew = joinCrew(board, 0, 2);
    breakUp(board);
    expect(() => crew.meet()).toThrow(CrewBroken);
  });
});
