import { expect, test } from "vitest";
import { unitOfPath } from "../../../engine/authoring/path-units.ts";

test("a field that kinds give different units, or one of them none, has no unit by its path alone", () => {
  expect(unitOfPath("demand.mu")).toBe(""); // of money in the textbook logit, of none in the others
  expect(unitOfPath("vendors.baidu.products.ernie-3.5.price.input")).toBe("money/Mtok");
  expect(unitOfPath("vendors.baidu.strategy.offset")).toBe("money/Mtok");
  expect(unitOfPath("nothing.of.the.kind")).toBe("");
});
