import { describe, expect, test } from "vitest";
import { judge, type Split } from "../../../engine/index.ts";
import { splitPrice } from "../../../engine/explain/decompose.ts";

const from = { price: 10, cost: 2, factors: [1, 1, 1, 1, 2], nash: 6, lowest: 6 };
const passed = splitPrice(from, { ...from, price: 5, cost: 1, factors: [1, 0.5, 1, 1, 2] });
const fought = splitPrice(from, { ...from, price: 1.5 });
const words = (...splits: readonly Split[]) => judge(splits);

describe("the odds of a verdict", () => {
  test("no word of two thirds of the runs is no verdict; what most of them say is told all the same", () => {
    expect(words(passed, fought)).toMatchObject({ verdict: "undetermined", robustness: 0.5 });
    expect(words(passed, passed, fought)).toMatchObject({ verdict: "pass-through", leading: "pass-through" });
    expect(words(fought, passed, fought, passed, fought).leading).toBe("war");
  });
  test("every word has its share, and Wilson's interval by the number of runs, not of conventions", () => {
    const splits = [...Array<Split>(12).fill(passed), ...Array<Split>(6).fill(fought)];
    const [six, eighteen] = [judge(splits, 6).odds[0], judge(splits).odds[0]];
    expect(six.share).toBeCloseTo(2 / 3, 12);
    expect(six.high - six.low).toBeGreaterThan(1.4 * (eighteen.high - eighteen.low));
    expect(judge(splits).odds.map(({ word }) => word)).toEqual(["pass-through", "war"]);
  });
});
