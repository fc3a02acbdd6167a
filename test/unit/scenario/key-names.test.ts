import { expect, test } from "vitest";
import { readScenario, ScenarioErrors } from "../../../engine/authoring.ts";
import { libraryText } from "../../support/scenarios.ts";

const said = (set: Readonly<Record<string, string>>): string => {
  try {
    readScenario("extends: no-trigger\nid: keys\n", { file: "f", set, resolve: libraryText });
    return "";
  } catch (error) {
    if (!(error instanceof ScenarioErrors)) throw error;
    return error.format("en");
  }
};

test.each([
  ["trust of a segment", "vendors.zhipu.trustBy", "{developrs: 0.2}", /trustBy.developrs: unknown segment/],
  ["noise of a tier", "demand.news.salience", "{flagshp: 0.5}", /salience.flagshp: unknown tier/],
  ["a rule's part by tier", "strategies.headline.passThrough", "{mian: 0.3}", /passThrough.mian: unknown tier/],
  ["a vendor's own part by tier", "vendors.zhipu.strategy.passThrough", "{mian: 0.3}", /mian: unknown tier/],
])("%s that does not exist is refused, not passed over", (_what, path, value, words) => {
  expect(said({ [path]: value })).toMatch(words);
  expect(said({ [path]: value.replace("developrs", "developers").replace(/flagshp|mian/, "main") })).toBe("");
});
