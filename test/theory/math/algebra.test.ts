import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solve, submatrix } from "../../../engine/math/linear.ts";
import { normalCdf, normalDensity } from "../../../engine/math/normal-cdf.ts";
import { normalQuantile } from "../../../engine/math/normal-quantile.ts";
import { globalPeak, root } from "../../../engine/math/search.ts";
import { symmetricEigen } from "../../../engine/math/symmetric-eigen.ts";

const entry = fc.integer({ min: -90, max: 90 }).map((x) => x / 10);

describe("eigenvalues of a symmetric matrix", () => {
  test("of two rows are those of the quadratic formula, and two turns suffice for any", () => {
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        const { values } = symmetricEigen([a, b, b, c], 2);
        const [middle, half] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
        expect(values[0]).toBeCloseTo(middle - half, 12);
        expect(values[1]).toBeCloseTo(middle + half, 12);
      }),
    );
    expect([...symmetricEigen([2, 1, 1, 2], 2).values]).toEqual([expect.closeTo(1, 15), expect.closeTo(3, 15)]);
  });

  test("stretch their vectors and turn none, which are of length 1 and at right angles", () => {
    const matrix = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.array(entry, { minLength: n * n, maxLength: n * n }).map((x) => ({ n, x })));
    fc.assert(
      fc.property(matrix, ({ n, x }) => {
        const a = x.map((_, k) => (x[k] + x[(k % n) * n + Math.floor(k / n)]) / 2);
        const { values, vectors } = symmetricEigen(a, n);
        expect([...values]).toEqual([...values].toSorted((p, q) => p - q));
        vectors.forEach((v, i) => {
          for (let r = 0; r < n; r++) {
            const turned = v.reduce((sum, y, c) => sum + a[r * n + c] * y, 0);
            expect(turned).toBeCloseTo(values[i] * v[r], 9);
          }
          vectors.forEach((w, k) =>
            expect(v.reduce((sum, y, c) => sum + y * w[c], 0)).toBeCloseTo(Number(i === k), 12),
          );
        });
      }),
    );
  });

  test("of a diagonal are its entries in order, with the axes", () => {
    const { values, vectors } = symmetricEigen([3, 0, 0, 0, 1, 0, 0, 0, 2], 3);
    expect([...values]).toEqual([1, 2, 3]);
    expect(vectors.map((v) => [...v])).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
  });
});

describe("a linear system", () => {
  test("is solved, be its first row empty or not, and left as it was", () => {
    const [a, b] = [
      [0, 2, 1, 1, 1, 1, 4, 0, -1],
      [7, 6, 1],
    ];
    expect([...solve(a, b)!]).toEqual([1, 2, 3].map((x) => expect.closeTo(x, 12)));
    expect([a[0], b[0]]).toEqual([0, 7]);
    fc.assert(
      fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (x) => {
        const m = x.map((y, k) => (k % 5 === 0 ? y + 50 : y)); // dominated by its diagonal
        const found = solve(m, [1, -2, 3, 4])!;
        [1, -2, 3, 4].forEach((right, r) =>
          expect(found.reduce((sum, y, c) => sum + m[r * 4 + c] * y, 0)).toBeCloseTo(right, 10),
        );
      }),
    );
  });
  test("of dependent rows has no solution, nor has one whose solution is beyond numbers", () => {
    expect(solve([1, 2, 2, 4], [1, 2])).toBeNull();
    expect(solve([0], [1])).toBeNull();
    expect(solve([NaN], [1])).toBeNull();
    expect(solve([1e-290], [1e290])).toBeNull();
    expect([...solve([1e-299], [1e-299])!]).toEqual([1]);
  });
  test("of some rows and columns is what stands where they cross", () => {
    expect([...submatrix([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, [2, 0])]).toEqual([9, 7, 3, 1]);
  });
});

