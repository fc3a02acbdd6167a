import { expect, test } from "vitest";
import { clearSpot } from "../../../charts/geometry/clear-spot.ts";
import { timeAxis } from "../../../charts/geometry/time-axis.ts";
import type { Plot } from "../../../charts/geometry/plot.ts";

const axis = timeAxis(
  Array.from({ length: 101 }, (_, t) => `d${t}`),
  0,
  1000,
);
const plot = (heights: readonly number[]): Plot =>
  ({
    top: 0,
    height: 200,
    y: (v: number) => v,
    lines: heights.map((h) => ({ values: axis.dates.map(() => h) })),
  }) as unknown as Plot;

test("a text next to an event keeps off the lines, and off a text that already stands there", () => {
  const first = { from: 100, to: 260 };
  const y = clearSpot(plot([]), axis, first);
  const beside = (from: number) => clearSpot(plot([]), axis, { from, to: from + 120 }, [{ ...first, y }]);
  expect(Math.abs(beside(200) - y), "one above the other").toBeGreaterThanOrEqual(12);
  expect(beside(300), "nobody in the way").toBe(y);
  expect(Math.abs(clearSpot(plot([y - 4]), axis, first) - 4 - (y - 4))).toBeGreaterThanOrEqual(10);
});
