import { describe, expect, test } from "vitest";
import { pathOfTime, valueOfFormula } from "../../../engine/authoring/formula-values.ts";

/** What came of a formula, and what was said of it. */
function path(text: string, bounds: object = {}) {
  const said: string[] = [];
  const span = { start: "2024-01-01", end: "2024-01-22" };
  const issue = ({ en }: { en: string }) => void said.push(en);
  return { series: pathOfTime(text, { scope: { a: 2 }, span, bounds: bounds as never, issue }), said };
}

describe("a formula of time", () => {
  test("is a value for each week from the first day on, the last one included", () => {
    const { series, said } = path("= a + 365 * t");
    expect(said).toEqual([]);
    expect(series).toMatchObject({ at: ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22"] });
    expect((series as { readonly value: readonly number[] }).value.map((x) => Math.round(x))).toEqual([2, 9, 16, 23]);
  });
  test("without time in it is none", () => expect(path("= a + 1")).toEqual({ series: null, said: [] }));
  test.each([
    ["is beyond all numbers", "= 10^(400 * 365 * t)", {}, /gives Infinity on 2024-01-08/],
    ["is more than can be measured", "= 10^(3 * 365 * t)", {}, /gives 1(\.\d+)?e\+21 on 2024-01-08/],
    ["leaves its bounds above", "= 1 + 365 * t", { max: 10 }, /gives 15(\.\d+)? on 2024-01-15/],
    ["leaves its bounds below", "= 1 - 365 * t", { min: -10 }, /gives -13(\.\d+)? on 2024-01-15/],
  ])("that %s is refused on the first day that it does", (_, text, bounds, why) => {
    const { series, said } = path(text, bounds);
    expect([series, said]).toEqual([undefined, [expect.stringMatching(why)]]);
  });
  test("that is no formula says what is wrong with it", () => {
    const { series, said } = path("= a +");
    expect([series, said.length]).toEqual([undefined, 1]);
  });
});

describe("a formula that comes to one number", () => {
  const value = (text: string, scope = {}) => {
    const said: string[] = [];
    return { value: valueOfFormula(text, scope, ({ en }) => void said.push(en)), said };
  };
  test("does", () => expect(value("= a * 3", { a: 2 })).toEqual({ value: 6, said: [] }));
  test.each([
    ["= 1/0", /no finite value/],
    ["= 10^200", /gives 1(\.\d+)?e\+200/],
    ["= 1 + t", /no formula of time/],
    ["= 1 + u", /“u”|u/],
  ])("%s does not", (text, why) =>
    expect(value(text)).toEqual({ value: undefined, said: [expect.stringMatching(why)] }),
  );
});
