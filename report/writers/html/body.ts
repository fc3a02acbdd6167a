import type { Language } from "../../../engine/index.ts";
import type { Block, DocumentSection, ReportDocument, Sentence, Table } from "../../document/model.ts";
import { paragraph, spacedParts, textOf } from "../../document/sentence.ts";
import { drawFigure } from "../../figures/draw.tsx";
import type { Figure } from "../../figures/index.ts";
import { manifestFor } from "../../document/manifest.ts";
import { reportWords } from "../../report-words.ts";
import { escape } from "./escape.ts";

/** The report as HTML, head and script apart: what is printed, shown as preview, and kept in a file. */
export function bodyOf(document: ReportDocument, format: string): string {
  const { lang, title, question, kicker } = document;
  const words = reportWords[lang];
  let figure = 0;
  const drawn: Drawn = { lang, figure: (f) => figureHtml(f, lang, ++figure) };
  return `<main class="report${document.manifest.template ? ` ${document.manifest.template}` : ""}">
<header class="masthead"><b>${escape(words.program)}</b><span>${escape(kicker)}</span></header>
<h1>${escape(textOf(title))}</h1>
<p class="question">${escape(words.question)}${escape(question)}</p>
${keyFigures(document)}
${document.sections.map((s) => sectionHtml(s, drawn)).join("\n")}
${reproduction(document, format)}
</main>`;
}

/** A sentence whose numbers say where they come from. */
function marked(sentence: Sentence): string {
  return spacedParts(sentence)
    .map((part) => {
      if (typeof part === "string") return escape(part);
      if ("path" in part) return `<data value="${part.value}" title="${escape(part.path)}">${escape(part.said)}</data>`;
      return "date" in part ? `<time datetime="${part.date}">${escape(part.said)}</time>` : escape(part.said);
    })
    .join("");
}

const keyFigures = ({ keyFigures: all }: ReportDocument): string =>
  all.length === 0
    ? ""
    : `<dl class="key">${all.map(({ label, value, note }) => `<div><dt>${escape(label)}</dt><dd><span class="number">${marked(value)}</span><br><span class="note">${marked(note)}</span></dd></div>`).join("")}</dl>`;

/** What blocks need of their report: its language, and figures counted. */
interface Drawn {
  readonly lang: Language;
  readonly figure: (f: Figure) => string;
}

function sectionHtml(section: DocumentSection, drawn: Drawn): string {
  const heading = section.heading ? `<h2>${escape(section.heading)}</h2>\n` : "";
  const blocks = section.blocks.map((b) => blockHtml(b, drawn)).join("\n");
  return `<section data-section="${section.id}"${section.newPage ? ' class="page"' : ""}>\n${heading}${blocks}\n</section>`;
}

function blockHtml(block: Block, drawn: Drawn): string {
  if (block.kind === "prose")
    return (block.together ? [paragraph(block.sentences, drawn.lang)] : block.sentences)
      .map((s) => `<p>${marked(s)}</p>`)
      .join("\n");
  if (block.kind === "list") return `<ul>${block.items.map((s) => `<li>${marked(s)}</li>`).join("")}</ul>`;
  return block.kind === "table" ? tableHtml(block.table) : drawn.figure(block.figure);
}

const SHORT = 16; // rows that fit on any page, and are not parted

function tableHtml({ caption, head, rows, words = [] }: Table): string {
  const css = (k: number) => (words.includes(k) ? ' class="words"' : "");
  const heads = head.map((h, k) => `<th scope="col"${css(k)}>${escape(h)}</th>`).join("");
  const lines = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${marked(first)}</th>${rest.map((c, k) => `<td${css(k + 1)}>${marked(c)}</td>`).join("")}</tr>`,
  );
  return `<div class="scroll"><table${rows.length <= SHORT ? ' class="whole"' : ""}><caption>${escape(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}

function figureHtml(figure: Figure, lang: Language, k: number): string {
  const label = lang === "zh" ? `图 ${k}` : `Figure ${k}`;
  return `<figure data-figure="${figure.id}"><figcaption><b>${label}　${escape(figure.title)}</b><span>${escape(figure.subtitle)}</span><span class="gutter">${escape(figure.gutter)}</span></figcaption>${drawFigure(figure, lang)}</figure>`;
}

/** A command that is broken between its words alone: a browser would break behind the dashes of a flag. */
const commandHtml = (command: string): string =>
  command
    .split(" ")
    .map((word) => `<span>${escape(word)}</span>`)
    .join(" ");

/** What it takes to get the same report again. */
function reproduction(document: ReportDocument, format: string): string {
  const { lang, manifest } = document;
  const words = reportWords[lang];
  const { command, version, seed, replications, arms } = manifestFor(manifest, format);
  const runs = arms.map(
    ({ id, hash, fingerprint }) =>
      `<span>${escape(words.scenario)} ${escape(id)} <code>${hash}</code> · ${escape(words.fingerprint)} <code>${fingerprint}</code></span>`,
  );
  return `<footer class="box" id="reproduction"><b>${escape(words.reproduce)}</b><code>${commandHtml(command)}</code>
<span></span><span>${escape(words.version)} ${escape(version)} · ${escape(words.seed)} ${escape(seed)} · ${escape(words.replications(replications))}</span>
${runs.map((line) => `<span></span>${line}`).join("\n")}</footer>`;
}
