import { say } from "../../engine/index.ts";
import { LOCALE } from "../../words/punctuation.ts";
import { manifestFor } from "../document/manifest.ts";
import type { ReportDocument } from "../document/model.ts";
import { textOf } from "../document/sentence.ts";
import { escape, scriptCode, scriptData } from "./html/escape.ts";
import { policyOf } from "./html/policy.ts";
import { base64 } from "./sql/base64.ts";
import { packRuns } from "./sql/packed-runs.ts";
import { type SqlParts, utf8, type Writer } from "./writer.ts";

/** A page that answers in SQL from a disk: DuckDB and every number are in it. */
export const sql: Writer = {
  id: "sql",
  extension: "sql.html",
  label: { en: "Page that answers in SQL", zh: "可用 SQL 查询的网页" },
  async write(document, host, base) {
    return [{ name: `${base}.sql.html`, bytes: utf8(sqlPage(document, await host.sqlParts())) }];
  },
};

function sqlPage(document: ReportDocument, { script, style, worker, database }: SqlParts): string {
  const { lang, title, question, kicker, manifest, recorded } = document;
  const code = scriptCode(script);
  // Beside other pages of a run folder it was made with them, by the folder's command.
  const made = document.beside === undefined ? manifestFor(manifest, "sql") : manifest;
  const about = { lang, title: textOf(title), question, kicker };
  const data = (id: string, type: string, content: string) => `<script type="${type}" id="${id}">${content}</script>`;
  return `<!doctype html>
<html lang="${say(LOCALE, lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(code, "blob:")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="pricewar ${escape(manifest.version)}">
<link rel="icon" href="data:,">
<title>SQL · ${escape(kicker)}</title>
<style>${style.replaceAll("</", String.raw`<\/`)}</style>
</head>
<body>
<div id="app"></div>
${data("about", "application/json", scriptData(about))}
${data("manifest", "application/json", scriptData(made))}
${data("runs", "application/json", scriptData(packRuns(recorded)))}
${data("database", "text/plain", base64(database))}
${data("worker", "text/plain", scriptCode(worker))}
<script>${code}</script>
</body>
</html>
`;
}