describe("a root", () => {
  test.each<readonly [string, (x: number) => number, number, number, number]>([
    ["of a line", (x) => 2 * x - 1, 0, 3, 0.5],
    ["of a falling line", (x) => 1 - 2 * x, 0, 3, 0.5],
    ["of a cubic", (x) => x * x * x - 2, 0, 2, Math.cbrt(2)],
    ["of what is flat and then steep", (x) => Math.exp(30 * x) - 2, -1, 1, Math.log(2) / 30],
    ["of a jump", (x) => (x < 0.3 ? -1 : 5), 0, 1, 0.3],
    ["at the low end", (x) => x, 0, 1, 0],
    ["at the high end", (x) => x - 1, 0, 1, 1],
    ["among negatives", (x) => x * x - 4, -7, 0, -2],
  ])("%s is found to the last bits", (_, f, lo, hi, x) => {
    expect(root(f, lo, hi)).toBeCloseTo(x, 14);
  });
  test("takes few looks, and ends of one sign are refused", () => {
    let looks = 0;
    root((x) => (looks++, x * x * x - 2), 0, 2);
    expect(looks).toBeLessThan(70);
    expect(root((x) => (x === 0.5 ? 0 : x - 0.5), 0, 1)).toBe(0.5);
    expect(() => root((x) => x * x + 1, -1, 2)).toThrow("no change of sign between -1 and 2");
    expect(() => root((x) => -x * x - 1, -1, 2)).toThrow("no change of sign");
  });
});

describe("the highest point", () => {
  const grid = Array.from({ length: 11 }, (_, k) => k / 10);
  test.each<readonly [string, (x: number) => number, number]>([
    ["within", (x) => -((x - 0.437) ** 2), 0.437],
    ["at the low end", (x) => -x, 0],
    ["at the high end", (x) => x, 1],
    ["of two peaks, the higher", (x) => Math.max(1 - 40 * (x - 0.22) ** 2, 1.1 - 40 * (x - 0.81) ** 2), 0.81],
    [
      "of two peaks, the higher on the left",
      (x) => Math.max(1.2 - 40 * (x - 0.22) ** 2, 1.1 - 40 * (x - 0.8) ** 2),
      0.22,
    ],
  ])("%s is found to half the digits", (_, f, x) => expect(globalPeak(f, grid)).toBeCloseTo(x, 7));
  test("of what is flat but on the grid is on the grid", () => {
    expect(globalPeak((x) => Number(x === 0.7), grid)).toBe(0.7);
  });
});

describe("the normal law", () => {
  /** Simpson's rule from 0 on. */
  const integral = (z: number): number => {
    const n = 2000;
    let total = 0;
    for (let k = 0; k <= n; k++)
      total += (k === 0 || k === n ? 1 : k % 2 === 1 ? 4 : 2) * Math.exp(-(((k * z) / n) ** 2) / 2);
    return (total * z) / n / 3 / Math.sqrt(2 * Math.PI);
  };
  test("has the integral of its density below each point", () => {
    for (const z of [-6, -3.3, -1, -0.2, 0, 0.5, 1, 2.6, 5]) expect(normalCdf(z)).toBeCloseTo(0.5 + integral(z), 13);
    expect(normalDensity(0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 15);
    expect(normalDensity(1.5)).toBeCloseTo(Math.exp(-1.125) / Math.sqrt(2 * Math.PI), 15);
  });
  test("has the tails of Mills' ratio, on both sides of where its formula changes, and ends at 0 and 1", () => {
    for (const z of [6.9, 7.2, 9, 15, 30, 36.9]) {
      const s = z * z;
      const mills = (1 - 1 / s + 3 / s ** 2 - 15 / s ** 3 + 105 / s ** 4 - 945 / s ** 5 + 10_395 / s ** 6) / z;
      expect(normalCdf(-z) / (mills * normalDensity(z))).toBeCloseTo(1, z < 8 ? 5 : z < 10 ? 7 : 9);
    }
    expect([normalCdf(38), normalCdf(-38), normalCdf(Infinity), normalCdf(-Infinity)]).toEqual([1, 0, 1, 0]);
    expect(normalCdf(-7.07106781186547) / normalCdf(-7.07106781186548)).toBeCloseTo(1, 12);
    expect(normalCdf(-37)).toBeGreaterThan(0);
  });
  test("has quantiles that undo it, in the middle, beyond it and far out", () => {
    for (const u of [
      1e-290, 1e-100, 1e-20, 1e-12, 1e-10, 1e-6, 0.001, 0.07, 0.0751, 0.3, 0.5, 0.8, 0.924, 0.93, 0.9999,
    ])
      expect(normalCdf(normalQuantile(u)) / u).toBeCloseTo(1, u < 1e-5 ? 7 : 12);
    expect(normalQuantile(0.25)).toBeCloseTo(-0.674_489_750_196_081_7, 15); // Wichura's own
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090_232_306_167_813, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262_340_089_798_409, 13);
  });
});
