import type { Language, Scenario } from "../../engine/index.ts";

type Source = Scenario["sources"][string];

/** Bases that are no publication: their titles are remarks, and are said in the reader's language. */
const REMARKS: Readonly<Record<string, string>> = {
  calibrated: "由本引擎拟合得到",
  assumption: "假设",
  unverified: "凭记忆或转录，尚未核实",
};

/** Where a number comes from. Publications keep the titles that scenarios give them. */
export const sourceWords = ({ title, basis }: Source, lang: Language): string =>
  (lang === "zh" && REMARKS[basis ?? ""]) || title;
