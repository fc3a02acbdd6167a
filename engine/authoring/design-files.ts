import { type CsvTable, readCsv } from "../text/csv.ts";
import { parsePeriod } from "../scenario/periods.ts";
import { plainNumber } from "../text/plain-number.ts";
import type { Text } from "../text/text.ts";
import { suggestion } from "../text/errors.ts";
import { fail, type Located } from "./located.ts";

/** Text of a file that a design names; null where there is none. */
export type OpenTable = (name: string) => { readonly file: string; readonly text: string } | null;

/** Tables that a design names by `file` put in their places: its points, and the observations of its targets. */
export function withFiles(root: Located, open?: OpenTable): Located {
  const map = new Map(root.map);
  const file = map.get("file");
  if (file) {
    map.set("points", pointsOf(tableOf(file, open), file));
    map.delete("file");
  }
  const targets = map.get("targets");
  if (targets?.list) map.set("targets", { ...targets, list: targets.list.map((t) => withObservations(t, open)) });
  return { ...root, map };
}

interface Table extends CsvTable {
  readonly file: string;
}

function tableOf({ place, value }: Located, open: OpenTable | undefined): Table {
  if (typeof value !== "string") throw fail(place, { en: "file names a CSV file", zh: "file 应为 CSV 文件名" });
  if (!open)
    throw fail(place, {
      en: "files cannot be read here: write the points in the design",
      zh: "此处无法读取文件：请把各点直接写在设计里",
    });
  const found = open(value);
  if (!found)
    throw fail(place, {
      en: `no file “${value}” is here; it belongs beside the design`,
      zh: `没有文件“${value}”，它应与设计文件放在一起`,
    });
  const { file, text } = found;
  const table = readCsv(text);
  if (table.fault) throw fail({ file, line: table.fault.line, column: 1 }, table.fault.text);
  const doubled = table.columns.find((name, k) => name !== "" && table.columns.indexOf(name) < k);
  if (doubled !== undefined) throw fail({ file, line: 1, column: 1 }, doubledColumn(doubled));
  if (table.rows.length > 0) return { ...table, file };
  throw fail(place, { en: `${file} has no rows below its names`, zh: `${file} 在表头之下没有数据行` });
}

const doubledColumn = (name: string): Text => ({
  en: `two columns are called “${name}”: the later one would win in silence`,
  zh: `有两列都叫“${name}”，后一列会悄悄覆盖前一列`,
});

const GAP = /^(?:|-|–|NA|N\/A|NaN|null|none|缺失|无)$/i;

/** A cell as a value of the design: a number, a text, or nothing. */
function cell({ file }: Table, { line, cells }: Table["rows"][number], k: number): Located {
  const text = cells[k] ?? "";
  return { place: { file, line, column: k + 1 }, value: GAP.test(text) ? null : (plainNumber(text) ?? text) };
}

/** A row a point, a column a parameter; an empty cell leaves the scenario's own value. */
function pointsOf(table: Table, { place, key }: Located): Located {
  const list = table.rows.map((row): Located => {
    const cells = table.columns.flatMap((name, k) => (name === "" ? [] : [[name, cell(table, row, k)] as const]));
    return {
      place: { file: table.file, line: row.line, column: 1 },
      value: undefined,
      map: new Map(cells.filter(([, c]) => c.value !== null)),
    };
  });
  return { place, key, value: undefined, list };
}

function withObservations(target: Located, open: OpenTable | undefined): Located {
  const file = target.map?.get("file");
  if (!file) return target;
  const table = tableOf(file, open);
  const series = String(target.map?.get("series")?.value ?? "");
  const { date, value } = columnsOf(table, target, series);
  const rows = rowsOf(table, series);
  const points = new Map<string, Located>();
  for (const row of rows) {
    const found = cell(table, row, value);
    const day = row.cells[date];
    if (points.has(day)) throw fail(found.place, twice(day));
    points.set(day, found);
  }
  const map = new Map(target.map).set("points", { place: file.place, key: file.key, value: undefined, map: points });
  map.delete("file");
  map.delete("column");
  return { ...target, map };
}

const twice = (day: string): Text => ({
  en: `${day} is there twice: a target has one value a date`,
  zh: `${day} 出现了两次：一个 target 每个日期只有一个值`,
});

const like = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Which column has dates and which the values: named, called as the series is, or the only one left. */
function columnsOf(table: Table, target: Located, series: string): { date: number; value: number } {
  const { columns, rows, file } = table;
  const at = { file, line: 1, column: 1 };
  const date = columns.findIndex((_, k) => rows.every(({ cells }) => parsePeriod(cells[k] ?? "") !== null));
  if (date < 0)
    throw fail(at, {
      en: "no column holds a date in every row (2024-05-31, a month 2024-05, or a year)",
      zh: "没有一列在每一行都是日期（2024-05-31、月份 2024-05 或年份）",
    });
  const wanted = target.map?.get("column");
  const names = columns.map(like);
  const named = wanted ? names.indexOf(like(String(wanted.value))) : names.indexOf(like(series.split(".").at(-1)!));
  const others = columns.flatMap((name, k) => (k !== date && name !== "" ? [k] : []));
  const value = named >= 0 || wanted ? named : others.length === 1 ? others[0] : names.indexOf("value");
  if (value >= 0 && value !== date) return { date, value };
  const hint = suggestion(
    String(wanted?.value ?? series),
    others.map((k) => columns[k]),
  );
  throw fail(wanted?.place ?? at, {
    en: `which column holds ${series}? say column${hint.en}`,
    zh: `哪一列是 ${series}？请写明 column${hint.zh}`,
  });
}

/** Rows of the series' own vendor, product or segment, where a column tells them apart. */
function rowsOf({ columns, rows }: Table, series: string): Table["rows"] {
  const [group, ...rest] = series.split(".");
  const id = rest.slice(0, -1).join(".");
  const k = columns.findIndex((name) => [group, group.replace(/s$/, ""), "id"].includes(like(name)));
  return k < 0 || id === "" ? rows : rows.filter(({ cells }) => cells[k] === id);
}
