import type { Source, Text } from "../../../engine/index.ts";
import { taggedSources } from "../manifest.ts";
import type { Sentence } from "../model.ts";
import type { SectionKind } from "../section.ts";
import { name, of } from "../sentence.ts";

/** How far a source was checked. */
export const BASIS: Readonly<Record<NonNullable<Source["basis"]> | "none", Text>> = {
  seed: { en: "source article", zh: "来源报道" },
  public: { en: "public figure", zh: "公开数据" },
  calibrated: { en: "calibrated", zh: "校准值" },
  assumption: { en: "assumption", zh: "假设" },
  unverified: { en: "not verified", zh: "未核实" },
  none: { en: "not tagged", zh: "未标注" },
};

/** Where the scenario's numbers come from, and how far each source was checked. */
export const assumptions: SectionKind = {
  id: "assumptions",
  label: { en: "Assumptions and sources", zh: "假设与来源" },
  heading: { en: "Assumptions and sources", zh: "假设与来源" },
  build({ subject, lang }) {
    const zh = lang === "zh";
    const sources = taggedSources(subject);
    if (sources.length === 0)
      return [
        {
          kind: "prose",
          sentences: [
            of(
              zh
                ? "情景没有列出来源：所有数字都应视为假设。"
                : "The scenario names no sources: take every number as an assumption.",
            ),
          ],
        },
      ];
    const rows = sources.map(({ title, basis, numbers, date, url }): readonly Sentence[] => [
      of(name(title)),
      of(BASIS[basis ?? "none"][lang]),
      of(name(numbers === 0 ? "–" : String(numbers))),
      of(name(date ?? url ?? "–")),
    ]);
    return [
      {
        kind: "table",
        table: {
          caption: zh
            ? "数的个数：情景文件中注明出自该来源的数值"
            : "Numbers: values of the scenario file that name the source",
          head: zh ? ["来源", "可信程度", "数的个数", "日期"] : ["Source", "Confidence", "Numbers", "Date"],
          rows,
          words: [1],
        },
      },
    ];
  },
};
