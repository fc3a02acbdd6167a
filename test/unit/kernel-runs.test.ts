import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, KERNELS, recordingFingerprint, simulateModel } from "../../engine/index.ts";
import { agentModel } from "../../engine/demand/mixed-logit/model.ts";
import { change, SMALL } from "../support/changes.ts";
import { library } from "../support/scenarios.ts";

test("a run gives the same bits whichever kernel computes it", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), fc.nat(1e6), (changes, seed) => {
      const scenario = library("china-2024", {
        ...SMALL,
        ...Object.fromEntries(changes.map((c) => [c.path, c.value])),
      });
      const prints = KERNELS.map((kernel) => {
        const model = compile(scenario, { seed, kernel });
        expect(agentModel(model).kernel.id).toBe(kernel);
        return recordingFingerprint(simulateModel(model));
      });
      expect(prints[1]).toBe(prints[0]);
    }),
    { numRuns: 40 },
  );
});

test.each(["whole-market", "reversal-2026", "giant-goes-free", "textbook-logit"])(
  "%s too: second vendors, credits, allowances, congestion",
  (id) => {
    const values = id.startsWith("textbook")
      ? {}
      : { "demand.agents": 1500, "clock.burnInWeeks": 8, "clock.tickDays": 7 };
    const prints = KERNELS.map((kernel) =>
      recordingFingerprint(simulateModel(compile(library(id, values), { kernel }))),
    );
    expect(prints[1]).toBe(prints[0]);
  },
);
