import { expect, test } from "vitest";
import { holdOthers } from "../../../engine/index.ts";
import { duelScenario, prices } from "../../support/duel.ts";
import { simulate } from "../../support/scenarios.ts";

test("rivals who are held keep their opening prices, strategies and dated cuts or no; the vendor moves", () => {
  const cut = (product: string) => ({ date: "2024-03-04", kind: "price", product, price: { input: 1.2, output: 1.2 } });
  const s = duelScenario({
    strategies: [{ kind: "hold" }, { kind: "hold" }, { kind: "undercut" }],
    price: [1.9, 1.8, 1.7],
    set: { events: [cut("v0.p"), cut("v1.p")] },
  });
  const r = simulate(holdOthers(s, "v0"));
  expect(prices(r, 0).at(-1)).toBe(1.2);
  expect(new Set(prices(r, 1))).toEqual(new Set([1.8]));
  expect(new Set(prices(r, 2))).toEqual(new Set([1.7]));
});
