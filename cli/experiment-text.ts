import {
  type Axis,
  type Design,
  type ExperimentSummary,
  type Language,
  type Moments,
  type PointSummary,
  type RegimeMap,
  REGIMES,
  say,
  type Scenario,
  type Sensitivity,
} from "../engine/index.ts";
import { axisName, settingText } from "../words/axis-words.ts";
import { number, percent } from "../words/format.ts";
import { probabilityText } from "../words/probability-words.ts";
import { outputHeading, outputValue, regimeName } from "../words/output-words.ts";
import { padEndColumns } from "../words/columns.ts";
import { labelled, SEMICOLON } from "../words/punctuation.ts";
import {
  allRunsDone,
  mapTitle,
  NAME_COLUMNS,
  OTHERS_IN_TABLE,
  OUTPUTS_HEAD,
  runsFailed,
  totalAndAlone,
} from "./table-words.ts";
import { plainTable } from "./terminal.ts";

/** What an experiment comes to, as a person reads it in a terminal. */

/** Median, middle 90 % of runs, and the mean with its interval, one output a line. */
export function outputsTable(
  { outputs, regimes }: Pick<ExperimentSummary, "outputs" | "regimes">,
  s: Scenario,
  lang: Language,
): string {
  const table = plainTable(say(OUTPUTS_HEAD, lang), [1, 2, 3]);
  for (const o of outputs.filter(({ id }) => id !== "regime")) {
    const show = (x: number) => outputValue(o.id, x, lang);
    table.push([
      outputHeading(o.id, s, lang),
      show(o.quantiles[2]),
      `${show(o.quantiles[0])} – ${show(o.quantiles[4])}`,
      meanText(o, show),
    ]);
  }
  const shares = (regimes ?? []).map((p, k) => `${regimeName(k, lang)} ${probabilityText(p)}`);
  return [table.toString(), ...(regimes ? [`\n${shares.join(say(SEMICOLON, lang))}`] : [])].join("\n");
}

const MOST_COLUMNS = 3; // of outputs side by side

/** A row a point: what it sets, and the mean of its replications. Further outputs stand in tables below. */
export function pointsTable(
  points: readonly PointSummary[],
  { axes, outputs }: Pick<Design, "axes" | "outputs">,
  s: Scenario,
  lang: Language,
): string {
  const blocks = Array.from({ length: Math.ceil(outputs.length / MOST_COLUMNS) }, (_, k) => k * MOST_COLUMNS);
  return blocks
    .map((from) => {
      const ids = outputs.slice(from, from + MOST_COLUMNS);
      const names = [...axes.map((axis) => axisName(axis, lang)), ...ids.map((id) => outputHeading(id, s, lang))];
      const table = plainTable(names, [...names.keys()]);
      for (const { settings, means, shares } of points) {
        const cell = (id: string, k: number) => cellText({ mean: means[from + k], shares }, id, lang);
        table.push([...settings.map(settingText), ...ids.map(cell)]);
      }
      return table.toString();
    })
    .join("\n\n");
}

const meanText = ({ mean, low, high }: Moments, show: (x: number) => string): string =>
  Number.isFinite(low) ? `${show(mean)} (${show(low)} – ${show(high)})` : show(mean);

const MOST_FAILURES = 5; // told one by one

/** How many runs there were, and which failed. */
export function countText({ runs, done, failed, failures }: ExperimentSummary, lang: Language): string {
  if (failed === 0) return say(allRunsDone, lang)(runs);
  const list = failures.slice(0, MOST_FAILURES).map(({ run, error }) => `  #${run}  ${error}`);
  const more = failed > MOST_FAILURES ? [say(OTHERS_IN_TABLE, lang)] : [];
  return [say(runsFailed, lang)(runs, done, failed), ...list, ...more].join("\n");
}

const WIDTH = 24;

/** One output's drivers, the strongest first, with bars. */
export function sensitivityText(found: Sensitivity, axes: readonly Axis[], output: string, lang: Language): string {
  const rows = found.axes
    .map((_, d) => driver(found, d, axes[d], { lang, show: (x) => outputValue(output, x, lang) }))
    .toSorted((a, b) => b.size - a.size);
  const most = rows.reduce((m, r) => Math.max(m, r.size), 0);
  const name = (axis: Axis) => padEndColumns(axisName(axis, lang), say(NAME_COLUMNS, lang));
  return rows
    .map(
      ({ axis, size, words }) =>
        `  ${name(axis)} ${"█".repeat(most > 0 ? Math.round((size / most) * WIDTH) : 0).padEnd(WIDTH)} ${words}`,
    )
    .join("\n");
}

interface Words {
  readonly lang: Language;
  readonly show: (x: number) => string;
}

function driver(found: Sensitivity, d: number, axis: Axis, { lang, show }: Words) {
  if (found.kind === "swings") {
    const { low, high, swing } = found.axes[d];
    const ends = axis.kind === "range" ? [axis.low, axis.high] : [axis.values[0], axis.values.at(-1)!];
    const words = `${settingText(ends[0])} → ${show(low)}   ${settingText(ends[1])} → ${show(high)}`;
    return { axis, size: Math.abs(swing) || 0, words };
  }
  if (found.kind === "elementary-effects") {
    const { muStar, mu, sigma } = found.axes[d];
    const interval = `[${show(muStar.low)}, ${show(muStar.high)}]`;
    const words = `μ* ${show(muStar.value)} ${interval}   μ ${show(mu)}   σ ${show(sigma)}`;
    return { axis, size: muStar.value || 0, words };
  }
  const { first, total } = found.axes[d];
  const interval = (e: typeof first) => `${number(e.value, 2)} [${number(e.low, 2)}, ${number(e.high, 2)}]`;
  const words = say(totalAndAlone, lang)(interval(total), interval(first));
  return { axis, size: Math.max(0, total.value || 0), words };
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
  const title = say(mapTitle, lang)(outputHeading(map.output, s, lang), axisName(axes[0], lang));
  const meanings = REGIMES.map((r) => `\n  ${labelled(say(r.label, lang), say(r.meaning, lang), lang)}`);
  return `${title}\n${table.toString()}${map.output === "regime" ? meanings.join("") : ""}`;
}

function cellText(
  cell: Pick<RegimeMap["cells"][number], "mean" | "shares"> | undefined,
  output: string,
  lang: Language,
): string {
  if (!cell?.shares || output !== "regime") return outputValue(output, cell?.mean ?? NaN, lang);
  const most = cell.shares.indexOf(Math.max(...cell.shares));
  const share = cell.shares[most];
  return share > 0.995 ? regimeName(most, lang) : `${regimeName(most, lang)} ${percent(share)}`;
}
