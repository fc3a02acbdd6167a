// Runs inside Chromium, on an isolated page, as the app does; `nodeFingerprint` runs outside it, in Node.
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { KERNELS, recordingFingerprint } from "../../engine/index.ts";
import { browserPool } from "../../workers/spawn-browser.ts";
import recorded from "../golden/fingerprints.json";
import { goldenScenario, library } from "./scenarios.ts";

const pool = browserPool(5);
afterAll(() => pool.close());

/**
 * Scenarios that between them have second vendors, credits, allowances, late arrivals,
 * deaths, and vendors who ask people.
 */
const drawn = fc.record({
  id: fc.constantFrom("china-2024", "whole-market", "deep-pockets"),
  agents: fc.integer({ min: 500, max: 4500 }),
  seed: fc.integer({ min: 1, max: 1000 }),
  kernel: fc.constantFrom(...KERNELS),
});

describe("a run in the browser", () => {
  test("has shared memory to run in", () => {
    expect(crossOriginIsolated).toBe(true);
  });
  test.each(Object.entries(recorded))("of %s gives the recorded bits with either kernel", async (id, fingerprint) => {
    const runs = KERNELS.map((kernel) => pool.run({ scenario: goldenScenario(id), seed: 1, kernel }));
    for (const recording of await Promise.all(runs)) expect(recordingFingerprint(recording)).toBe(fingerprint);
  });
  test("gives Node's bits on one, two or five threads", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ id, agents, seed, kernel }) => {
        const scenario = library(id, { "demand.agents": agents, "clock.end": "2024-06-20", "clock.burnInWeeks": 8 });
        const inNode = await commands.nodeFingerprint({ scenario, seed });
        for (const threads of [1, 2, 5]) {
          const recording = await pool.run({ scenario, seed, kernel }, { threads });
          expect(recordingFingerprint(recording), `${threads} threads`).toBe(inNode);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
