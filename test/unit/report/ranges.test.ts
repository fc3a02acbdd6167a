import { expect, test } from "vitest";
import { buildReport } from "../../../report/document/build.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { armOf, asked } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

test("over draws of what is not known, intervals of differences are said to be of a mean, where there are any", () => {
  const arm = armOf(variant("demand: {agents: 100}\n"), 2);
  const limits = (arms: readonly (typeof arm)[], draws?: string) =>
    buildReport([...arms], asked({ sections: ["limits"], runs: 2, draws }), "0")
      .sections.flatMap((s) => s.blocks)
      .flatMap((b) => (b.kind === "list" ? b.items.map(textOf) : []))
      .join(" ");
  expect(limits([arm, arm], "china-2024")).toContain("of their mean over these draws");
  expect(limits([arm], "china-2024")).not.toContain("over these draws");
  expect(limits([arm, arm])).not.toContain("over these draws");
});
