import { allSeries, type Language, say, type Scenario } from "../../../engine/index.ts";
import { labelled } from "../../../words/punctuation.ts";
import { outputName } from "../../../words/output-words.ts";
import type { Cell } from "../../../experiments/run-rows.ts";
import { column, type Sheet } from "./sheet.ts";

/** What each column, each series and each outcome means. */
export function dictionarySheet(sheets: readonly Sheet[], scenario: Scenario, lang: Language): Sheet {
  const columns = sheets.flatMap((sheet) =>
    sheet.columns.map(({ name, type, unit, meaning }): Cell[] => [sheet.id, name, type, unit, say(meaning, lang)]),
  );
  const measured = allSeries().map((s): Cell[] => [
    "series",
    `entity = ${s.entity}, metric = ${s.id}`,
    "double",
    s.unit,
    labelled(say(s.label, lang), say(s.description, lang), lang),
  ]);
  const outputs = new Set(
    sheets.filter(({ id }) => id === "outcomes").flatMap(({ rows }) => rows.map(([, output]) => String(output))),
  );
  const outcomes = [...outputs].map((id): Cell[] => [
    "outcomes",
    `output = ${id}`,
    "double",
    "",
    outputName(id, scenario, lang),
  ]);
  return {
    id: "dictionary",
    title: { en: "Data dictionary", zh: "数据字典" },
    columns: [
      column("sheet", "text", { en: "Sheet", zh: "工作表" }),
      column("column", "text", { en: "Column, or a value of one", zh: "列名，或某列的取值" }),
      column("type", "text", { en: "Type", zh: "类型" }),
      column("unit", "text", { en: "Unit", zh: "单位" }),
      column("meaning", "text", { en: "Meaning", zh: "含义" }),
    ],
    rows: [...columns, ...measured, ...outcomes],
  };
}
