import { type Language, readPath, say } from "../../../engine/index.ts";
import type { Arm } from "../arm.ts";
import type { Cell } from "../../../experiments/run-rows.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";

/** Each number of the scenario that says where it comes from, with how far that was checked. */
export function assumptionsSheet(arms: readonly Arm[], lang: Language): Sheet {
  return {
    id: "assumptions",
    title: { en: "Assumptions", zh: "假设与来源" },
    columns: [
      SCENARIO,
      column("path", "text", { en: "Place in the scenario", zh: "在情景中的路径" }),
      column("value", "double", { en: "Value", zh: "取值" }),
      column("unit", "text", { en: "Unit of the value", zh: "单位" }),
      column("source", "text", { en: "Title of the source", zh: "来源" }),
      column("confidence", "text", {
        en: "seed, public, calibrated, assumption or unverified",
        zh: "seed 来源报道、public 公开数据、calibrated 校准、assumption 假设、unverified 未核实",
      }),
      column("low", "double", { en: "Lower end of the plausible range", zh: "合理范围下限" }),
      column("high", "double", { en: "Upper end of the plausible range", zh: "合理范围上限" }),
      column("note", "text", { en: "Remark", zh: "说明" }),
    ],
    rows: arms.flatMap(({ scenario, provenance }) =>
      Object.entries(provenance).map(([path, { source, unit, range, note }]): Cell[] => {
        const value = readPath(scenario, path);
        const known = source === undefined ? undefined : scenario.sources[source];
        return [
          scenario.id,
          path,
          typeof value === "number" ? value : null,
          unit,
          known?.title ?? null,
          known?.basis ?? null,
          range?.[0] ?? null,
          range?.[1] ?? null,
          note ? say(note, lang) : null,
        ];
      }),
    ),
  };
}
