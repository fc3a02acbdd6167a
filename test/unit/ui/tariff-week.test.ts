import fc from "fast-check";
import { expect, test } from "vitest";
import type { PriceChange } from "../../../engine/index.ts";
import { factorOf, slotsOf, weekOf, windowsOf } from "../../../ui/store/tariff-week.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;
const hours = (windows: ReturnType<typeof windowsOf>) => ({ zone: 8, holidays: [], windows });

test.each([1, 2] as const)("a week painted in %i slots an hour becomes windows that mean the same week", (perHour) => {
  const change = fc.constantFrom<PriceChange | null>(null, { times: 0.5 }, { times: 2 }, { price: { input: 3 } });
  const week = fc.array(change, { minLength: 168 * perHour, maxLength: 168 * perHour });
  fc.assert(
    fc.property(week, (painted) => {
      expect(weekOf(hours(windowsOf(painted)), perHour)).toEqual(painted);
    }),
    { numRuns: 50 },
  );
});

test("days that are alike share a window: DeepSeek's hours are two", () => {
  const week = Array.from({ length: 168 }, (_, h) => {
    const [day, hour] = [Math.floor(h / 24), h % 24];
    return day < 5 && ((hour >= 9 && hour < 12) || (hour >= 14 && hour < 18)) ? { times: 2 } : null;
  });
  expect(windowsOf(week)).toEqual([
    { days: WEEKDAYS, from: 9, to: 12, times: 2 },
    { days: WEEKDAYS, from: 14, to: 18, times: 2 },
  ]);
});

test("painting one slot leaves half hours and prices of their own elsewhere as they are", () => {
  const night = { days: WEEKDAYS, from: 0.5, to: 8.5, price: { input: 0.1, output: 0.9 } };
  const week = weekOf(hours([night]), slotsOf(hours([night])));
  expect(week.map((change) => factorOf(change, 0.2)).filter((x) => x === 0.5)).toHaveLength(5 * 16);
  const painted = week.with(2 * 12, { times: 2 });
  expect(windowsOf(painted)).toEqual([night, { days: ["mon"], from: 12, to: 12.5, times: 2 }]);
});
