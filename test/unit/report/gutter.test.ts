import { expect, test } from "vitest";
import { measure } from "../../../charts/data/measures.ts";
import { freeOrValue } from "../../../report/figures/gutter-words.ts";

const context = { measure: measure("listPrice"), currency: "CNY", lang: "en" } as const;

function change(...values: number[]): string {
  const line = { values: Float64Array.from(values) };
  return freeOrValue({ line } as unknown as Parameters<typeof freeOrValue>[0], context).change;
}

test("at a line's end stands how far a price has come: held where it stayed, new where it was not there", () => {
  expect(change(10, 10, 10)).toBe("held");
  expect(change(NaN, 10, 5)).toBe("new");
  expect(change(10, 10, 5)).toBe("−50%");
});
