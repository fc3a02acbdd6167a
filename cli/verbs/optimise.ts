import { failAt, type OpenDesign, realiser, resolveAxes } from "../../engine/authoring.ts";
import {
  type Axis,
  basePoint,
  holdOthers,
  type Language,
  minimise,
  ownPoint,
  pairedDifference,
  type PairedDifference,
  type Realise,
  type Scenario,
  settingAt,
  type Setting,
} from "../../engine/index.ts";
import { setting } from "../../report/format.ts";
import { outputName, outputValue } from "../../report/output-words.ts";
import { driveSearch, evaluate, means, type Point, type Trials } from "../../workers/search.ts";
import { axisName } from "../../report/axis-words.ts";
import { openDesign, scenarioOpener } from "../experiment.ts";
import { writeWhole } from "../folder/files.ts";
import { print, progressLine, say } from "../io.ts";
import { jsonLine, jsonText } from "../json.ts";
import { withMeasurer } from "../runner.ts";
import type { Options, Verb } from "../verb.ts";

interface Objective {
  readonly output: string;
  readonly kind: "maximise" | "minimise" | "goal";
  readonly goal: number; // NaN unless sought
  cost(value: number): number; // what the search brings down
}

/** The best found, judged on draws the search has not seen. */
interface Found {
  readonly objective: Pick<Objective, "output" | "kind" | "goal">;
  readonly settings: readonly { readonly path: string; readonly value: Setting; readonly atEnd: boolean }[];
  readonly searched: number; // on the draws of the search: flattered by having been chosen
  readonly fresh: number;
  readonly base: readonly Setting[];
  /** Against the scenario as it is, on the same fresh draws. */
  readonly gain: PairedDifference;
  readonly evaluations: number;
}

export const optimise: Verb = {
  name: "optimise",
  args: "<design>",
  summary: {
    en: "The best setting of some parameters, or the one that reaches a goal, under noise",
    zh: "在随机扰动下寻找使某个结果最优、或恰好达到目标的参数取值",
  },
  flags: [["--backend <local|redis://...>", { en: "where the runs happen", zh: "在哪里运行" }]],
  example: "pricewar optimise best-price --agents 400 --weeks 20",
  async run([name], options) {
    const design = openDesign(name, options);
    const objective = objectiveOf(design);
    const open = scenarioOpener(name, design, options);
    const { scenario } = open({});
    const axes = axesOf(design, resolveAxes(design, open));
    const trials: Trials = {
      axes,
      realise: conducted(design, scenario, realiser(axes, open)),
      outputs: [objective.output],
      replications: design.file.replications ?? 8,
      seed: design.file.seed,
    };
    const found = await search(objective, trials, design.file.evaluations ?? 40 + 20 * axes.length, options);
    if (options.out !== undefined) {
      writeWhole(options.out, jsonText(found));
      say(options.lang === "zh" ? `结果已写入 ${options.out}` : `Results are in ${options.out}`);
    }
    print(options.json ? jsonLine(found) : asText(found, axes, scenario, options.lang));
  },
};

function objectiveOf({ file, root }: OpenDesign): Objective {
  const { maximise, minimise: least, goal } = file;
  const given = [maximise, least, goal].filter((x) => x !== undefined);
  if (given.length !== 1) throw failAt(root, [], { en: "say one of maximise, minimise and goal", zh: "maximise、minimise、goal 须写一个，且只写一个" }); // prettier-ignore
  if (maximise !== undefined) return { output: maximise, kind: "maximise", goal: NaN, cost: (x) => -x };
  if (least !== undefined) return { output: least, kind: "minimise", goal: NaN, cost: (x) => x };
  return { output: goal!.output, kind: "goal", goal: goal!.value, cost: (x) => (x - goal!.value) * (x - goal!.value) };
}

function axesOf({ root }: OpenDesign, axes: readonly Axis[]): readonly Axis[] {
  if (axes.length === 0) throw failAt(root, ["parameters"], { en: "optimise needs at least one parameter", zh: "optimise 至少需要一个参数" }); // prettier-ignore
  return axes;
}

