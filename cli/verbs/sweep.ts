import { say } from "../../engine/index.ts";
import { countText, mapText, outputsTable, pointsTable } from "../experiment-text.ts";
import { openExperiment, runIntoFolder } from "../experiment.ts";
import { print, printJson, tell } from "../io.ts";
import { resultsIn, someFailed } from "../progress-words.ts";
import { backendFlag } from "../runner.ts";
import type { Verb } from "../verb.ts";
import { tellEstimate } from "../estimate.ts";

export const sweep: Verb = {
  flags: [
    ["--resume", { en: "go on with what --out holds already", zh: "接着 --out 中已完成的部分运行" }],
    [
      "--shard <i/n>",
      {
        en: "only the i-th of n shares; put together with merge",
        zh: "只运行 n 份中的第 i 份，之后用 merge 合并",
      },
    ],
    backendFlag,
    ["--no-series", { en: "keep the outputs alone, no series", zh: "只保留各项结果，不存时间序列" }],
    ["--estimate", { en: "only say what it would cost", zh: "只估算所需时间与空间" }],
  ],
  writes: true,
  example: "pricewar sweep entrant-price --out runs/entrant-price",
  async run([name], options) {
    const experiment = openExperiment(name, options, ["latin-hypercube", "grid", "list", "sobol", "replicate"]);
    const { plan, open, design } = experiment;
    if (options.estimate === true) return tellEstimate(experiment, options);
    const map = design.file.map ?? null;
    const { scenario } = open({});
    const { summary, folder } = await runIntoFolder(experiment, map, say(scenario.title, options.lang), options);
    if (folder) tell(say(resultsIn, options.lang)(folder));
    if (options.json) printJson(summary ?? { folder });
    if (!summary) return;
    if (!options.json) {
      const { points } = summary;
      print(
        points
          ? pointsTable(points, plan.design, scenario, options.lang)
          : outputsTable(summary, scenario, options.lang),
      );
      if (summary.map) print(`\n${mapText(summary.map, plan.design.axes, scenario, options.lang)}`);
      print(`\n${countText(summary, options.lang)}`);
    }
    if (summary.failed > 0) throw new Error(say(someFailed, options.lang)(summary.failed));
  },
};
