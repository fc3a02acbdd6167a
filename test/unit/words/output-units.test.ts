import { expect, test } from "vitest";
import { outputHeading } from "../../../words/output-words.ts";
import { library } from "../../support/scenarios.ts";

test("a sum over weeks is told in what was summed, a mean or an end a week", () => {
  const scenario = library("china-2024");
  const unit = (id: string) => /\(([^()]*)\)$/.exec(outputHeading(id, scenario, "en"))?.[1];
  expect(["market.tokens:sum@2024-05", "market.tokens:mean", "vendors.zhipu.revenue:sum"].map(unit)).toEqual([
    "tokens",
    "tokens a week",
    "¥",
  ]);
});
