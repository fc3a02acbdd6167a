import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dodge } from "../../../charts/dodge.ts";
import { metroOffsets } from "../../../charts/metro.ts";
import { months, timeAxis } from "../../../charts/time-axis.ts";
import { isoDate } from "../../../engine/index.ts";

describe("labels", () => {
  it("never overlap, stay in the panel where they fit, and keep the order of their lines", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 18 }), (wished) => {
        const at = dodge(wished, 13, 0, 300);
        const placed = wished.map((wish, k) => ({ wish, y: at[k] })).toSorted((a, b) => a.y - b.y);
        for (const [k, { wish, y }] of placed.entries()) {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(300 + 1e-9);
          if (k === 0) continue;
          expect(y - placed[k - 1].y).toBeGreaterThanOrEqual(13 - 1e-9);
          expect(wish).toBeGreaterThanOrEqual(placed[k - 1].wish);
        }
      }),
    );
  });

  it("stay at their lines where there is room", () => {
    expect(dodge([40, 10, 100], 13, 0, 300)).toEqual([40, 10, 100]);
  });

  it("of months never run into each other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 1400 }),
        fc.integer({ min: 150, max: 1200 }),
        fc.integer({ min: 0, max: 400 }),
        (days, width, first) => {
          const dates = Array.from({ length: days }, (_, t) => isoDate(19_700 + first + t));
          const axis = timeAxis(dates, 0, width);
          for (const lang of ["en", "zh"] as const) {
            const labelled = months(axis, lang).filter((m) => m.label);
            for (const [k, m] of labelled.entries())
              if (k > 0) expect(axis.x(m.tick) - axis.x(labelled[k - 1].tick)).toBeGreaterThanOrEqual(30);
          }
        },
      ),
    );
  });
});

describe("lines of one price", () => {
  it("run side by side, symmetric about the price, and alone where prices differ", () => {
    const [a, b, c] = metroOffsets([Float64Array.of(12, 12), Float64Array.of(12.1, 5), Float64Array.of(30, 30)]);
    expect(Math.abs(a[0] - b[0])).toBeCloseTo(2.2);
    expect(a[0] + b[0]).toBeCloseTo(0);
    expect([a[1], b[1], c[0], c[1]].map(Math.abs)).toEqual([0, 0, 0, 0]);
  });
});
