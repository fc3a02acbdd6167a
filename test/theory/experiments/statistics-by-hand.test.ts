import { describe, expect, test } from "vitest";
import { BandStream } from "../../../engine/experiments/bands.ts";
import { bootstrap } from "../../../engine/experiments/bootstrap.ts";
import { MomentStream } from "../../../engine/experiments/moments.ts";
import { pairedDifference, pairedWhereBoth } from "../../../engine/experiments/paired.ts";
import { probability } from "../../../engine/experiments/probability.ts";
import { QuantileStream } from "../../../engine/experiments/quantiles.ts";
import { holds, parseStatement, shortfall } from "../../../engine/experiments/statement.ts";
import { studentT } from "../../../engine/experiments/student.ts";

const put = (stream: QuantileStream, values: readonly number[]): QuantileStream => {
  values.forEach((x) => stream.add(x));
  return stream;
};

describe("the P-squared estimate", () => {
  /** Table I of Jain & Chlamtac (1985): an exponential law's values, and the estimate of their median. */
  const OBSERVED = [
    0.02, 0.15, 0.74, 3.39, 0.83, 22.37, 10.15, 15.43, 38.62, 15.92, 34.6, 10.28, 1.47, 0.4, 0.05, 11.39, 0.27, 0.42,
    0.09, 11.37,
  ];
  test("of the median is that of the paper's example", () => {
    expect(put(new QuantileStream([0.5], 5), OBSERVED).values()[0]).toBeCloseTo(4.44, 2);
  });

  test("of equal values is that value, and of a line its points", () => {
    expect(put(new QuantileStream([0.1, 0.9], 20), Array(300).fill(7)).values()).toEqual([7, 7]);
    const line = Array.from({ length: 4001 }, (_, k) => ((k * 1237) % 4001) / 4000);
    const [a, b, c] = put(new QuantileStream([0.1, 0.5, 0.95], 100), line).values();
    expect(a).toBeCloseTo(0.1, 2);
    expect(b).toBeCloseTo(0.5, 2);
    expect(c).toBeCloseTo(0.95, 2);
  });

  test("follows what rises and what falls, between the least and the greatest", () => {
    const rising = Array.from({ length: 2000 }, (_, k) => k);
    for (const values of [rising, rising.toReversed()]) {
      const [low, middle, high] = put(new QuantileStream([0.25, 0.5, 0.75], 50), values).values();
      expect(low).toBeGreaterThan(350);
      expect(low).toBeLessThan(650);
      expect(middle).toBeCloseTo(1000, -2);
      expect(high).toBeGreaterThan(1350);
      expect(high).toBeLessThan(1650);
    }
  });

  test("takes over with as many values as are kept, and until then quantiles are exact", () => {
    const kept = put(new QuantileStream([0.5], 8), [1, 2, 3, 4, 5, 6, 100]);
    expect(kept.values()).toEqual([4]);
    kept.add(NaN);
    expect([kept.count, kept.values()[0]]).toEqual([7, 4]);
    kept.add(101); // settles: of eight the fifth, at position 3.5 rounded
    expect([kept.count, kept.values()[0]]).toEqual([8, 5]);
    expect(new QuantileStream([0.5]).values()).toEqual([NaN]);
    const long = new QuantileStream([0.5]);
    for (let k = 0; k < 999; k++) long.add(k);
    expect(long.values()).toEqual([499]);
    long.add(999);
    expect(long.values()).toEqual([500]);
  });
});

