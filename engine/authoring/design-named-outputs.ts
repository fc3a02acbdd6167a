import { seriesProblems } from "./checks.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import { parseOutput } from "../experiments/outputs.ts";
import type { DesignFile } from "./design-schema.ts";

type Path = readonly (string | number)[];

/** Every output a design names, with the place of its name. */
export function namedOutputs({ outputs = [], maximise, minimise, goal, map, targets }: DesignFile): [Path, string][] {
  const named: [Path, string | undefined][] = [
    ...outputs.map((id, k): [Path, string] => [["outputs", k], id]),
    [["maximise"], maximise],
    [["minimise"], minimise],
    [["goal", "output"], goal?.output],
    [["map"], map],
    ...targets.map((t, k): [Path, string | undefined] => [["targets", k, "output"], t.output]),
    ...targets.map((t, k): [Path, string | undefined] => [["targets", k, "series"], t.series]),
  ];
  return named.filter((entry): entry is [Path, string] => entry[1] !== undefined);
}

/** What is wrong with an output of a scenario; every run would fail on it. */
export function outputProblem(scenario: Scenario, id: string): Text | null {
  const output = parseOutput(id);
  if (output === null) return noOutput(id);
  return output.path === null ? null : (seriesProblems(scenario, output.path)[0] ?? null);
}

const EXAMPLES = ["market.hhi", "vendors.<id>.tokenShare@2024-12-31", "market.tokens:mean", "headline.priceFall"];

/** What an output looks like, for whoever wrote one that is none. */
export const noOutput = (id: string): Text => ({
  en:
    `“${id}” is no output; write market.hhi, vendors.<id>.tokenShare@2024-12-31, ` +
    `market.tokens:mean, headline.priceFall or regime`,
  zh: `“${id}”不是可取的结果；可写 ${EXAMPLES.join("、")} 或 regime`,
});
