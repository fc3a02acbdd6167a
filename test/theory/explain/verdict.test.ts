import { describe, expect, test } from "vitest";
import { judge, splitPrice } from "../../../engine/index.ts";

/** A price and a cost that fall, all of the cost by technology, next to a price of competition. */
const fall = ([p0, p1]: [number, number], [c0, c1]: [number, number], [n0, n1]: [number, number] = [p0, c1]) =>
  splitPrice(
    { price: p0, cost: c0, factors: [1, c0, 1, 1, 1], nash: n0 },
    { price: p1, cost: c1, factors: [1, c1, 1, 1, 1], nash: n1 },
  );
const ten = <T>(x: T): T[] => Array.from({ length: 10 }, () => x);

describe("what a price fall is called", () => {
  test("free at a price of 0, whatever cost did", () => {
    expect(judge(ten(fall([5, 0], [1, 0.1])), ten(1))).toEqual({ verdict: "free", robustness: 1 });
  });
  test("war below long-run cost", () => {
    expect(judge(ten(fall([5, 0.9], [1.2, 1])), ten(0.5)).verdict).toBe("war");
  });
  test("war more than 5 % below the price of competition in nine replications of ten, not in eight", () => {
    const cut = ten(fall([5, 2], [1, 0.9]));
    expect(judge(cut, [...ten(2.2).slice(1), 1]).verdict).toBe("war");
    expect(judge(cut, [...ten(2.2).slice(2), 1, 1]).verdict).toBe("competition");
    expect(judge(cut, ten(2.05)).verdict).toBe("competition");
  });
  test("pass-through only if cost makes half of the fall at a constant markup and a quarter one for one", () => {
    expect(judge(ten(fall([2, 1], [1, 0.5])), ten(0.8)).verdict).toBe("pass-through");
    // A markup of 100: 1 % one for one.
    expect(judge(ten(fall([100, 50], [1, 0.5])), ten(30)).verdict).toBe("competition");
    expect(judge(ten(fall([2, 1], [1, 0.9])), ten(0.8)).verdict).toBe("competition");
  });
  test("nothing where the price fell by less than a tenth, or rose", () => {
    expect(judge(ten(fall([10, 9.5], [12, 11])), ten(20)).verdict).toBeNull();
    expect(judge(ten(fall([10, 12], [1, 2])), ten(20)).verdict).toBeNull();
  });
});

test("robustness is the share of split and replication with the same word", () => {
  // At a markup of 100 the symmetric split says pass-through; the other two say competition.
  const { verdict, robustness } = judge(ten(fall([100, 50], [1, 0.5])), ten(30));
  expect(verdict).toBe("competition");
  expect(robustness).toBeCloseTo(2 / 3, 12);
  // One replication of ten says war under every split.
  expect(judge(ten(fall([100, 50], [1, 0.5])), [...ten(30).slice(1), 60]).robustness).toBeCloseTo(0.6, 12);
});
