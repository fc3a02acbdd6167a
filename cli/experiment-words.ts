import {
  type Axis,
  type ExperimentSummary,
  type Language,
  type Moments,
  type RegimeMap,
  REGIMES,
  type Scenario,
  type Sensitivity,
} from "../engine/index.ts";
import { axisName, settingText } from "../words/axis-words.ts";
import { number, percent } from "../words/format.ts";
import { probabilityText } from "../words/probability-words.ts";
import { outputName, outputValue, regimeName } from "../words/output-words.ts";
import { plainTable } from "./terminal.ts";
import { label, padEndColumns } from "./text-width.ts";

/** What an experiment comes to, as a person reads it in a terminal. */

const MOMENTS = 60; // columns of what stands beside an output's name

/** Median, middle 90 % of runs, and the mean with its interval, one output a line. */
export function outputsTable(
  { outputs, regimes }: Pick<ExperimentSummary, "outputs" | "regimes">,
  s: Scenario,
  lang: Language,
): string {
  const head =
    lang === "zh"
      ? ["结果", "中位数", "九成运行落在", "均值（95% 区间）"]
      : ["output", "median", "90% of runs within", "mean (95% interval)"];
  const table = plainTable(head, [1, 2, 3]);
  for (const o of outputs.filter(({ id }) => id !== "regime")) {
    const show = (x: number) => outputValue(o.id, x, lang);
    table.push([
      label(outputName(o.id, s, lang), MOMENTS),
      show(o.quantiles[2]),
      `${show(o.quantiles[0])} – ${show(o.quantiles[4])}`,
      meanText(o, show),
    ]);
  }
  const shares = regimes
    ? [
        `\n${REGIMES.map((r, k) => `${r.label[lang]} ${probabilityText(regimes[k])}`).join(lang === "zh" ? "；" : "; ")}`,
      ]
    : [];
  return [table.toString(), ...shares].join("\n");
}

const meanText = ({ mean, low, high }: Moments, show: (x: number) => string): string =>
  Number.isFinite(low) ? `${show(mean)} (${show(low)} – ${show(high)})` : show(mean);

/** How many runs there were, and which failed. */
export function countText({ runs, done, failed, failures }: ExperimentSummary, lang: Language): string {
  if (failed === 0) return lang === "zh" ? `共 ${runs} 次运行，全部完成` : `${runs} runs, all done`;
  const list = failures.slice(0, 5).map(({ run, error }) => `  #${run}  ${error}`);
  const head =
    lang === "zh"
      ? `共 ${runs} 次运行：${done} 次完成，${failed} 次失败`
      : `${runs} runs: ${done} done, ${failed} failed`;
  const more = failed > 5 ? [lang === "zh" ? "  ……其余见 runs.parquet" : "  ... the rest are in runs.parquet"] : [];
  return [head, ...list, ...more].join("\n");
}

const WIDTH = 24;

/** One output's drivers, the strongest first, with bars. */
export function sensitivityText(found: Sensitivity, axes: readonly Axis[], output: string, lang: Language): string {
  const rows = found.axes
    .map((_, d) => driver(found, d, axes[d], (x) => outputValue(output, x, lang)))
    .toSorted((a, b) => b.size - a.size);
  const most = rows.reduce((m, r) => Math.max(m, r.size), 0);
  const name = (axis: Axis) => padEndColumns(axisName(axis, lang), lang === "zh" ? 26 : 34);
  return rows
    .map(
      ({ axis, size, words }) =>
        `  ${name(axis)} ${"█".repeat(most > 0 ? Math.round((size / most) * WIDTH) : 0).padEnd(WIDTH)} ${words[lang]}`,
    )
    .join("\n");
}

function driver(found: Sensitivity, d: number, axis: Axis, show: (x: number) => string) {
  if (found.kind === "swings") {
    const { low, high, swing } = found.axes[d];
    const ends = axis.kind === "range" ? [axis.low, axis.high] : [axis.values[0], axis.values.at(-1)!];
    const words = `${settingText(ends[0])} → ${show(low)}   ${settingText(ends[1])} → ${show(high)}`;
    return { axis, size: Math.abs(swing) || 0, words: { en: words, zh: words } };
  }
  if (found.kind === "elementary-effects") {
    const { muStar, mu, sigma } = found.axes[d];
    const words = `μ* ${show(muStar.value)} [${show(muStar.low)}, ${show(muStar.high)}]   μ ${show(mu)}   σ ${show(sigma)}`;
    return { axis, size: muStar.value || 0, words: { en: words, zh: words } };
  }
  const { first, total } = found.axes[d];
  const interval = (e: typeof first) => `${number(e.value, 2)} [${number(e.low, 2)}, ${number(e.high, 2)}]`;
  return {
    axis,
    size: Math.max(0, total.value || 0),
    words: {
      en: `total ${interval(total)}   alone ${interval(first)}`,
      zh: `总效应 ${interval(total)}   单独 ${interval(first)}`,
    },
  };
}

/** A map of two parameters: the regime most replications end in, or the mean of an output. */
export function mapText(map: RegimeMap, axes: readonly Axis[], s: Scenario, lang: Language): string {
  const [xs, ys] = [map.cells.map((c) => c.x), map.cells.map((c) => c.y)].map((all) => [...new Set(all)]);
  const table = plainTable(
    [`${axisName(axes[1], lang)} ↓`, ...xs.map(settingText)],
    xs.map((_, k) => k + 1),
  );
  for (const y of ys.toReversed()) {
    const cells = xs.map((x) => map.cells.find((c) => c.x === x && c.y === y));
    table.push([settingText(y), ...cells.map((cell) => cellText(cell, map.output, lang))]);
  }
  const title = `${outputName(map.output, s, lang)}${lang === "zh" ? "；横轴：" : "; across: "}${axisName(axes[0], lang)}`;
  const legend =
    map.output === "regime"
      ? `\n${REGIMES.map((r) => `  ${r.label[lang]}${lang === "zh" ? "：" : ": "}${r.meaning[lang]}`).join("\n")}`
      : "";
  return `${title}\n${table.toString()}${legend}`;
}

function cellText(cell: RegimeMap["cells"][number] | undefined, output: string, lang: Language): string {
  if (!cell?.shares) return outputValue(output, cell?.mean ?? NaN, lang);
  const most = cell.shares.indexOf(Math.max(...cell.shares));
  const share = cell.shares[most];
  return share > 0.995 ? regimeName(most, lang) : `${regimeName(most, lang)} ${percent(share)}`;
}
