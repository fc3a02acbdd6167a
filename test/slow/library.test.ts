import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { valueAt, withAgents } from "../../engine/index.ts";
import { library, simulate } from "../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../scenarios/library");
const ids = readdirSync(folder)
  .filter((f) => f.endsWith(".yaml"))
  .map((f) => basename(f, ".yaml"));

/** Prices, shares and margins, which claims are about, two thousand agents already show; a fleet's load they do not. */
const FEW = 2000;
const isOfLoad = ({ metric }: { readonly metric: string }): boolean => metric.endsWith(".fulfilment");

describe.each(ids)("%s", (id) => {
  const scenario = library(id);
  const shown = scenario.expect.some(isOfLoad) ? scenario : withAgents(scenario, FEW);
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
