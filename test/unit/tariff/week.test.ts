import { expect, test } from "vitest";
import { inWindow } from "../../../engine/tariff/week.ts";
import { monthOf, weekOf } from "../../../engine/price.ts";

const FRIDAY = 4; // days from Monday
const at = (day: number, hour: number) => 24 * day + hour;

test("a window that passes midnight belongs to the day it begins on, and to no other", () => {
  const night = { days: ["fri"], from: 22, to: 6 } as const;
  const inside = Array.from({ length: 168 }, (_, hour) => hour).filter((hour) => inWindow(night, hour));
  expect(inside).toEqual([22, 23, 24, 25, 26, 27, 28, 29].map((hour) => at(FRIDAY, hour)));
});

test("Sunday's night ends on Monday, and a window of a day ends before its last hour", () => {
  const sunday = { days: ["sun"], from: 23, to: 1 } as const;
  expect([at(6, 23), at(0, 0), at(0, 1), at(6, 0)].map((hour) => inWindow(sunday, hour))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const morning = { days: ["mon"], from: 9, to: 12 } as const;
  expect([8, 9, 11, 12].map((hour) => inWindow(morning, hour))).toEqual([false, true, true, false]);
});

test("a year has twelve months, and 365 days of weeks", () => {
  expect(weekOf(365)).toBe(84);
  for (const month of [1, 20, 99.5]) expect(monthOf(weekOf(month))).toBeCloseTo(month, 12);
});
