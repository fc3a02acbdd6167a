import { expect, test } from "vitest";
import { readScenario, type ScenarioErrors } from "../../../engine/authoring.ts";
import { libraryText } from "../../support/scenarios.ts";

/** The problem of china-2024 with Zhipu's strategy replaced, as one line. */
function problem(strategy: string): string {
  const text = `extends: china-2024\nid: mine\nvendors:\n  zhipu:\n    strategy: ${strategy}`;
  try {
    readScenario(text, { file: "mine.yaml", resolve: libraryText });
  } catch (error) {
    return (error as ScenarioErrors).format("en");
  }
  return "fine";
}

const scripted = (entry: string) => `{kind: scripted, list: [${entry}]}`;

test("a dated price names a product that its strategy prices, on a day of the scenario", () => {
  expect(problem(scripted("{date: 2024-06-01, product: glm-4, price: {input: 50}}"))).toBe("fine");
  expect(problem(scripted("{date: 2024-06-01, product: zhipu.glm-4, price: {input: 50}}"))).toBe("fine");
  expect(problem(scripted("{date: 2024-06-01, product: glm-5, price: {input: 50}}"))).toMatch(
    /^mine\.yaml:5:\d+ .*list\.0\.product: unknown product of this strategy “glm-5”; did you mean “glm-4”/,
  );
  expect(problem(scripted("{date: 2024-06-01, product: baidu.ernie-4, price: {input: 50}}"))).toMatch(
    /unknown product/,
  );
  expect(problem(scripted("{date: 2023-06-01, product: glm-4, price: {input: 50}}"))).toMatch(
    /2023-06-01 is outside the scenario/,
  );
});
test("a predator's prey is another vendor", () => {
  expect(problem("{kind: predator, prey: moonshot}")).toBe("fine");
  expect(problem("{kind: predator, prey: moonshine}")).toMatch(/unknown rival “moonshine”; did you mean “moonshot”/);
  expect(problem("{kind: predator, prey: zhipu}")).toMatch(/unknown rival “zhipu”/);
});
