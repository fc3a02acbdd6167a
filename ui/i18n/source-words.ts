import type { Language, Scenario } from "../../engine/index.ts";

type Source = Scenario["sources"][string];

/** Bases that are no publication: their titles are remarks, and are said in the reader's language; English has them as titles. */
const REMARKS: Readonly<Record<string, { readonly [L in Language]?: string }>> = {
  calibrated: { zh: "由本引擎拟合得到" },
  assumption: { zh: "假设" },
  unverified: { zh: "凭记忆或转录，尚未核实" },
};

/** Where a number comes from. Publications keep the titles that scenarios give them. */
export const sourceWords = ({ title, basis }: Source, lang: Language): string => REMARKS[basis ?? ""]?.[lang] ?? title;
