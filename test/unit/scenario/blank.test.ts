import { expect, test } from "vitest";
import { blankScenarioText, readScenario } from "../../../engine/authoring.ts";
import { compile, simulateModel } from "../../../engine/index.ts";

test.each(["en", "zh"] as const)("a blank scenario in %s runs as it is, and its entrant sells", (lang) => {
  const { scenario } = readScenario(blankScenarioText({ id: "mine", lang, schema: "./schema.json" }), {
    set: { "demand.agents": "500" },
  });
  const r = simulateModel(compile(scenario));
  const [n, j] = [r.productIds.length, r.productIds.indexOf("entrant.model")];
  expect(r.product.users[(r.dates.length - 1) * n + j]).toBeGreaterThan(0);
  expect(r.moves.some(({ product }) => r.productIds[product] === "incumbent.large")).toBe(true);
});
