import { resolveExperiment } from "../../engine/authoring.ts";
import { say } from "../../engine/index.ts";
import { outputHeading } from "../../words/output-words.ts";
import { METHOD_NOTES } from "../../words/axis-words.ts";
import { countText, sensitivityText } from "../experiment-text.ts";
import { runIntoFolder, scenarioOpener } from "../experiment.ts";
import { print, printJson, tell } from "../io.ts";
import { resultsIn, someFailed } from "../progress-words.ts";
import { SENSITIVITY_METHODS, type SensitivityAsked, sensitivityDesign } from "../sensitivity-design.ts";
import { backendFlag } from "../runner.ts";
import type { Options, Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

export const sensitivityVerb: Verb = {
  flags: [
    [
      "--method <oat|morris|sobol>",
      { en: "how (default oat, or the design's)", zh: "方法（默认 oat，或设计文件所定）" },
    ],
    ["-n, --runs <n>", { en: "trajectories or base samples", zh: "轨迹数或基础样本数" }],
    [
      "--replications <n>",
      {
        en: "runs of each point, averaged (oat: 5, else 1)",
        zh: "每个点的重复次数，取平均（oat 为 5，其余为 1）",
      },
    ],
    [
      "--output <output>",
      { en: "the outcome to explain; repeatable with commas", zh: "要解释的结果，可用逗号分隔多个" },
    ],
    backendFlag,
    ["--resume", { en: "go on with what --out holds already", zh: "接着 --out 中已完成的部分运行" }],
  ],
  writes: true,
  example: "pricewar sensitivity china-2024 --method oat --agents 400 --weeks 20",
  async run([name], options) {
    const design = sensitivityDesign(name, askedBy(options), options);
    const open = scenarioOpener(name, design, options);
    const experiment = resolveExperiment(design, open, SENSITIVITY_METHODS);
    const { scenario } = open({});
    const ran = await runIntoFolder({ ...experiment, open }, null, say(scenario.title, options.lang), options);
    const { summary, folder } = ran;
    if (folder) tell(say(resultsIn, options.lang)(folder));
    if (options.json) return printJson(summary ?? { folder });
    if (!summary?.sensitivity) return;
    const found = Object.entries(summary.sensitivity);
    for (const [id, effects] of found) {
      print(outputHeading(id, scenario, options.lang));
      print(`${sensitivityText(effects, experiment.plan.design.axes, id, options.lang)}\n`);
    }
    print(say(METHOD_NOTES[found[0][1].kind], options.lang));
    print(countText(summary, options.lang));
    if (summary.failed > 0) throw new Error(say(someFailed, options.lang)(summary.failed));
  },
};

/** What the flags say. */
function askedBy({ method, runs, replications, output }: Options): SensitivityAsked {
  const count = (flag: string, given: unknown) =>
    given === undefined ? undefined : wholeNumber(flag, String(given), 1, 1_000_000);
  return {
    method: method === undefined ? undefined : String(method),
    runs: count("-n", runs),
    replications: count("--replications", replications),
    outputs: output === undefined ? undefined : String(output).split(","),
  };
}
