import { manifestFor } from "../document/manifest.ts";
import type { Cell } from "../../experiments/run-rows.ts";
import { utf8, type Writer } from "./writer.ts";

/** The series as RFC 4180 has it, after one comment line (#) with the manifest; readers skip it by `comment="#"`. */
export const csv: Writer = {
  id: "csv",
  extension: "csv",
  label: { en: "CSV of the series", zh: "CSV（时间序列）" },
  async write({ sheets, manifest }, _host, base) {
    const [series] = sheets();
    const head = csvLine(series.columns.map((c) => c.name));
    const lines = series.rows.map(csvLine);
    const comment = `# pricewar-manifest ${JSON.stringify(manifestFor(manifest, "csv"))}`;
    return [{ name: `${base}.csv`, bytes: utf8(`${[comment, head, ...lines].join("\n")}\n`) }];
  },
};

/** A row as RFC 4180 has it; null is empty. */
export const csvLine = (cells: readonly Cell[]): string => cells.map(quoted).join(",");

const quoted = (x: Cell): string => {
  const text = String(x ?? "");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
