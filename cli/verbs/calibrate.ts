import { type Language, readDate, say, type Scenario } from "../../engine/index.ts";
import { calibrationLines, fitTable, identificationText } from "../../words/calibrate-words.ts";
import { date } from "../../words/format.ts";
import { outputHeading, outputValue } from "../../words/output-words.ts";
import { type Fit, prepareCalibrate } from "../../experiments/calibrate.ts";
import { lineChart } from "../chart.ts";
import { openDesign, scenarioOpener } from "../experiment.ts";
import { backendFlag, resumeFlag } from "../runner.ts";
import { runSearch } from "../search.ts";
import { plainTable } from "../terminal.ts";
import type { Verb } from "../verb.ts";
import { SERIES } from "./verb-words.ts";

export const calibrate: Verb = {
  flags: [backendFlag, resumeFlag],
  writes: true,
  example: "pricewar calibrate calibrate-demand",
  async run([name], options) {
    const { lang } = options;
    const design = openDesign(name, options);
    const prepared = prepareCalibrate(design, scenarioOpener(name, design, options));
    const { axes, scenario } = prepared;
    await runSearch(prepared, { en: "calibrating", zh: "校准" }, options, (found) =>
      [
        calibrationLines(found, axes, scenario, lang).join("\n"),
        fits(found.fits, scenario, lang),
        ...plots(found.fits, scenario, lang),
        identificationText(found.identification, axes, lang),
      ].join("\n\n"),
    );
  },
};

function fits(found: readonly Fit[], s: Scenario, lang: Language): string {
  const { head, rows } = fitTable(found, s, lang);
  const table = plainTable(head, [1, 2, 3, 4]);
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** Observed against fitted, one plot a series. */
function plots(fits: readonly Fit[], s: Scenario, lang: Language): string[] {
  const series = [...new Set(fits.map((f) => f.series).filter((path) => path !== null))];
  return series.map((path) => {
    const points = fits.filter((f) => f.series === path);
    return lineChart(
      [points.map((f, k): [number, number] => [k, f.observed]), points.map((f, k): [number, number] => [k, f.mean])],
      {
        width: 56,
        height: 10,
        title: outputHeading(path, s, lang),
        color: ["ansiYellow", "ansiCyan"],
        legend: { position: "right", series: [...say(SERIES, lang)] },
        formatter: (x, { axis }) =>
          axis === "x" ? dayText(points[Math.round(x)]?.output.split("@")[1] ?? "", lang) : outputValue(path, x, lang),
      },
    );
  });
}

/** A date in short; a month or a year as it is. */
const dayText = (when: string, lang: Language): string => {
  const day = readDate(when);
  return day === null ? when : date(day, lang, true);
};
