import { expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import { mechanisms, tariffMechanisms } from "../../../engine/mechanisms/index.ts";
import { libraryText } from "../../support/scenarios.ts";

test.each([...mechanisms, ...tariffMechanisms].map(({ id }) => id))("a scenario may switch %s off", (id) => {
  const text = `extends: global\nid: mine\noff: [${id}]\n`;
  expect(readScenario(text, { file: "mine.yaml", resolve: libraryText }).scenario.off).toEqual([id]);
});
