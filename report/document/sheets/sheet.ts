import type { Text } from "../../../engine/index.ts";
import type { Cell } from "../../../experiments/run-rows.ts";

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

export const column = (name: string, type: SheetColumn["type"], meaning: Text, unit = ""): SheetColumn => ({
  name,
  type,
  unit,
  meaning,
});

export const SCENARIO = column("scenario", "text", { en: "Scenario id", zh: "情景 id" });
