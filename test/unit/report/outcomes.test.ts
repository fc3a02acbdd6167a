import { expect, test } from "vitest";
import { buildReport } from "../../../report/document/build.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { variant } from "../../support/scenarios.ts";
import { armOf, asked } from "../../support/report-arms.ts";

const arm = armOf(variant("demand: {agents: 100}\n"), 2);

function firstColumn(arms: Parameters<typeof buildReport>[0], lang: "en" | "zh"): string[] {
  const { sections } = buildReport(arms, asked({ lang, sections: ["outcomes"] }), "0.0.0");
  const [block] = sections[0].blocks;
  return block.kind === "table" ? block.table.rows.map(([cell]) => textOf(cell)) : [];
}

test("what users gain is an outcome against another scenario alone; sums of money say their period", () => {
  expect(firstColumn([arm], "en")).toContain("Vendors' gross profit (¥ a week)");
  expect(firstColumn([arm], "en").join()).not.toContain("surplus");
  expect(firstColumn([arm, arm], "en")).toContain("Users' surplus (¥ a week)");
  expect(firstColumn([arm], "zh").join()).not.toContain("剩余");
  expect(firstColumn([arm, arm], "zh").join()).toMatch(/用户剩余（元\/周）/);
});
