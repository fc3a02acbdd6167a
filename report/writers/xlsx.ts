import writeExcelFile, { type SheetData } from "write-excel-file/universal";
import { focusOf, type Language, say } from "../../engine/index.ts";
import { BASIS } from "../document/sections/table-words.ts";
import { manifestFor, type Manifest } from "../document/manifest.ts";
import type { ReportDocument } from "../document/model.ts";
import type { Cell } from "../../experiments/run-rows.ts";
import type { Sheet } from "../document/sheets/sheet.ts";
import { textOf } from "../document/sentence.ts";
import { ABOUT } from "./xlsx-words.ts";
import { chartSheets } from "./xlsx/chart-sheets.ts";
import { withCharts } from "./xlsx/native-chart.ts";
import { settled } from "./settle.ts";
import type { Writer } from "./writer.ts";

/** Charts of Excel's own with their numbers, tidy sheets, a data dictionary, the manifest. */
export const xlsx: Writer = {
  id: "xlsx",
  extension: "xlsx",
  label: { en: "Excel, charts and data", zh: "Excel，含图表与数据" },
  async write(document, _host, base) {
    const { lang, manifest } = document;
    const [everything, ...others] = document.sheets();
    const all = [ofFocus(everything, manifest.focus), ...others].map((sheet) => ({
      sheet: say(sheet.title, lang),
      data: dataOf(sheet),
      columns: widths(sheet),
      stickyRowsCount: 1,
    }));
    const [series, ...rest] = all;
    const charts = chartSheets(document);
    const drawn = charts.map(({ sheet, data, columns }) => ({
      sheet,
      data,
      columns: [...columns],
      stickyRowsCount: 1,
    }));
    const file = await writeExcelFile([about(document), ...drawn, ...rest, series, manifestSheet(document)]).toBlob();
    const zip = new Uint8Array(await file.arrayBuffer());
    return [{ name: `${base}.xlsx`, bytes: settled(zip, withCharts(zip, FIRST_CHART, charts)) }];
  },
};

/**
 * Of the series those of who is in focus, and of the market: all there are make a file of megabytes that takes long to
 * make. Without a focus they are all here, and always in CSV and Parquet.
 */
function ofFocus(series: Sheet, output: string | null): Sheet {
  const focus = output === null ? null : focusOf(output);
  if (!focus || focus.entity === "market") return series;
  const [entity, id] = ["entity", "id"].map((name) => series.columns.findIndex((column) => column.name === name));
  const own = (who: string) => who === focus.id || who.startsWith(`${focus.id}.`) || focus.id.startsWith(`${who}.`);
  return { ...series, rows: series.rows.filter((row) => row[entity] === "market" || own(String(row[id]))) };
}

const FIRST_CHART = 2; // sheets count from one, and the first says what the file is
const HEAD = { fontWeight: "bold" } as const;
const MOST = 32_000; // characters of a cell; Excel takes 32,767

function dataOf({ columns, rows }: Sheet): SheetData {
  return [
    columns.map(({ name }) => ({ value: name, ...HEAD })),
    ...rows.map((row) => row.map((x, k) => cellOf(x, columns[k].type))),
  ];
}

function cellOf(x: Cell, type: Sheet["columns"][number]["type"]) {
  if (x === null) return null;
  if (type === "date") return { value: new Date(`${x}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return typeof x === "number" ? { value: x, type: Number } : { value: x, type: String };
}

const WIDE = new Set(["meaning", "change"]);

const widths = ({ columns }: Sheet) =>
  columns.map(({ type, name }) => ({ width: type === "text" ? (WIDE.has(name) ? 90 : 24) : 14 }));

/** The last sheet: the manifest, in cells short enough for Excel. */
function manifestSheet({ lang, manifest }: ReportDocument) {
  const json = JSON.stringify(manifestFor(manifest, "xlsx"));
  const cells = Array.from({ length: Math.ceil(json.length / MOST) }, (_, k) => json.slice(k * MOST, (k + 1) * MOST));
  return keyed(
    say(ABOUT, lang).manifest,
    cells.map((cell) => ["manifest", cell]),
  );
}

/** A sheet of two columns, what and its value. */
function keyed(sheet: string, rows: readonly (readonly [string, string])[]) {
  const data: SheetData = rows.map(([key, value]) => [
    { value: key, ...HEAD },
    { value, type: String },
  ]);
  return { sheet, data, columns: [{ width: 20 }, { width: 110 }] };
}

/** The first sheet: what the file is. */
function about({ lang, title, question, manifest }: ReportDocument) {
  const own = manifestFor(manifest, "xlsx");
  const words = say(ABOUT, lang);
  const rows: [string, string][] = [
    [words.title, textOf(title)],
    [words.question, question],
    [words.command, own.command],
    [words.version, own.version],
    [words.seed, own.seed],
    [words.replications, String(own.replications)],
    ...own.arms.flatMap((arm) => armRows(arm, lang)),
  ];
  if (own.focus !== null) rows.push([words.series, words.ofFocus]);
  return keyed(words.sheet, rows);
}

function armRows(
  { letter, id, hash, fingerprint, sources }: Manifest["arms"][number],
  lang: Language,
): [string, string][] {
  const words = say(ABOUT, lang);
  return [
    [`${words.scenario} ${letter}`, id],
    [`${words.hash} ${letter}`, hash],
    [`${words.fingerprint} ${letter}`, fingerprint],
    ...sources.map((s): [string, string] => [
      `${words.source} ${letter}`,
      `${s.title} [${say(BASIS[s.basis ?? "none"], lang)}]`,
    ]),
  ];
}
