import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";

import { libraryText, simulate } from "../../support/scenarios.ts";
import { withAgents } from "../../../engine/index.ts";

const root = join(import.meta.dirname, "../../..");
const blocks = (page: string) =>
  [...readFileSync(join(root, "docs", page), "utf8").matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text);
const english = blocks("tariffs.md");

test.each(english.map((text) => [/^id: (.*)$/m.exec(text)![1], text] as const))(
  "the scenario %s of the page on tariffs runs, and sells what it posts",
  (id, text) => {
    const { scenario } = readScenario(text, { file: `${id}.yaml`, resolve: libraryText, weeks: 4 });
    const r = simulate(withAgents(scenario, 300), { seed: 1 });
    expect(r.product.revenue.every((x) => Number.isFinite(x))).toBe(true);
    expect(r.product.revenue.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
  },
);
