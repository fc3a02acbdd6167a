import { Registry } from "../../engine/index.ts";
import { csv } from "./csv.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { parquet } from "./parquet.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { pptx } from "./pptx.ts";
import { sql } from "./sql.ts";
import { svg } from "./svg.ts";
import { vega } from "./vega.ts";
import type { Writer } from "./writer.ts";
import { xlsx } from "./xlsx.ts";

/** The registry of formats. A new one is a file in this folder and a line here. */
export const writers = new Registry<Writer>("format", [
  html,
  pdf,
  markdown,
  pptx,
  xlsx,
  png,
  svg,
  vega,
  csv,
  json,
  parquet,
  sql,
]);

export type { Artefact } from "./artefact.ts";
export { baseName, type Host, type Writer } from "./writer.ts";
