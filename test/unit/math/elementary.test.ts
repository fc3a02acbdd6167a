import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, log, logMean, pow } from "../../../engine/math/elementary.ts";

/** Distance in units in the last place of `b`. */
const ulps = (a: number, b: number) => (a === b ? 0 : Math.abs(a - b) / (Math.abs(b) * 2 ** -52));

describe("elementary functions in plain arithmetic", () => {
  test("exp stays within 1.5 ulp of the host's", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => ulps(exp(x), Math.exp(x)) <= 1.5),
      { numRuns: 20_000 },
    );
  });
  test("log stays within 2.5 ulp of the host's", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => ulps(log(x), Math.log(x)) <= 2.5),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => ulps(log(x), Math.log(x)) <= 2.5),
      { numRuns: 20_000 },
    );
  });
  test("edges: zero, infinities, subnormals, not-a-number", () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(NaN), log(1), log(0), log(-1), log(Infinity)]).toEqual([
      1,
      0,
      Infinity,
      NaN,
      0,
      -Infinity,
      NaN,
      Infinity,
    ]);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
    expect(exp(-744)).toBeGreaterThan(0);
    expect(exp(709.78)).toBeLessThan(Infinity);
  });
  test("known bits are pinned, so that another machine's arithmetic would be seen", () => {
    const hex = (x: number) => Buffer.from(Float64Array.of(x).buffer).toString("hex");
    expect([exp(1), exp(-3.7), exp(0.1), log(10), log(0.3), pow(2, 0.5)].map(hex)).toMatchInlineSnapshot(`
      [
        "6a57148b0abf0540",
        "441087c61f51993f",
        "d4005ab3c7aef13f",
        "1655b5bbb16b0240",
        "21a7bdfc7843f3bf",
        "cc3b7f669ea0f63f",
      ]
    `);
  });
  test("the logarithmic mean lies between the geometric and the arithmetic mean", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (a, b) => {
          const l = logMean(a, b);
          return l >= Math.sqrt(a * b) * (1 - 1e-9) && l <= ((a + b) / 2) * (1 + 1e-9);
        },
      ),
    );
  });
});
