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

test("a follower that was alone answers the first rival that comes to market far below it", () => {
  const text = blankScenarioText({ id: "mine", lang: "en", schema: "./schema.json" });
  const follow = text.replace("{kind: best-response, reviewDays: 28}", "{kind: follow}");
  const { scenario } = readScenario(follow, { set: { "demand.agents": "100" } });
  const r = simulateModel(compile(scenario));
  const [first] = r.moves.filter(({ product }) => r.productIds[product] === "incumbent.large");
  expect(first).toMatchObject({ rule: "follow", because: "gap:entrant.model" });
  expect(first.to.input).toBeLessThan(1.5);
});

test("a launch that is no day says what would be one, and that a product may never come", () => {
  const text = blankScenarioText({ id: "mine", lang: "en", schema: "./schema.json" });
  expect(() => readScenario(text.replace("launch: 2026-04-01", "launch: soon"))).toThrow(
    /launch: “soon” is no day of the calendar; expected a date, like 2024-05-15, or never/,
  );
  expect(() => readScenario(text.replace("launch: 2026-04-01", "launch: never"))).not.toThrow();
});
