import { expect, test } from "vitest";
import { leverAt, linesWithin, previewsOf } from "../support/previews.ts";
import { library } from "../support/scenarios.ts";

const china = library("china-2024");
const POSITIONS = 100;

for (const [agents, seed] of [
  [5000, "6"],
  [2000, "7"],
] as const)
  test(`previews of ${agents} people lie within the error they state, in 95 of 100 lines`, { timeout: 900_000 }, () => {
    const previews = previewsOf(china, { agents, stride: 3 }, seed);
    const lines = Array.from({ length: POSITIONS }, (_, k) =>
      linesWithin(previews, leverAt(china, k, (Number(seed) * 0.41 + k * 0.618034) % 1)),
    ).flat();
    expect(lines.filter(Boolean).length / lines.length).toBeGreaterThanOrEqual(0.95);
  });
