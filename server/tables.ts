import writeExcelFile, { type SheetData } from "write-excel-file/universal";
import { csvCell } from "../charts/data/data-table.ts";
import { type ClassState, type Computed, type DecisionRow, decisionRows, type Digest } from "../engine/class/index.ts";
import type { Text } from "../engine/index.ts";

/** A file to hand over. */
export interface Artefact {
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

/** The columns, and what each holds. */
const COLUMNS: readonly (readonly [keyof DecisionRow, Text])[] = [
  ["market", { en: "Number of the market, from 1", zh: "市场编号，从 1 起" }],
  ["treatment", { en: "with or without; empty where all markets are alike", zh: "with 或 without；各市场相同时为空" }],
  ["round", { en: "Number of the round, from 1; a round is a quarter", zh: "轮次，从 1 起；一轮为一个季度" }],
  ["from", { en: "First day of that quarter in the game", zh: "该季度在对局中的第一天" }],
  ["vendor", { en: "Whose seat it is", zh: "所坐厂商" }],
  ["team", { en: "Who sat there at the end", zh: "结束时坐在该座位的人" }],
  [
    "by",
    { en: "team, bot, or nobody: nothing was changed", zh: "team 为小组，bot 为机器人，nobody 为无人决定、不作改动" },
  ],
  ["decision", { en: "What was changed, per million tokens, as JSON", zh: "所作改动（每百万 token），JSON 格式" }],
  ["currency", { en: "Of price and profit", zh: "价格与利润的货币" }],
  [
    "price",
    {
      en: "Mean list price of the vendor's products after the round, per million tokens, 3 parts input to 1 output",
      zh: "该轮后厂商各产品目录价的平均，每百万 token，输入 3 份、输出 1 份",
    },
  ],
  ["share", { en: "Share of the market's tokens at the round's end, 0 to 1", zh: "轮末 token 份额，0 到 1" }],
  ["profit", { en: "Profit of the round", zh: "该轮利润" }],
];
const NAMES = COLUMNS.map(([name]) => name);

/** Results as comma-separated values, a row a decision; with the mark that Excel needs for names in Chinese. */
export function csvOf(rows: readonly DecisionRow[]): Artefact {
  const lines = [NAMES, ...rows.map((row) => NAMES.map((c) => row[c]))].map((cells) =>
    cells.map((x) => csvCell(String(x))).join(","),
  );
  return { type: "text/csv; charset=utf-8", bytes: `\ufeff${lines.join("\r\n")}\r\n` };
}

/** The same as a workbook, with a sheet that says what the columns hold. */
export async function xlsxOf(rows: readonly DecisionRow[]): Promise<Artefact> {
  const cell = (x: string | number) =>
    typeof x === "number" ? { value: x, type: Number } : { value: x, type: String };
  const data: SheetData = [
    NAMES.map((name) => ({ value: name, fontWeight: "bold" as const })),
    ...rows.map((row) => NAMES.map((c) => cell(row[c]))),
  ];
  const meanings: SheetData = COLUMNS.map(([name, { en, zh }]) => [name, en, zh].map(cell));
  const columns = NAMES.map((name) => ({ width: name === "decision" ? 60 : name === "team" ? 24 : 12 }));
  const blob = await writeExcelFile([
    { sheet: "decisions", data, columns, stickyRowsCount: 1 },
    { sheet: "columns", data: meanings, columns: [{ width: 12 }, { width: 80 }, { width: 60 }] },
  ]).toBlob();
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
