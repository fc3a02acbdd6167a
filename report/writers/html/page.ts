import { say } from "../../../engine/index.ts";
import { LOCALE } from "../../../words/punctuation.ts";
import type { ReportDocument } from "../../document/model.ts";
import { textOf } from "../../document/sentence.ts";
import { manifestFor } from "../../document/manifest.ts";
import { liveData } from "../../live/data.ts";
import { reportWords } from "../../report-words.ts";
import { bodyOf } from "./body.ts";
import { escape, scriptCode, scriptData } from "./escape.ts";
import { policyOf } from "./policy.ts";
import { style } from "./style.ts";

function headOf(document: ReportDocument, script: string | null): string {
  const { lang, title, question, manifest } = document;
  return `<!doctype html>
<html lang="${say(LOCALE, lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="pricewar ${escape(manifest.version)}">
<meta name="description" content="${escape(question)}">
<title>${escape(textOf(title))}</title>
<style>${style(say(reportWords, lang).foot)}</style>
</head>
<body>
`;
}

/** The report for paper: no script. */
export const printedPage = (document: ReportDocument): string =>
  `${headOf(document, null)}${bodyOf(document, "pdf")}\n</body>\n</html>\n`;

/** The report for a screen, alive: it holds its scenario, its numbers and the engine. */
export function livePage(document: ReportDocument, runtime: string): string {
  const code = scriptCode(runtime);
  return `${headOf(document, code)}${bodyOf(document, "html")}
<script type="application/json" id="manifest">${scriptData(manifestFor(document.manifest, "html"))}</script>
<script type="application/json" id="live">${scriptData(liveData(document))}</script>
<script id="runtime">${code}</script>
</body>
</html>
`;
}
