import { type Language, say } from "../../../engine/index.ts";
import type { Block, DocumentSection, ReportDocument, Sentence, Table } from "../../document/model.ts";
import { paragraph, spacedParts, textOf } from "../../document/sentence.ts";
import { drawFigure } from "../../figures/draw.tsx";
import { FIGURE } from "../../figures/figure-words.ts";
import type { Figure } from "../../figures/index.ts";
import { manifestFor } from "../../document/manifest.ts";
import { reportWords } from "../../report-words.ts";
import { escape } from "./escape.ts";

/** The report as HTML, head and script apart: what is printed, shown as preview, and kept in a file. */
export function bodyOf(document: ReportDocument, format: string): string {
  const { lang, title, question, kicker } = document;
  const words = say(reportWords, lang);
  let figure = 0;
  const drawn: Drawn = { lang, figure: (f) => figureHtml(f, lang, ++figure) };
  return `<main class="report${document.manifest.template ? ` ${document.manifest.template}` : ""}">
<header class="masthead">${logo(document)}<b>${escape(words.program)}</b><span>${escape(kicker)}</span></header>
<h1>${escape(textOf(title))}</h1>
<p class="question">${escape(words.question)}${escape(question)}</p>
${document.note ? element("p", escape(document.note), ' class="own"') : ""}
${keyFigures(document)}
${document.sections.map((s) => sectionHtml(s, drawn)).join("\n")}
${reproduction(document, format)}
</main>`;
}

const logo = ({ logo: picture }: ReportDocument): string => (picture ? `<img src="${escape(picture)}" alt="">` : "");

/** An element; attributes begin with a space. */
const element = (tag: string, content: string, attributes = ""): string => `<${tag}${attributes}>${content}</${tag}>`;

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

function keyFigures({ keyFigures: all }: ReportDocument): string {
  if (all.length === 0) return "";
  const boxes = all.map(({ label, value, note }) => {
    const number = element("span", marked(value), ' class="number"');
    const said = element("dd", `${number}<br>${element("span", marked(note), ' class="note"')}`);
    return element("div", element("dt", escape(label)) + said);
  });
  return element("dl", boxes.join(""), ' class="key"');
}

/** What blocks need of their report: its language, and figures counted. */
interface Drawn {
  readonly lang: Language;
  readonly figure: (f: Figure) => string;
}

function sectionHtml(section: DocumentSection, drawn: Drawn): string {
  const heading = section.heading ? `<h2>${escape(section.heading)}</h2>\n` : "";
  const blocks = section.blocks.map((b) => blockHtml(b, drawn)).join("\n");
  const attributes = ` data-section="${section.id}"${section.newPage ? ' class="page"' : ""}`;
  return element("section", `\n${heading}${blocks}\n`, attributes);
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
  const heads = head.map((h, k) => element("th", escape(h), ` scope="col"${css(k)}`)).join("");
  const lines = rows.map(([first, ...rest]) => {
    const cells = rest.map((c, k) => element("td", marked(c), css(k + 1))).join("");
    return element("tr", element("th", marked(first), ' scope="row"') + cells);
  });
  const body = element("thead", element("tr", heads)) + element("tbody", lines.join("\n"));
  const table = element(
    "table",
    element("caption", escape(caption)) + body,
    rows.length <= SHORT ? ' class="whole"' : "",
  );
  return element("div", table, ' class="scroll"');
}

function figureHtml(figure: Figure, lang: Language, k: number): string {
  const { id, title, subtitle, gutter } = figure;
  const label = `${say(FIGURE, lang)(k)}　${escape(title)}`;
  const words = [
    element("b", label),
    element("span", escape(subtitle)),
    element("span", escape(gutter), ' class="gutter"'),
  ];
  const caption = element("figcaption", words.join(""));
  return element("figure", caption + drawFigure(figure, lang), ` data-figure="${id}"`);
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
  const words = say(reportWords, lang);
  const { command, version, seed, replications, arms } = manifestFor(manifest, format);
  const origin = [`${words.version} ${version}`, `${words.seed} ${seed}`, words.replications(replications)];
  const runs = arms.map(({ id, hash, fingerprint }) =>
    [
      `${escape(words.scenario)} ${escape(id)} ${element("code", hash)}`,
      `${escape(words.fingerprint)} ${element("code", fingerprint)}`,
    ].join(" · "),
  );
  const lines = [origin.map(escape).join(" · "), ...runs].map((line) => `<span></span>${element("span", line)}`);
  return `<footer class="box" id="reproduction"><b>${escape(words.reproduce)}</b><code>${commandHtml(command)}</code>
${lines.join("\n")}${besideHtml(document)}</footer>`;
}

/** The way to the page that lies beside this one. */
const besideHtml = ({ beside, lang }: ReportDocument): string =>
  beside === undefined
    ? ""
    : `\n<span></span><a class="live" href="${escape(beside)}">${escape(say(reportWords, lang).askInSql)}</a>`;
