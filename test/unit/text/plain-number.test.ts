import { expect, test } from "vitest";
import { plainNumber } from "../../../engine/text/plain-number.ts";

test("a number is what people write as one; what only programs take for one is none", () => {
  expect(["3", "+3", "-0.5", ".5", "5.", "1e-3"].map(plainNumber)).toEqual([3, 3, -0.5, 0.5, 5, 1e-3]);
  for (const text of ["", " ", "0x3", "0b1", "Infinity", "NaN", "1e999", "1_000", "1,000", "3 "])
    expect(plainNumber(text)).toBeNull();
});
