import type { Text } from "./text.ts";

/** A table in a text file: a row of names, then rows of cells. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly fault: { readonly line: number; readonly text: Text } | null; // rows that are not what they seem
}

/** Reads values set apart by commas, semicolons or tabs, whichever the first row has most of; quotes as in RFC 4180. */
export function readCsv(text: string): CsvTable {
  const body = text.replace(/^\ufeff/, "");
  const head = body.slice(0, body.indexOf("\n") + 1 || undefined);
  const mark = [",", ";", "\t"].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const { rows: all, open } = records(body, mark);
  const rows = all.filter(({ cells }) => cells.some((c) => c !== "") && !cells[0].startsWith("#"));
  const [columns, ...rest] = rows;
  const long = rest.find(({ cells }) => cells.slice(columns.cells.length).some((c) => c !== ""));
  const fault = open !== null ? { line: open, text: UNCLOSED } : long ? { line: long.line, text: LONG } : null;
  return { columns: columns?.cells ?? [], rows: rest, fault };
}

const UNCLOSED: Text = {
  en: "a quotation mark opens a cell that nothing closes, so that it takes all rows after it",
  zh: "单元格以引号开头却没有结束，其后各行都被并入其中",
};
const LONG: Text = {
  en: "more cells than the first row has names; a number with a decimal comma belongs in quotation marks",
  zh: "单元格比表头的列名多；以逗号作小数点的数应放在引号里",
};

/** The rows, and the line of a cell whose quotation mark is open when the text ends. */
function records(text: string, mark: string): { readonly rows: CsvTable["rows"]; readonly open: number | null } {
  let [line, first, opened, quoted] = [1, 1, 1, false];
  let cells = [""];
  const rows: CsvTable["rows"][number][] = [];
  for (let k = 0; k < text.length; k++) {
    const c = text[k];
    if (c === "\n") line++;
    if (quoted) {
      if (c !== '"') cells[cells.length - 1] += c;
      else if (text[k + 1] === '"') cells[cells.length - 1] += text[++k];
      else quoted = false;
    } else if (c === '"' && cells.at(-1)!.trim() === "") [quoted, opened] = [true, line];
    else if (c === mark) cells.push("");
    else if (c === "\n") {
      rows.push({ line: first, cells: cells.map((x) => x.trim()) });
      [cells, first] = [[""], line];
    } else cells[cells.length - 1] += c;
  }
  rows.push({ line: first, cells: cells.map((x) => x.trim()) });
  return { rows, open: quoted ? opened : null };
}
