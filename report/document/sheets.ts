import type { Language, Text } from "../../engine/index.ts";
import type { Evidence } from "./evidence.ts";
import { accountsSheet } from "./sheets/accounts.ts";
import { assumptionsSheet } from "./sheets/assumptions.ts";
import { dictionarySheet } from "./sheets/dictionary.ts";
import { movesSheet } from "./sheets/moves.ts";
import { outcomesSheet } from "./sheets/outcomes.ts";
import { swingsSheet } from "./sheets/swings.ts";
import { seriesSheet } from "./sheets/series.ts";

/** A tidy table: one row an observation, one column a variable. */
export interface Sheet {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface SheetColumn {
  readonly name: string;
  readonly type: "double" | "int" | "text" | "date";
  readonly unit: string; // "" where it has none
  readonly meaning: Text;
}

export type Cell = string | number | null;

/** What does not exist is null. */
export const finite = (x: number): Cell => (Number.isFinite(x) ? x : null);

export const column = (name: string, type: SheetColumn["type"], meaning: Text, unit = ""): SheetColumn => ({
  name,
  type,
  unit,
  meaning,
});

export const SCENARIO = column("scenario", "text", { en: "Scenario id", zh: "情景 id" });

/** All data behind a report. The first sheet is the one that CSV and Parquet hold. */
export function sheetsOf(evidence: Evidence, lang: Language): Sheet[] {
  const { arms } = evidence;
  const [subject] = arms;
  const swings = subject.swings ? [swingsSheet(subject, subject.swings)] : [];
  const data = [
    seriesSheet(arms),
    outcomesSheet(evidence),
    ...swings,
    movesSheet(arms),
    accountsSheet(arms),
    assumptionsSheet(arms, lang),
  ];
  return [...data, dictionarySheet(data, subject.scenario, lang)];
}
