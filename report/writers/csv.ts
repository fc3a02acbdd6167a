import { manifestFor } from "../document/manifest.ts";
import type { Cell } from "../document/sheets.ts";
import { utf8, type Writer } from "./writer.ts";

/** The series as RFC 4180 has it, after one comment line (#) with the manifest; readers skip it by `comment="#"`. */
export const csv: Writer = {
  id: "csv",
  extension: "csv",
  label: { en: "CSV of the series", zh: "CSV（时间序列）" },
  async write({ sheets, manifest }, _host, base) {
    const [series] = sheets();
    const head = series.columns.map((c) => c.name).join(",");
    const lines = series.rows.map((row) => row.map(cell).join(","));
    const comment = `# pricewar-manifest ${JSON.stringify(manifestFor(manifest, "csv"))}`;
    return [{ name: `${base}.csv`, bytes: utf8(`${[comment, head, ...lines].join("\n")}\n`) }];
  },
};

const cell = (x: Cell): string => {
  if (x === null) return "";
  const text = String(x);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
