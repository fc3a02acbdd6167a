import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordingFingerprint, withAgents } from "../../engine/index.ts";
import { library, simulate } from "../support/scenarios.ts";

/**
 * The bits of short runs, as recorded. They change only with the engine, and then the changelog says why:
 * `npx tsx scripts/golden.ts` records them anew.
 */
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, "fingerprints.json"), "utf8")) as Record<
  string,
  string
>;

describe("golden fingerprints", () => {
  test.each(Object.entries(recorded))("%s gives the recorded bits", (id, fingerprint) => {
    expect(recordingFingerprint(simulate(withAgents(library(id), 500), { seed: 1 }))).toBe(fingerprint);
  });
});
