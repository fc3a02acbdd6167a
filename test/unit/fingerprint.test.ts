import { describe, expect, it } from "vitest";
import { fingerprintSteps, platformFingerprint, type Recording, recordingFingerprint } from "../../engine/index.ts";
import { library, simulate } from "../support/scenarios.ts";

const recording = simulate(library("china-2024", { "demand.agents": 300, "clock.end": "2024-06-30" }));

/** The recording with one number another. */
function with_(value: number): Recording {
  const cash = recording.vendor.cash.slice();
  cash[5] = value;
  return { ...recording, vendor: { ...recording.vendor, cash } };
}

const negativeNaN = new Float64Array(new BigUint64Array([0xfff8_0000_0000_0001n]).buffer)[0];

describe("the fingerprint of a run", () => {
  it("is the same at once, column by column, and by the platform's own hash", async () => {
    let steps = 0;
    for (const _ of fingerprintSteps(recording)) steps++;
    expect(steps).toBeGreaterThan(50);
    expect(await platformFingerprint(recording, globalThis.crypto)).toBe(recordingFingerprint(recording));
  });

  it("knows one zero and one NaN, and tells every other number from its neighbour", () => {
    expect(recordingFingerprint(with_(-0))).toBe(recordingFingerprint(with_(0)));
    expect(recordingFingerprint(with_(negativeNaN))).toBe(recordingFingerprint(with_(NaN)));
    expect(recordingFingerprint(with_(1 + Number.EPSILON))).not.toBe(recordingFingerprint(with_(1)));
    expect(recordingFingerprint({ ...recording, moves: [] })).not.toBe(recordingFingerprint(recording));
  });
});
