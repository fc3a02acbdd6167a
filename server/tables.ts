import writeExcelFile, { type SheetData } from "write-excel-file/universal";
import { csvCell } from "../charts/data/data-table.ts";
import { type ClassState, type Computed, type DecisionRow, decisionRows, type Digest } from "../engine/class/index.ts";

/** A file to hand over. */
export interface Artefact {
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

const COLUMNS = [
  "market",
  "treatment",
  "round",
  "vendor",
  "team",
  "by",
  "decision",
  "price",
  "share",
  "profit",
] as const satisfies readonly (keyof DecisionRow)[];

/** Results as comma-separated values, a row a decision; with the mark that Excel needs for names in Chinese. */
export function csvOf(rows: readonly DecisionRow[]): Artefact {
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((c) => row[c]))].map((cells) =>
    cells.map((x) => csvCell(String(x))).join(","),
  );
  return { type: "text/csv; charset=utf-8", bytes: `\ufeff${lines.join("\r\n")}\r\n` };
}

/** The same as a workbook. */
export async function xlsxOf(rows: readonly DecisionRow[]): Promise<Artefact> {
  const cell = (x: string | number) =>
    typeof x === "number" ? { value: x, type: Number } : { value: x, type: String };
  const data: SheetData = [
    COLUMNS.map((name) => ({ value: name, fontWeight: "bold" as const })),
    ...rows.map((row) => COLUMNS.map((c) => cell(row[c]))),
  ];
  const columns = COLUMNS.map((name) => ({ width: name === "decision" ? 60 : name === "team" ? 24 : 12 }));
  const blob = await writeExcelFile([{ sheet: "decisions", data, columns, stickyRowsCount: 1 }]).toBlob();
  return {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: new Uint8Array(await blob.arrayBuffer()),
  };
}

/** A row a decision of a class whose markets have run. @throws RangeError while one still runs */
export function rowsOf(state: ClassState, computed: readonly Computed[]): DecisionRow[] {
  const digests = computed.map(({ digest }) => digest);
  if (digests.includes(null)) throw new RangeError("a market is still running");
  return decisionRows(state, digests as Digest[]);
}
