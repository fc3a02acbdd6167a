/** A table in a text file: a row of names, then rows of cells. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Reads values set apart by commas, semicolons or tabs, whichever the first row has most of; quotes as in RFC 4180. */
export function readCsv(text: string): CsvTable {
  const body = text.replace(/^\ufeff/, "");
  const head = body.slice(0, body.indexOf("\n") + 1 || undefined);
  const mark = [",", ";", "\t"].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const rows = [...records(body, mark)].filter(({ cells }) => cells.some((c) => c !== "") && !cells[0].startsWith("#"));
  const [columns, ...rest] = rows;
  return { columns: columns?.cells ?? [], rows: rest };
}

function* records(text: string, mark: string): Generator<CsvTable["rows"][number]> {
  let [line, first, quoted] = [1, 1, false];
  let cells = [""];
  for (let k = 0; k < text.length; k++) {
    const c = text[k];
    if (c === "\n") line++;
    if (quoted) {
      if (c !== '"') cells[cells.length - 1] += c;
      else if (text[k + 1] === '"') cells[cells.length - 1] += text[++k];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === mark) cells.push("");
    else if (c === "\n") {
      yield { line: first, cells: cells.map((x) => x.trim()) };
      [cells, first] = [[""], line];
    } else cells[cells.length - 1] += c;
  }
  yield { line: first, cells: cells.map((x) => x.trim()) };
}
