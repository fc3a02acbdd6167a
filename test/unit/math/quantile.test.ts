import { expect, test } from "vitest";
import { bandText } from "../../../cli/verbs/start.ts";
import { band, bands, metrics, quantile } from "../../../engine/index.ts";
import { seriesSheet } from "../../../report/document/sheets/series.ts";
import { percent } from "../../../words/format.ts";
import { armOf } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

test("quantiles are those of type 7: straight lines between the values in order", () => {
  expect([0, 0.25, 0.5, 1].map((p) => quantile([40, 10, 20, 30], p))).toEqual([10, 17.5, 25, 40]);
  expect(quantile([], 0.5)).toBeNaN();
});

test("a band leaves out runs without a value, and its ends are the quantiles to the bit", () => {
  const values = [7, 1, NaN, 5, 2, 11];
  expect(band(values)).toEqual([quantile(values, 0.1), quantile(values, 0.9)]);
  expect(band(values, 0.95)).toEqual([quantile(values, 0.025), quantile(values, 0.975)]);
  expect(band(values)).toEqual(band(values.filter((x) => !Number.isNaN(x))));
});

test("Explore, the report and the command line draw the same band from the same runs", () => {
  const arm = armOf(variant("clock: {end: 2024-06-30}\ndemand: {agents: 200}"), 7);
  const explore = bands(arm.recordings.map((r) => metrics.get("priceIndex").compute(r)));
  const [low, high] = [explore.low.at(-1)!, explore.high.at(-1)!];
  const report = seriesSheet([arm]).rows.findLast((row) => row[4] === "priceIndex")!;
  expect(report.slice(-2)).toEqual([low, high]);
  expect(bandText(arm.recordings, arm.scenario, { lang: "en" })).toContain(
    `${percent(1 - high)} to ${percent(1 - low)}`,
  );
});
