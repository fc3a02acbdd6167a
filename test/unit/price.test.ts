import { describe, expect, test } from "vitest";
import { changed, inFull, inShort, listedAs, postable, priceOf, scaled, unquoted } from "../../engine/price.ts";

describe("a price that people read", () => {
  test.each([
    [1234, 1230],
    [1235, 1240],
    [999.6, 1000],
    [12.345, 12.3],
    [0.12345, 0.123],
    [0.0126, 0.013],
    [0.0005, 0.001],
    [0.00049, 0],
    [0, 0],
    [1, 1],
    [10, 10],
  ])("%s is listed as %s", (exact, listed) => expect(postable(exact)).toBe(listed));
  test("to more digits goes on below a thousandth of a unit", () => {
    expect(postable(0.0123456, 5)).toBe(0.012346);
    expect(postable(1.23456789, 5)).toBe(1.2346);
    expect(postable(123456.7, 5)).toBe(123460);
  });
  test("is itself where no step reaches it", () => expect(postable(Infinity)).toBe(Infinity));
  test("is scaled with both meters alike", () =>
    expect(scaled({ input: 2, output: 8 }, 0.5037)).toEqual({ input: 1.01, output: 4.03 }));
});

describe("a list of prices", () => {
  const list = { input: 2, output: 8, cached: 0.5 };
  test("names the meters that stand apart, in it or in the one that it is shown with", () => {
    expect(inShort(inFull(list))).toEqual(list);
    expect(inShort(inFull({ input: 2, output: 8 }))).toEqual({ input: 2, output: 8 });
    expect(inShort(inFull({ input: 2, output: 8 }), inFull(list))).toEqual({ input: 2, output: 8, cached: 2 });
  });
  test("keeps the ratio of a meter that is not named to the one that it is like", () => {
    expect(changed(inFull(list), { input: 1, output: 8 })).toMatchObject({ input: 1, output: 8, cached: 0.25 });
    expect(changed(inFull(list), { input: 1, output: 8, cached: 0.9 }).cached).toBe(0.9);
    expect(changed(inFull({ input: 0, output: 0, cached: 0 }), { input: 1, output: 2 }).cached).toBe(1);
    expect(changed(inFull({ input: 0.5, output: 0, cached: 0.1 }), { input: 1, output: 2 }).cached).toBe(0.2);
  });
  test("by the month or the second is one number, of a user's week or of a million seconds, and back", () => {
    expect(priceOf({ month: 365 / 12 })).toEqual({ input: 7, output: 0 });
    expect(priceOf({ second: 0.004 })).toEqual({ input: 4000, output: 0 });
    expect(priceOf({ input: 1, output: 2 })).toEqual({ input: 1, output: 2 });
    expect(listedAs("month", 7).month).toBeCloseTo(365 / 12, 12);
    expect(listedAs("second", 4000)).toEqual({ second: 0.004 });
    expect(listedAs("token", 3)).toEqual({ input: 3, output: 3 });
    expect([unquoted("month", 365 / 12), unquoted("token", 5)]).toEqual([7, 5]);
  });
});
