import { seriesProblems } from "./checks.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import { isFlow, parseOutput } from "../experiments/outputs.ts";
import { findSeries, parsePath } from "../metrics/lookup.ts";
import { parseStatement } from "../experiments/statement.ts";
import type { DesignFile } from "./design-file.ts";

type Path = readonly (string | number)[];

/** Every output a design names, with the place of its name. */
export function namedOutputs({
  outputs = [],
  maximise,
  minimise,
  goal,
  map,
  targets,
  subject,
}: DesignFile): [Path, string][] {
  const named: [Path, string | undefined][] = [
    ...outputs.map((id, k): [Path, string] => [["outputs", k], id]),
    [["maximise"], maximise],
    [["minimise"], minimise],
    [["goal", "output"], goal?.output],
    [["map"], map],
    ...targets.map((t, k): [Path, string | undefined] => [["targets", k, "output"], t.output]),
    ...targets.flatMap(({ series, points }, k): [Path, string | undefined][] =>
      Object.keys(points ?? {}).map((day) => [["targets", k, "points", day], series && `${series}@${day}`]),
    ),
    ...subject.map((text, k): [Path, string | undefined] => [["subject", k], parseStatement(text)?.output.id]),
  ];
  return named.filter((entry): entry is [Path, string] => entry[1] !== undefined);
}

/** What is wrong with an output of a scenario; every run would fail on it, or answer with another day's value. */
export function outputProblem(scenario: Scenario, id: string): Text | null {
  const output = parseOutput(id);
  if (output === null) return noOutput(id);
  const { path, period, over } = output;
  if (path === null) return null;
  const unknown = seriesProblems(scenario, path)[0];
  if (unknown) return unknown;
  if (over === "sum" && !isFlow(findSeries(parsePath(path)!)?.unit)) return noSum(path);
  const { start, end } = scenario.clock;
  return period && (period.from < start || period.to > end) ? outsideRun(id, start, end) : null;
}

const noSum = (path: string): Text => ({
  en: `${path} is no flow a week and has no sum; take its mean`,
  zh: `${path} 不是按周计的流量，不能求和；请取均值（mean）`,
});

const outsideRun = (id: string, start: string, end: string): Text => ({
  en: `“${id}” is outside the run, ${start} to ${end}`,
  zh: `“${id}”不在运行区间（${start} 至 ${end}）内`,
});

const EXAMPLES = ["market.hhi", "vendors.<id>.tokenShare@2024-12-31", "market.tokens:mean", "headline.priceFall"];

/** What is wrong with a text that is no output: when it is taken, or all of it. */
export function noOutput(id: string): Text {
  const [what, when] = id.split("@");
  if (when !== undefined && parseOutput(what))
    return {
      en: `“${when}” is no date: write ${what}@2024-12-31, or a month, @2024-12, a year, or from..to`,
      zh: `“${when}”不是日期：应写作 ${what}@2024-12-31，也可以写月份 @2024-12、年份或“起..止”`,
    };
  return {
    en:
      `“${id}” is no output; write market.hhi, vendors.<id>.tokenShare@2024-12-31, ` +
      `market.tokens:mean, market.tokens:sum@2024-05, headline.priceFall or regime`,
    zh: `“${id}”不是可取的结果；可写 ${EXAMPLES.join("、")} 或 regime`,
  };
}
