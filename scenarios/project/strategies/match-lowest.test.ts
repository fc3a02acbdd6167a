import assert from "node:assert/strict";
import { test } from "node:test";
import { loadScenario, registerStrategy, simulate } from "pricewar";
import matchLowest from "./match-lowest.ts";

registerStrategy(matchLowest);

test("Zhipu's main model ends no dearer than a little above the cheapest of its tier", async () => {
  const recording = await simulate(await loadScenario("scenario.yaml", { set: { "demand.agents": 300 }, weeks: 13 }));
  const moves = recording.moves.filter(({ product }) => recording.productIds[product].startsWith("zhipu."));
  assert.ok(moves.length > 0);
  assert.ok(moves.every(({ rule }) => rule === "match-lowest"));
});
