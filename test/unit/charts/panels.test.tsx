import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { freeLanes } from "../../../charts/data/free-lanes.ts";
import { LanesChart } from "../../../charts/marks/lanes-chart.tsx";
import { lanesOf } from "../../../charts/data/lanes.ts";
import { linesLayout, shareLayout } from "../../../charts/geometry/layout.ts";
import { priceLayout } from "../../../charts/geometry/price-layout.ts";
import { linesOf, type Run } from "../../../charts/data/lines-of.ts";
import { measure, measures } from "../../../charts/data/measures.ts";
import { Panel } from "../../../charts/marks/panel.tsx";
import { productsShown } from "../../../charts/data/products-shown.ts";
import { chartSummary } from "../../../charts/data/summary.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { timeAxis } from "../../../charts/geometry/time-axis.ts";
import { tickText, valueText } from "../../../charts/data/values.ts";
import { drawnRun } from "../../support/drawn-run.ts";

const run: Run = drawnRun();
const baseline: Run = drawnRun(0.3);

const axis = () => timeAxis(run.recording.dates, 46, 860);
const text = (id: string) => (x: number, top: boolean) =>
  tickText(x, top, { measure: measure(id), currency: "CNY", lang: "en" });
const lines = (id: string, keep?: (id: string) => boolean) =>
  linesOf(run, { measure: measure(id), lang: "en", mode: "light", baseline, keep });
const draw = (layout: Parameters<typeof Panel>[0]["layout"]) =>
  renderToStaticMarkup(
    <Panel
      layout={layout}
      axis={axis()}
      width={1044}
      theme={THEMES.light}
      lang="en"
      summary="s"
      months
      labels={() => ({ value: "1", change: "2" })}
    />,
  );

describe("charts", () => {
  it("draw prices on a log axis, with what is free in a band under it", () => {
    const shown = productsShown(run.scenario, "main");
    const layout = priceLayout(
      lines("listPrice", (id) => shown.has(id)),
      freeLanes(run, "en", "light"),
      182,
      text("listPrice"),
    );
    expect(layout.free?.lanes.map((l) => l.vendor)).toEqual(["baidu"]);
    expect(draw(layout)).toMatchSnapshot();
  });

  it("draw shares in two plots from zero, the small ones taller a point", () => {
    const layout = shareLayout(lines("tokenShare"), 206, text("tokenShare"));
    const [leaders, challengers] = layout.plots;
    const pointsTall = (plot: (typeof layout.plots)[0]) => plot.y(0) - plot.y(0.01);
    expect(pointsTall(challengers)).toBeGreaterThan(2 * pointsTall(leaders));
    for (const plot of layout.plots) expect(plot.y(0)).toBeCloseTo(plot.top + plot.height);
    expect(draw(layout)).toMatchSnapshot();
  });

  it("draw every measure there is, with no undefined or NaN in the picture", () => {
    expect(measures().length).toBeGreaterThanOrEqual(25);
    for (const m of measures()) {
      const layout =
        m.scale === "log"
          ? priceLayout(lines(m.id), [], 182, text(m.id))
          : linesLayout(lines(m.id), m, 182, text(m.id));
      const svg = draw(layout);
      expect(svg, m.id).not.toMatch(/NaN|undefined|Infinity/);
      expect(layout.rows.length, m.id).toBeGreaterThan(0);
    }
  });

  it("draw moves as points: filled where set, hollow where the model reacts, with the margin under them", () => {
    const lanes = lanesOf(run, "en", "light", baseline);
    const firstOf = (vendor: string) => lanes.find((l) => l.vendor === vendor)!.points[0];
    expect(firstOf("baidu")).toMatchObject({ tick: 60, kind: "set" });
    expect(firstOf("bytedance")).toMatchObject({ tick: 40, kind: "reaction" });
    expect(firstOf("deepseek")).toMatchObject({ tick: 35, kind: "launch" });
    expect(lanes[0].vendor).toBe("deepseek"); // who moved first stands on top
    const svg = renderToStaticMarkup(
      <LanesChart lanes={lanes} axis={axis()} width={1044} laneHeight={17} theme={THEMES.dark} lang="zh" summary="s" />,
    );
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(svg).toMatchSnapshot();
  });

  it("say in words where every line starts and ends, in both languages", () => {
    const shares = lines("tokenShare");
    for (const lang of ["en", "zh"] as const) {
      const context = { measure: measure("tokenShare"), currency: "CNY", lang, dates: run.recording.dates };
      const said = chartSummary(shares, [], context);
      for (const line of shares) expect(said).toContain(valueText(line.values[line.values.length - 1], context));
    }
  });
});
