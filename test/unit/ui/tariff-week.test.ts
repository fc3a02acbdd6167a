import fc from "fast-check";
import { expect, test } from "vitest";
import { weekOfFactors, windowsOf } from "../../../ui/store/tariff-week.ts";

test("a painted week becomes windows that mean the same week, whatever was painted", () => {
  const factor = fc.constantFrom(0.5, 1, 1.5, 2);
  const week = fc.array(factor, { minLength: 168, maxLength: 168 });
  fc.assert(
    fc.property(week, (painted) => {
      const windows = windowsOf(painted);
      expect(weekOfFactors({ zone: 8, holidays: [], windows }, 2)).toEqual(painted);
    }),
  );
});

test("days that are alike share a window: DeepSeek's hours are two", () => {
  const week = Array.from({ length: 168 }, (_, h) => {
    const [day, hour] = [Math.floor(h / 24), h % 24];
    return day < 5 && ((hour >= 9 && hour < 12) || (hour >= 14 && hour < 18)) ? 2 : 1;
  });
  expect(windowsOf(week)).toEqual([
    { days: ["mon", "tue", "wed", "thu", "fri"], from: 9, to: 12, times: 2 },
    { days: ["mon", "tue", "wed", "thu", "fri"], from: 14, to: 18, times: 2 },
  ]);
});
