import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FORECASTS, forecastsFingerprint } from "../../scripts/forecasts.ts";

test("the forecasts that the model page shows are those of this version", () => {
  const { fingerprint } = JSON.parse(readFileSync(FORECASTS, "utf8")) as { readonly fingerprint: string };
  expect(fingerprint, "old: npx tsx scripts/forecasts.ts").toBe(forecastsFingerprint());
});
