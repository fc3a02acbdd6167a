import { expect, test } from "vitest";
import { isNegativeDefinite } from "../../../engine/math/linear.ts";

/** -1 on the diagonal of n x n and c beside it: its eigenvalues are -1 + (n - 1) c and, n - 1 times, -1 - c. */
const equal = (n: number, c: number) =>
  Float64Array.from({ length: n * n }, (_, k) => (Math.floor(k / n) === k % n ? -1 : c));

test.each([2, 3, 5])(
  "of %s x %s, a matrix is negative definite as long as its largest eigenvalue is below zero",
  (n) => {
    const edge = 1 / (n - 1);
    for (const c of [0, 0.5 * edge, 0.99 * edge, -0.5, -0.99])
      expect([c, isNegativeDefinite(equal(n, c), n)]).toEqual([c, true]);
    for (const c of [1.01 * edge, 2 * edge, -1.01, -3])
      expect([c, isNegativeDefinite(equal(n, c), n)]).toEqual([c, false]);
  },
);

test("what is not symmetric is judged by its symmetric part", () => {
  expect(isNegativeDefinite([-1, 5, -5, -1], 2)).toBe(true);
  expect(isNegativeDefinite([-1, 5, -1, -1], 2)).toBe(false);
});

test("a zero on the diagonal is flat, and flat is not negative", () => {
  expect(isNegativeDefinite([-1, 0, 0, 0], 2)).toBe(false);
});
