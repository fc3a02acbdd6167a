import { type Language, say } from "../../../engine/index.ts";
import type { Cell } from "../../../experiments/run-rows.ts";
import type { Arm } from "../arm.ts";
import { differences } from "../differences.ts";
import { madeFrom } from "../made-from.ts";
import { textOf } from "../sentence.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";

/** Each change in words, row by row. Null: there is none. */
export function changesSheet([subject, baseline]: readonly Arm[], lang: Language): Sheet | null {
  const base = madeFrom(subject, baseline ?? null);
  if (base === null) return null;
  const { scenario, recordings } = subject;
  const rows = differences(scenario, base, lang, recordings[0]).map((change): Cell[] => [
    scenario.id,
    say(scenario.title, lang),
    textOf(change),
  ]);
  return {
    id: "changes",
    title: { en: "Changes", zh: "改动" },
    columns: [
      SCENARIO,
      column("title", "text", { en: "Name of the scenario", zh: "情景名称" }),
      column("change", "text", { en: "What was changed, in words", zh: "改动内容" }),
    ],
    rows,
  };
}