describe("what is known of an output", () => {
  const stream = (values: readonly number[]) => {
    const out = new MomentStream();
    values.forEach((x) => out.add(x));
    return out;
  };
  test("of four runs is worked out by hand", () => {
    const { n, mean, sd, low, high, min, max, quantiles } = stream([2, 4, NaN, 4, 10, Infinity]).result();
    expect([n, mean, min, max]).toEqual([4, 5, 2, 10]);
    expect(sd).toBeCloseTo(Math.sqrt((9 + 1 + 1 + 25) / 3), 12);
    const half = (3.182 * Math.sqrt(12)) / 2;
    expect([low, high]).toEqual([expect.closeTo(5 - half, 12), expect.closeTo(5 + half, 12)]);
    expect(quantiles).toEqual([2.3, 3.5, 4, 5.5, 9.1].map((x) => expect.closeTo(x, 12)));
  });
  test("of one run is no spread, of none nothing", () => {
    expect(stream([3]).result()).toMatchObject({
      n: 1,
      mean: 3,
      sd: NaN,
      low: -Infinity,
      high: Infinity,
      min: 3,
      max: 3,
    });
    expect(stream([]).result()).toMatchObject({ n: 0, mean: NaN, sd: NaN, low: NaN, high: NaN, min: NaN, max: NaN });
    expect([stream([3]).halfWidth, stream([3, 3]).halfWidth]).toEqual([Infinity, 0]);
  });
  test("date by date is what each date's runs are", () => {
    const bands = new BandStream();
    for (const x of [1, 2, 3, 4, 5])
      bands.add({
        values: new Float64Array(),
        paths: ["a", "b"],
        dates: ["d0", "d1"],
        series: [Float64Array.of(x, 10 * x), Float64Array.of(-x, x === 3 ? NaN : 0)],
      });
    expect(bands.result()).toEqual(
      [
        {
          path: "a",
          dates: ["d0", "d1"],
          quantiles: [
            [1.2, 12],
            [2, 20],
            [3, 30],
            [4, 40],
            [4.8, 48],
          ],
        },
        {
          path: "b",
          dates: ["d0", "d1"],
          quantiles: [
            [-4.8, 0],
            [-4, 0],
            [-3, 0],
            [-2, 0],
            [-1.2, 0],
          ],
        },
      ].map((b) => ({ ...b, quantiles: b.quantiles.map((row) => row.map((x) => expect.closeTo(x, 12))) })),
    );
  });
});

describe("a paired difference", () => {
  test("of four pairs is worked out by hand", () => {
    const found = pairedDifference([3, 5, 4, 8], [1, 4, 2, 5]); // differences 2, 1, 2, 3
    const half = (3.182 * Math.sqrt(2 / 3)) / 2;
    expect(found).toMatchObject({ base: 3, other: 5, mean: 2 });
    expect([found.low, found.high]).toEqual([expect.closeTo(2 - half, 12), expect.closeTo(2 + half, 12)]);
    expect(found.varianceSaved).toBeCloseTo((14 / 3 + 10 / 3) / (2 / 3), 12);
  });
  test("that never varies saves nothing that could be told; fewer than two pairs, or odd ones, are refused", () => {
    expect(pairedDifference([2, 3], [1, 2])).toMatchObject({ mean: 1, low: 1, high: 1, varianceSaved: 1 });
    expect(() => pairedDifference([1], [1])).toThrow("pairs of runs needed: got 1 and 1");
    expect(() => pairedDifference([1, 2, 3], [1, 2])).toThrow("got 3 and 2");
  });
  test("where a value may be missing is over pairs that have both, its ends over all that have it", () => {
    expect(pairedWhereBoth([2, NaN, 6, 5], [1, 9, 4, NaN])).toMatchObject({ base: 14 / 3, other: 13 / 3, mean: 1.5 });
    expect(pairedWhereBoth([2, NaN, 6], [1, 9, NaN])).toEqual({
      base: 5,
      other: 4,
      mean: NaN,
      low: NaN,
      high: NaN,
      varianceSaved: NaN,
    });
  });
});

