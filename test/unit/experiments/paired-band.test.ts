import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedBand, pairedDifference } from "../../../engine/index.ts";

const series = fc
  .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((x) => Float64Array.from(x));

describe("a difference over time", () => {
  it("is on every date the paired difference of that date", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(series, series), { minLength: 2, maxLength: 8 }), (pairs) => {
        const [other, base] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const band = pairedBand(other, base);
        for (let t = 0; t < 3; t++) {
          const { mean, low, high } = pairedDifference(
            other.map((x) => x[t]),
            base.map((x) => x[t]),
          );
          expect([band.mean[t], band.low[t], band.high[t]]).toEqual([mean, low, high]);
        }
      }),
    );
  });

  it("has a band of no width where every pair differs by the same, however far the pairs lie apart", () => {
    const base = [1, 5, 40].map((x) => Float64Array.of(x));
    const band = pairedBand(
      base.map((x) => x.map((v) => v + 2)),
      base,
    );
    expect([band.mean[0], band.low[0], band.high[0]]).toEqual([2, 2, 2]);
  });

  it("refuses arms that are not paired", () => {
    expect(() => pairedBand([Float64Array.of(1)], [Float64Array.of(1)])).toThrow(RangeError);
  });
});
