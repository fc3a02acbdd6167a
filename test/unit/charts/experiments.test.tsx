import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { csv } from "../../../charts/data/data-table.ts";
import { FanChart } from "../../../charts/marks/fan.tsx";
import { layoutOn } from "../../../charts/geometry/layout.ts";
import { domainOf } from "../../../charts/geometry/value-axis.ts";
import { timeAxis } from "../../../charts/geometry/time-axis.ts";
import { fanOf, middleOf } from "../../../charts/data/fan-of.ts";
import { Histogram } from "../../../charts/marks/histogram.tsx";
import { levelsIn, mostFrequent, sweepPoints } from "../../../charts/data/sweep-data.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { tornadoBars } from "../../../charts/data/tornado-bars.ts";
import type { Axis } from "../../../engine/index.ts";

const axis = (path: string): Axis => ({
  kind: "range",
  path,
  also: [],
  unit: "1",
  low: 0,
  high: 2,
  scale: "linear",
  integer: false,
  points: 3,
  base: 1,
});

describe("pictures of many runs", () => {
  it("a fan's quantiles never cross, and its ends are runs' own when there are few", () => {
    const runs = fc.array(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(runs, (all) => {
        const { quantiles } = fanOf(all.map((x) => Float64Array.from(x)));
        for (let t = 0; t < 4; t++)
          for (let k = 1; k < quantiles.length; k++)
            expect(quantiles[k][t]).toBeGreaterThanOrEqual(quantiles[k - 1][t]);
      }),
    );
  });

  it("a fan of fewer than ten runs claims no share of ten: it goes from the lowest to the highest", () => {
    const of = (n: number) => fanOf(Array.from({ length: n }, (_, k) => Float64Array.of(k)));
    expect(of(3).quantiles.map(([x]) => x)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(of(9).levels).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(of(10).levels).toEqual([0.05, 0.25, 0.5, 0.75, 0.95]);
    expect([middleOf([1, 2, 4]), middleOf(Array.from({ length: 101 }, (_, k) => k))]).toEqual([
      [1, 4],
      [5, 95],
    ]);
  });

  it.each([
    [3, ["highest", "P50", "lowest"]],
    [20, ["P95", "P50", "P5"]],
  ])("a fan of %i runs says its values at the day looked at", (n, names) => {
    const dates = Array.from({ length: 30 }, (_, t) => `2024-04-${String(t + 1).padStart(2, "0")}`);
    const fan = fanOf(Array.from({ length: n }, (_, k) => Float64Array.from(dates, (_d, t) => k + t)));
    const ink = { glyph: "circle", mark: "#000000", text: "#000000" } as const;
    const line = { id: "", vendor: "", label: "", title: "", ink, reference: false, values: fan.quantiles[2] };
    const axis = timeAxis(dates, 0, 500);
    const drawn = renderToStaticMarkup(
      <FanChart
        fan={fan}
        layout={layoutOn(domainOf([line], undefined), [line], 200, String)}
        axis={axis}
        width={600}
        ink={ink}
        theme={THEMES.light}
        lang="en"
        summary=""
        mark={10}
        label={String}
      />,
    );
    const labels = [...drawn.matchAll(/<text x="([\d.]+)"[^>]*>(highest|lowest|P\d+) {2}([\d.]+)</g)];
    expect(labels.map(([, x, name]) => [Number(x), name])).toEqual(names.map((name) => [axis.x(10) + 8, name]));
    expect(Number(labels[1][3])).toBe(fan.quantiles[2][10]);
  });

  it("a fan leaves out runs without a value on a date, and has none where no run has", () => {
    const { quantiles } = fanOf([Float64Array.of(NaN, NaN), Float64Array.of(3, NaN)]);
    expect([quantiles[2][0], quantiles[2][1]]).toEqual([3, NaN]);
  });

  it("puts replications of a point together and counts its failures out", () => {
    const points = sweepPoints([[1], [1], [2], [2]], [10, 20, 5, NaN]);
    expect(points.map(({ settings, mean, values }) => [settings[0], mean, values.length])).toEqual([
      [1, 15, 2],
      [2, 5, 1],
    ]);
    expect(levelsIn(points, 0, axis("a"))).toEqual([1, 2]);
    expect(mostFrequent([0, 2, 2], 3)).toEqual({ kind: 2, share: 2 / 3 });
  });

  it("a tornado has the widest swing on top, and its ends are the parameter's ends", () => {
    const found = {
      kind: "swings" as const,
      axes: [
        { base: 5, low: 4, high: 6, swing: 2 },
        { base: 5, low: 9, high: 1, swing: -8 },
      ],
    };
    const { bars, origin } = tornadoBars(found, [axis("weak"), axis("strong")], { lang: "en", show: String });
    expect(origin).toBe(5);
    expect(bars.map((b) => [b.id, b.from, b.to, b.fromText, b.toText])).toEqual([
      ["strong", 9, 1, "9 at 0", "1 at 2"],
      ["weak", 4, 6, "4 at 0", "6 at 2"],
    ]);
  });

  it("a histogram draws every run once", () => {
    const values = Array.from({ length: 64 }, (_, k) => k % 10);
    const markup = renderToStaticMarkup(
      <Histogram
        values={values}
        width={400}
        height={200}
        ink={{ glyph: "circle", mark: "#000", text: "#000" }}
        theme={THEMES.light}
        summary="spread"
        label={String}
      />,
    );
    const heights = [...markup.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, h]) => Number(h));
    const tallest = Math.max(...heights);
    const counts = heights.map((h) => Math.round((h / tallest) * Math.max(...bins(values))));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(64);
  });

  it("a histogram of runs that hardly differ says no value twice on its axis", () => {
    const values = Array.from({ length: 50 }, (_, k) => 5.02 + k / 1000);
    const markup = renderToStaticMarkup(
      <Histogram
        values={values}
        width={900}
        height={200}
        ink={{ glyph: "circle", mark: "#000", text: "#000" }}
        theme={THEMES.light}
        summary="spread"
        label={(x) => x.toFixed(1)}
      />,
    );
    const labels = [...markup.matchAll(/<text[^>]*y="194"[^>]*>([^<]+)</g)].map(([, text]) => text);
    expect(labels.length).toBeGreaterThan(0);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("writes cells with commas, quotes and line ends so that a spreadsheet reads them back", () => {
    expect(csv({ head: ["a", "b"], rows: [['x,"y"', "1\n2"]] })).toBe('a,b\r\n"x,""y""","1\n2"\r\n');
  });
});

const bins = (values: readonly number[]): number[] =>
  [...new Set(values)].map((v) => values.filter((x) => x === v).length);

describe("the spread of a few runs", () => {
  const drawn = (n: number) =>
    renderToStaticMarkup(
      <Histogram
        values={Array.from({ length: n }, (_, k) => Math.sqrt(k))}
        width={300}
        height={200}
        ink={{ glyph: "circle", mark: "#000000", text: "#000000" }}
        theme={THEMES.light}
        summary="s"
        label={String}
      />,
    );
  it("is a dot each, since bars of so few look like a shape; of many it is bars", () => {
    expect(drawn(12).match(/<circle/g)).toHaveLength(12);
    expect(drawn(12)).not.toMatch(/fill-opacity="0.55"/);
    expect(drawn(60)).not.toContain("<circle");
    expect(drawn(60)).toMatch(/fill-opacity="0.55"/);
  });
});