test("Wilson's interval of 8 in 10 is his, of none the whole, and never beyond 0 or 1", () => {
  const [n, p, z] = [10, 0.8, 1.959_964];
  const { share, low, high, runs } = probability(8, 10);
  // Its definition
  for (const end of [low, high]) expect((end - p) ** 2).toBeCloseTo((z * z * end * (1 - end)) / n, 10);
  expect([share, runs, low < p, p < high]).toEqual([0.8, 10, true, true]);
  expect(probability(0, 0)).toEqual({ runs: 0, share: NaN, low: 0, high: 1 });
  expect([probability(0, 7).low, probability(7, 7).high]).toEqual([0, 1]);
  expect(probability(0, 7).high).toBeCloseTo((z * z) / (7 + z * z), 10);
});

test("Student's t is that of the tables, and comes to 1.96", () => {
  const known = [
    [1, 12.706],
    [2, 4.303],
    [10, 2.228],
    [29, 2.045],
    [30, 2.042],
    [40, 2.021],
    [60, 2],
    [120, 1.98],
  ];
  for (const [degrees, t] of known) expect(Math.abs(studentT(degrees) - t)).toBeLessThan(0.0021);
  expect(studentT(1e9)).toBeCloseTo(1.96, 6);
});

test("a bootstrap's interval of a mean is about two standard errors to either side, the same for the same seed", () => {
  const blocks = Array.from({ length: 100 }, (_, k) => k / 99);
  const of = (seed: number) => bootstrap(100, seed, (rows) => [rows.reduce((sum, r) => sum + blocks[r], 0) / 100, NaN]);
  const [mean, nothing] = of(1);
  const error = Math.sqrt(1 / 12 / 100);
  expect(mean.low).toBeCloseTo(0.5 - 1.96 * error, 1.5);
  expect(mean.high - mean.low).toBeGreaterThan(3.3 * error);
  expect(mean.high - mean.low).toBeLessThan(4.5 * error);
  expect(nothing).toEqual({ low: NaN, high: NaN });
  expect(of(1)).toEqual(of(1));
  expect(of(2)).not.toEqual(of(1));
  let asked = 0;
  bootstrap(3, 1, (rows) => (asked++, expect(rows.every((r) => r >= 0 && r < 3) && rows.length === 3).toBe(true), [0]));
  expect(asked).toBe(200);
});

describe("a statement", () => {
  test.each<readonly [string, string, number]>([
    ["market.hhi < 0.2", "<", 0.2],
    ["  market.hhi>=-3e-1 ", ">=", -0.3],
    ["headline.priceFall > 50 %", ">", 0.5],
    ["market.tokens:sum@2024-05 <= 7", "<=", 7],
  ])("%s is read", (text, relation, value) =>
    expect(parseStatement(text)).toMatchObject({ text: text.trim(), relation, value }),
  );
  test.each(["market.hhi", "market.hhi = 2", "nothing < 2", "market.hhi < 1.2.3", "market.hhi < x", "< 2"])(
    "%s is none",
    (text) => expect(parseStatement(text)).toBeNull(),
  );
  test.each<readonly [string, readonly [number, boolean, number][]]>([
    [
      "market.hhi < 2",
      [
        [1, true, 0],
        [2, false, 0],
        [5, false, 3],
      ],
    ],
    [
      "market.hhi <= 2",
      [
        [1, true, 0],
        [2, true, 0],
        [5, false, 3],
      ],
    ],
    [
      "market.hhi > 2",
      [
        [1, false, 1],
        [2, false, 0],
        [5, true, 0],
      ],
    ],
    [
      "market.hhi >= 2",
      [
        [1, false, 1],
        [2, true, 0],
        [5, true, 0],
      ],
    ],
  ])("%s holds where it says, and misses by as much elsewhere", (text, cases) => {
    const statement = parseStatement(text)!;
    for (const [x, true_, miss] of cases) expect([holds(statement, x), shortfall(statement, x)]).toEqual([true_, miss]);
    expect([holds(statement, NaN), shortfall(statement, NaN)]).toEqual([false, NaN]);
  });
});
