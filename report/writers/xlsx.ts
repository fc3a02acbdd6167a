import writeExcelFile, { type SheetData } from "write-excel-file/universal";
import type { Language } from "../../engine/index.ts";
import { BASIS } from "../document/sections/assumptions.ts";
import { manifestFor, type Manifest } from "../document/manifest.ts";
import type { ReportDocument } from "../document/model.ts";
import type { Cell, Sheet } from "../document/sheets.ts";
import { textOf } from "../document/sentence.ts";
import { settled } from "./office/settle.ts";
import type { Writer } from "./writer.ts";

/** Tidy sheets, a data dictionary, the manifest. */
export const xlsx: Writer = {
  id: "xlsx",
  extension: "xlsx",
  label: { en: "Excel, with the data", zh: "Excel，含数据" },
  async write(document, _host, base) {
    const { lang, sheets } = document;
    const all = sheets().map((sheet) => ({
      sheet: sheet.title[lang],
      data: dataOf(sheet),
      columns: widths(sheet),
      stickyRowsCount: 1,
    }));
    const [series, ...rest] = all;
    const file = await writeExcelFile([about(document), ...rest, series]).toBlob();
    return [{ name: `${base}.xlsx`, bytes: settled(new Uint8Array(await file.arrayBuffer())) }];
  },
};

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

const widths = ({ columns }: Sheet) =>
  columns.map(({ type, name }) => ({ width: type === "text" ? (name === "meaning" ? 90 : 24) : 14 }));

/** The first sheet: what the file is, and the manifest in cells short enough for Excel. */
function about({ lang, title, question, manifest }: ReportDocument) {
  const own = manifestFor(manifest, "xlsx");
  const words = ABOUT[lang];
  const rows: [string, string][] = [
    [words.title, textOf(title)],
    [words.question, question],
    [words.command, own.command],
    [words.version, own.version],
    [words.seed, own.seed],
    [words.replications, String(own.replications)],
    ...own.arms.flatMap((arm) => armRows(arm, lang)),
  ];
  const json = JSON.stringify(own);
  for (let at = 0; at < json.length; at += MOST) rows.push(["manifest", json.slice(at, at + MOST)]);
  const data: SheetData = rows.map(([key, value]) => [
    { value: key, ...HEAD },
    { value, type: String },
  ]);
  return { sheet: lang === "zh" ? "说明" : "About", data, columns: [{ width: 20 }, { width: 110 }] };
}

function armRows(
  { letter, id, hash, fingerprint, sources }: Manifest["arms"][number],
  lang: Language,
): [string, string][] {
  const words = ABOUT[lang];
  return [
    [`${words.scenario} ${letter}`, id],
    [`${words.hash} ${letter}`, hash],
    [`${words.fingerprint} ${letter}`, fingerprint],
    ...sources.map((s): [string, string] => [
      `${words.source} ${letter}`,
      `${s.title} [${BASIS[s.basis ?? "none"][lang]}]`,
    ]),
  ];
}

const ABOUT = {
  en: {
    title: "title",
    question: "question",
    command: "command",
    version: "version",
    seed: "seed",
    replications: "replications",
    scenario: "scenario",
    hash: "hash",
    fingerprint: "fingerprint",
    source: "source",
  },
  zh: {
    title: "标题",
    question: "问题",
    command: "重做命令",
    version: "版本",
    seed: "种子",
    replications: "运行次数",
    scenario: "情景",
    hash: "哈希",
    fingerprint: "指纹",
    source: "来源",
  },
} as const;
