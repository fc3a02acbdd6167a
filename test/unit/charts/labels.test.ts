import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderToStaticMarkup } from "react-dom/server";
import type { FreeLane } from "../../../charts/data/free-lanes.ts";
import type { GutterRow } from "../../../charts/geometry/plot.ts";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { domainOf } from "../../../charts/geometry/value-axis.ts";
import { dodge } from "../../../charts/geometry/dodge.ts";
import { roomyTicks } from "../../../charts/marks/tornado.tsx";
import { GutterLabels } from "../../../charts/marks/gutter.tsx";
import { metroOffsets } from "../../../charts/geometry/metro.ts";
import { textWidth } from "../../../charts/geometry/text-width.ts";
import { inkOf, THEMES } from "../../../charts/theme/theme.ts";
import { months, timeAxis } from "../../../charts/geometry/time-axis.ts";
import { isoDate } from "../../../engine/index.ts";

const gutterWith = (labels: readonly string[], value: string, change: string): string =>
  renderToStaticMarkup(
    GutterLabels({
      rows: labels.map((label, k) => ({
        id: label,
        vendor: label,
        label,
        title: label,
        ink: inkOf(label, k, "light"),
        y: 20 * k,
        wish: null,
      })),
      x: 498,
      right: 682,
      theme: THEMES.light,
      labels: () => ({ value, change }),
    }),
  );
const placed = (markup: string) =>
  [...markup.matchAll(/<text x="([\d.]+)"(?: y="(\d+)")?[^>]*>([^<]+)</g)].map(([, x, y = "0", text]) => ({
    x: Number(x),
    y: Number(y),
    text,
  }));

describe("labels next to a chart", () => {
  it("never run into the value: alone a long one stands over it, among others it is shortened", () => {
    const [alone, value] = placed(gutterWith(["Concentration (HHI)"], "0.328", "+2.2%"));
    expect([alone.text, alone.y, value.y]).toEqual(["Concentration (HHI)", 0, 13]);
    const [first, , , second] = placed(gutterWith(["Hunyuan-standard", "Baidu"], "¥1.43 bn", "−32%"));
    expect(first.text).toMatch(/^Hun.*…$/);
    expect(second.text).toBe("Baidu");
  });

  it("are not cut for what free products were: those rows have a column of their own", () => {
    const row = (label: string, free: boolean) => ({
      id: `${label}${free}`,
      vendor: label,
      label,
      title: label,
      ink: inkOf(label, 0, "light"),
      y: 0,
      wish: null,
      ...(free && { free: { was: 0.446 } as FreeLane }),
    });
    const labels = ({ free }: GutterRow) => (free ? { value: "free", change: "was 0.446" } : said);
    const said = { value: "0.676", change: "+74%" };
    const rows = [row("ByteDance", false), row("ByteDance", true)];
    const markup = renderToStaticMarkup(GutterLabels({ rows, x: 498, right: 682, theme: THEMES.light, labels }));
    expect(placed(markup).filter(({ text }) => text === "ByteDance")).toHaveLength(2);
  });

  it("leave room for what went before: “free” is not set into “was 12.25”", () => {
    const [, value, change] = placed(gutterWith(["Baidu"], "free", "was 12.25"));
    expect(change.x - textWidth(change.text, 11.5) - value.x).toBeGreaterThanOrEqual(8);
  });
});

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

describe("an axis", () => {
  const lineOf = (values: number[], over = {}) =>
    ({
      id: "a",
      vendor: "a",
      label: "a",
      title: "a",
      ink: inkOf("a", 0, "light"),
      ...over,
      values,
    }) as unknown as ChartLine;
  const clamp = [-1.5, 1] as const;

  it("holds the whole of a line that stands alone, though not of its band", () => {
    const [low] = domainOf([lineOf([0, -2.3, -0.8], { low: [0, -9, -9], high: [0, 0, 0] })], clamp);
    expect(low).toBeLessThan(-2.3);
    expect(low).toBeGreaterThan(-7);
  });

  it("is not flattened by one line among many, nor by what is off every scale", () => {
    expect(domainOf([lineOf([0, -40]), lineOf([0.5, 0.6])], clamp)[0]).toBeGreaterThan(-2);
    expect(domainOf([lineOf([0, -4000, 0.5])], clamp)[0]).toBeGreaterThan(-7);
  });
});

describe("the outcome's axis under a tornado", () => {
  it("says as many round values as have room, of long ones fewer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 20, max: 600 }),
        fc.integer({ min: 1, max: 12 }),
        (n, width, long) => {
          const ticks = Array.from({ length: n }, (_, k) => ({ value: k, label: "8".repeat(long) }));
          const x = (value: number) => (value * width) / n;
          const kept = roomyTicks(ticks, x);
          expect(kept.length).toBeGreaterThan(0);
          kept.slice(1).forEach(({ value, label }, k) => {
            expect(x(value) - x(kept[k].value)).toBeGreaterThanOrEqual(textWidth(label, 11));
          });
        },
      ),
    );
  });
});
