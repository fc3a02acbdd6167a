import { expect, test } from "vitest";
import { PLAIN_TRAFFIC, segmentsOf } from "../../../engine/index.ts";
import { COST, smallMarket } from "../../support/tariffs.ts";

test("a segment that says nothing of its traffic has the plain one", () => {
  const products = `p: {price: {input: 1, output: 2}, ${COST}}`;
  expect(segmentsOf(smallMarket({ products })).devs.traffic).toEqual(PLAIN_TRAFFIC);
});
