import { countText, mapText, outputsTable } from "../experiment-words.ts";
import { openExperiment, runIntoFolder } from "../experiment.ts";
import { print, tell } from "../io.ts";
import { jsonLine } from "../json.ts";
import { UsageError, type Verb } from "../verb.ts";

export const sweep: Verb = {
  flags: [
    ["--resume", { en: "go on with what --out holds already", zh: "接着 --out 中已完成的部分运行" }],
    [
      "--shard <i/n>",
      { en: "only the i-th of n shares; put together with merge", zh: "只运行 n 份中的第 i 份，之后用 merge 合并" },
    ],
    ["--backend <local|redis://...>", { en: "where the runs happen", zh: "在哪里运行" }],
  ],
  writes: true,
  example: "pricewar sweep entrant-price --out runs/entrant-price",
  async run([name], options) {
    const experiment = openExperiment(name, options, ["latin-hypercube", "grid", "sobol", "replicate"]);
    const { plan, open, design } = experiment;
    const map = design.file.map ?? null;
    if (map !== null && (plan.design.method !== "grid" || plan.design.axes.length !== 2))
      throw new UsageError(noMap(options.lang));
    if (map !== null && !plan.design.outputs.includes(map))
      throw new UsageError(
        options.lang === "zh" ? `map：${map} 须列在 outputs 里` : `map: ${map} must be among the outputs`,
      );
    const { scenario } = open({});
    const { summary, folder } = await runIntoFolder(experiment, map, scenario.title[options.lang], options);
    if (folder) tell(options.lang === "zh" ? `结果已写入 ${folder}` : `Results are in ${folder}`);
    if (!summary) return;
    if (options.json) print(jsonLine(summary));
    else {
      print(outputsTable(summary, scenario, options.lang));
      if (summary.map) print(`\n${mapText(summary.map, plan.design.axes, scenario, options.lang)}`);
      print(`\n${countText(summary, options.lang)}`);
    }
    if (summary.failed > 0) throw new Error(someFailed(summary.failed, options.lang));
  },
};

const noMap = (lang: "en" | "zh") =>
  lang === "zh" ? "map 需要 method: grid 和恰好两个参数" : "map needs method: grid and two parameters";

export const someFailed = (failed: number, lang: "en" | "zh"): string =>
  lang === "zh"
    ? `${failed} 次运行失败；加 --resume 可只重跑失败的部分`
    : `${failed} runs failed; --resume tries those again`;
