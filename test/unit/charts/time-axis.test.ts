import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { months, timeAxis } from "../../../charts/geometry/time-axis.ts";

const daily = (from: number, days: number) =>
  Array.from({ length: days }, (_, k) => new Date(Date.UTC(2024, 0, 1 + from + k)).toISOString().slice(0, 10));

describe("months under a chart", () => {
  it.each(["en", "zh"] as const)("are labelled evenly, whatever the span and the width (%s)", (lang) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 90, max: 1500 }),
        fc.integer({ min: 180, max: 1200 }),
        (from, days, width) => {
          const dates = daily(from, days);
          const labelled = months(timeAxis(dates, 0, width), lang).filter(({ label }) => label !== "");
          const counts = labelled.map(({ tick }) => {
            const [year, month] = dates[tick].split("-").map(Number);
            return year * 12 + month;
          });
          const steps = new Set(counts.slice(1).map((count, k) => count - counts[k]));
          expect(steps.size, `${dates[0]} ${labelled.map((m) => m.label).join(", ")}`).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
