import { csvCell, forExcel } from "../../charts/data/data-table.ts";
import { manifestFor } from "../document/manifest.ts";
import type { Cell } from "../../experiments/run-rows.ts";
import { utf8, type Writer } from "./writer.ts";

/** The series as RFC 4180 has it, names of columns first, and where they come from in a file beside it. */
export const csv: Writer = {
  id: "csv",
  extension: "csv",
  label: { en: "CSV of the series", zh: "CSV（时间序列）" },
  async write({ sheets, manifest }, _host, base) {
    const [series] = sheets();
    const lines = [series.columns.map((c) => c.name), ...series.rows].map(csvLine);
    const origin = `${JSON.stringify(manifestFor(manifest, "csv"), null, 1)}\n`;
    return [
      { name: `${base}.csv`, bytes: utf8(forExcel(`${lines.join("\n")}\n`)) },
      { name: `${base}.csv.manifest.json`, bytes: utf8(origin) },
    ];
  },
};

/** A row as RFC 4180 has it; null is empty. */
export const csvLine = (cells: readonly Cell[]): string => cells.map((x) => csvCell(String(x ?? ""))).join(",");
