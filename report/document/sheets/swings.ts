import type { Arm } from "../arm.ts";
import { finite, type Cell } from "../../../experiments/run-rows.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";
import { type Swings, swingOf } from "../swings.ts";

/** Every output with every lever at either end of its plausible range, the others as they stand. */
export function swingsSheet({ scenario }: Arm, swings: Swings): Sheet {
  return {
    id: "sensitivity",
    title: { en: "Sensitivity", zh: "敏感性" },
    columns: [
      SCENARIO,
      column("lever", "text", { en: "Lever id", zh: "调节项 id" }),
      column("low_end", "double", {
        en: "Low end of its plausible range, in the lever's unit",
        zh: "合理范围下限，单位为调节项自身的单位",
      }),
      column("high_end", "double", { en: "High end of its plausible range", zh: "合理范围上限" }),
      column("output", "text", {
        en: "What is measured, as in the sheet of outcomes",
        zh: "指标，同“结果”表",
      }),
      column("as_it_stands", "double", {
        en: "Mean with no lever moved, as in the sheet of outcomes",
        zh: "各项都不变时的均值，同“结果”表",
      }),
      column("at_low", "double", {
        en: "As it stands, plus what the lever's own pairs of runs differ by at its low end",
        zh: "不变时的均值，加上该项取下限时配对运行的平均变动",
      }),
      column("at_high", "double", {
        en: "As it stands, plus what the lever's own pairs of runs differ by at its high end",
        zh: "不变时的均值，加上该项取上限时配对运行的平均变动",
      }),
      column("agree", "int", {
        en: "Pairs whose step from low to high has the sign of the mean step",
        zh: "由下限到上限，与平均变化同号的运行对数",
      }),
      column("pairs", "int", { en: "Pairs of runs with the same draws", zh: "共用随机数的运行对数" }),
    ],
    rows: swings.levers.flatMap(({ id }) =>
      swings.outputs.map((output): Cell[] => {
        const at = (mark: string) => finite(swingOf(swings, id, output, mark));
        const end = (mark: string) => finite(swingOf(swings, id, "setting", mark));
        return [
          scenario.id,
          id,
          end("low"),
          end("high"),
          output,
          at("base"),
          at("low"),
          at("high"),
          at("agree"),
          swings.replications,
        ];
      }),
    ),
  };
}