/** Rivals react as they do in the scenario, or keep their prices. */
function conducted({ file, root }: OpenDesign, scenario: Scenario, realise: Realise): Realise {
  if (file.vendor !== undefined && !(file.vendor in scenario.vendors)) {
    const known = Object.keys(scenario.vendors);
    throw failAt(root, ["vendor"], { en: `no vendor “${file.vendor}”; there are ${known.join(", ")}`, zh: `没有厂商“${file.vendor}”；有 ${known.join("、")}` }); // prettier-ignore
  }
  if (file.others === "reacting") return realise;
  if (file.vendor === undefined) throw failAt(root, ["others"], { en: "others: held needs a vendor", zh: "others: held 需要写明 vendor" }); // prettier-ignore
  return (settings) => holdOthers(realise(settings), file.vendor!);
}

const TOLERANCE = 0.005; // of a parameter's range: finer than noise lets one see

async function search(objective: Objective, trials: Trials, evaluations: number, options: Options): Promise<Found> {
  const line = progressLine(options.lang === "zh" ? "寻找最优取值" : "searching", options.quiet, options.lang);
  const [start, own] = [trials.axes.map(basePoint), trials.axes.map(ownPoint)];
  return withMeasurer(options, async (runner, signal) => {
    let tried = 0;
    const costs = async (points: readonly Point[]) => {
      const runs = await evaluate(points, trials, runner, signal);
      return runs.map((replications) => objective.cost(means(replications)[0]));
    };
    const onBatch = (count: number) => {
      tried = count;
      line.update(Math.min(0.99, count / evaluations));
    };
    const best = await driveSearch(minimise({ dimensions: start.length, evaluations, tolerance: TOLERANCE, start }), costs, onBatch); // prettier-ignore
    const [searched] = await evaluate([best.point], trials, runner, signal);
    const fresh = { ...trials, seed: `${trials.seed}/fresh`, replications: 2 * trials.replications };
    const [after, before] = (await evaluate([best.point, own], fresh, runner, signal)).map((runs) => runs.map((r) => r[0])); // prettier-ignore
    const settings = trials.axes.map((axis, d) => ({ path: axis.path, value: settingAt(axis, best.point[d]), atEnd: atEnd(axis, best.point[d]) })); // prettier-ignore
    return {
      objective: { output: objective.output, kind: objective.kind, goal: objective.goal },
      settings,
      searched: means(searched)[0],
      fresh: means(after.map((x) => [x]))[0],
      base: trials.axes.map(ownSetting),
      gain: pairedDifference(after, before),
      evaluations: tried,
    };
  }).finally(line.end);
}

const ownSetting = (axis: Axis): Setting => axis.base ?? settingAt(axis, basePoint(axis));

/** A best value at the end of its range may lie beyond it. */
const atEnd = (axis: Axis, u: number): boolean => axis.kind === "range" && (u < 0.01 || u > 0.99);

const HEADS = {
  maximise: { en: "Highest", zh: "最高" },
  minimise: { en: "Lowest", zh: "最低" },
  goal: { en: "Goal", zh: "目标" },
} as const;

function asText(found: Found, axes: readonly Axis[], s: Scenario, lang: Language): string {
  const zh = lang === "zh";
  const { output, kind, goal } = found.objective;
  const show = (x: number) => outputValue(output, x, lang);
  const text = (x: Setting) => (typeof x === "number" ? setting(x) : x);
  const sought = kind === "goal" ? ` ${show(goal)}` : "";
  const { gain } = found;
  const lines = found.settings.map(({ value, atEnd: end }, d) => {
    const warn = end
      ? zh
        ? "（在范围边缘，更优的取值可能在范围之外）"
        : " (at the end of its range: the best may lie beyond)"
      : "";
    return `  ${axisName(axes[d], lang)}${zh ? "：" : ": "}${text(value)}${zh ? "，现为" : ", now"} ${text(found.base[d])}${warn}`;
  });
  return [
    `${HEADS[kind][lang]}${zh ? "：" : ": "}${outputName(output, s, lang)}${sought}`,
    ...lines,
    zh ? `  换新随机数复核：${show(found.fresh)}（搜索时为 ${show(found.searched)}）` : `  on fresh draws: ${show(found.fresh)} (${show(found.searched)} on those of the search)`, // prettier-ignore
    zh ? `  比现状 ${show(gain.base)} 多 ${show(gain.mean)}，95% 区间 [${show(gain.low)}, ${show(gain.high)}]` : `  against ${show(gain.base)} as it is: ${show(gain.mean)} more, 95% interval [${show(gain.low)}, ${show(gain.high)}]`, // prettier-ignore
    zh ? `  试了 ${found.evaluations} 个点` : `  ${found.evaluations} points tried`,
  ].join("\n");
}
