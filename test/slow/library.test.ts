import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { valueAt } from "../../engine/index.ts";
import { library, simulate } from "../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../scenarios/library");
const ids = readdirSync(folder)
  .filter((f) => f.endsWith(".yaml"))
  .map((f) => basename(f, ".yaml"));

/** Claims are about prices, shares and margins, which two thousand agents already show. */
const few = { "demand.agents": 2000 };

describe.each(ids)("%s", (id) => {
  const scenario = library(id);
  const shown = scenario.demand.kind === "mixed-logit" ? library(id, few) : scenario;
  test("asks a question in both languages and names a source for each number that has one", () => {
    for (const text of [scenario.title, scenario.question]) {
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
  const seeds = Array.from({ length: Math.max(0, ...scenario.expect.map((e) => e.seeds)) }, (_, k) => k + 1);
  const runs = seeds.length > 0 ? () => (cache ??= seeds.map((seed) => simulate(shown, { seed }))) : () => [];
  let cache: ReturnType<typeof simulate>[] | undefined;
  test.each(scenario.expect.map((e) => [e.claim.en, e] as const))(
    "%s",
    (_claim, { metric, at, below, above, seeds: n }) => {
      const values = runs()
        .slice(0, n)
        .map((r) => valueAt(r, metric, at));
      const held = values.filter(
        (x) => (below === undefined || x < below) && (above === undefined || x > above),
      ).length;
      expect(held, `${metric} at ${at}: ${values.map((x) => x.toPrecision(3)).join(" ")}`).toBeGreaterThanOrEqual(
        0.9 * n,
      );
    },
  );
});
