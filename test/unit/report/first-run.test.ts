import { expect, test } from "vitest";
import { buildReport } from "../../../report/document/build.ts";
import { armOf, asked } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

test("a chart of prices says that its line is the first run, one of means does not", () => {
  const arm = armOf(variant("demand: {agents: 200}\n"), 5);
  const blocks = buildReport([arm], asked(), "0").sections.flatMap((s) => s.blocks);
  const told = (id: string) =>
    blocks.flatMap((b) => (b.kind === "figure" && b.figure.id === id ? [b.figure.subtitle] : []))[0];
  expect(told("prices")).toContain("band: 80% of 5 runs; line: the first of them");
  expect(told("shares")).toContain("band: 80% of 5 runs");
  expect(told("shares")).not.toContain("first of them");
});
