import { defaultOutputs, type Focus, type Language, outputsTold, say, union } from "../../../engine/index.ts";
import type { Evidence } from "../evidence.ts";
import { letterOf, together } from "../../../words/names.ts";
import { outputName } from "../../../words/output-words.ts";
import { capitalised } from "../../../words/sentence.ts";
import { finite, type Cell } from "../../../experiments/run-rows.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";

/** Every headline number of every scenario, and how it differs from the second scenario's in paired runs. */
export function outcomesSheet(evidence: Evidence, focus: Focus | null, lang: Language): Sheet {
  const { arms } = evidence;
  const vendors = union(arms.map(({ recordings: [r] }) => r.vendorIds)); // empty where an arm has no such vendor
  const names = together(arms.map(({ scenario }) => scenario));
  const outputs = [...(focus ? outputsTold(focus) : []), ...defaultOutputs(vendors)]; // what is asked about comes first
  const rows = arms.flatMap((arm, k): Cell[][] =>
    outputs.map((output) => {
      const at = (mark: string) => finite(evidence.read(`${letterOf(k)}/${output}${mark}`));
      const gap = (mark: string) =>
        k === 1 || !arms[1] ? null : finite(evidence.read(`${letterOf(k)}-B/${output}${mark}`));
      return [
        arm.scenario.id,
        output,
        at(""),
        at("#p10"),
        at("#p90"),
        gap(""),
        gap("#low"),
        gap("#high"),
        gap("#agree"),
        say(arm.scenario.title, lang),
        capitalised(outputName(output, names, lang)),
      ];
    }),
  );
  return {
    id: "outcomes",
    title: { en: "Outcomes", zh: "结果" },
    columns: [
      SCENARIO,
      column("output", "text", {
        en: "What is measured: at the end, unless it says otherwise",
        zh: "指标；除非注明，均为期末值",
      }),
      column("mean", "double", { en: "Mean over replications", zh: "各次运行的均值" }),
      column("p10", "double", { en: "10th percentile", zh: "第 10 百分位" }),
      column("p90", "double", { en: "90th percentile", zh: "第 90 百分位" }),
      column("difference", "double", {
        en: "Mean paired difference from the second scenario",
        zh: "与第二个情景的成对差的均值",
      }),
      column("low", "double", { en: "Lower end of its 95 % interval", zh: "差的 95% 区间下限" }),
      column("high", "double", { en: "Upper end of its 95 % interval", zh: "差的 95% 区间上限" }),
      column("agree", "int", {
        en: "Pairs whose difference has the sign of the mean",
        zh: "与均值同号的运行对数",
      }),
      column("title", "text", { en: "Name of the scenario", zh: "情景名称" }),
      column("what", "text", { en: "The output in words", zh: "指标的名称" }),
    ],
    rows,
  };
}
