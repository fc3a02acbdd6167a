import { expect, test } from "vitest";
import type { Worth } from "../../../engine/index.ts";
import { worthText } from "../../../cli/explain/worth.ts";
import { library } from "../../support/scenarios.ts";

test("a break-even that would take more than the whole market is said to be out of reach", () => {
  const interval = { mean: 1, low: 0.5, high: 1.5 };
  const cell = { profit: 1 };
  const worth = (share: number) =>
    ({
      vendor: "zhipu",
      cells: { "cut/react": cell, "cut/held": cell, "hold/react": cell, "hold/held": cell },
      follow: interval,
      unanswered: interval,
      holdOut: interval,
      breakEven: { rise: 6.24, share, elasticity: 4, realised: 0.5 },
      belowCost: 0,
      runwayWeeks: Infinity,
    }) as unknown as Worth;
  const said = (share: number, lang: "en" | "zh") =>
    worthText(worth(share), { shown: { scenario: library("china-2024") }, runs: 2, options: { lang } } as never);
  expect(said(2.05, "en")).toContain("Break-even cannot be reached");
  expect(said(2.05, "en")).not.toContain("205%");
  expect(said(2.05, "zh")).toContain("保本无法实现");
  expect(said(0.4, "en")).toContain("a share of 40%");
});
