import { strFromU8, unzipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import type { Figure } from "../figures/index.ts";
import { manifestFor } from "../document/manifest.ts";
import type { Block, ReportDocument, Sentence, Table } from "../document/model.ts";
import { textOf } from "../document/sentence.ts";
import { reportWords } from "../report-words.ts";
import { addChart } from "./office/chart.ts";
import { settled } from "./office/settle.ts";
import { utf8, type Writer } from "./writer.ts";

const [WIDTH, MARGIN] = [13.33, 0.6]; // inches
const INK = "15181D";
const INK2 = "4C535D";
const ROWS = 12; // of a table on a slide
const LINES = 7; // sentences on a slide

/** A slide a section; charts are PowerPoint's own, to be edited. */
export const pptx: Writer = {
  id: "pptx",
  extension: "pptx",
  label: { en: "PowerPoint, editable charts", zh: "PowerPoint，图表可编辑" },
  async write(document, _host, base) {
    const deck = new PptxGenJS();
    deck.layout = "LAYOUT_WIDE";
    deck.title = textOf(document.title);
    deck.author = "pricewar";
    deck.company = "pricewar";
    deck.theme = document.lang === "zh" ? { headFontFace: "Microsoft YaHei", bodyFontFace: "Microsoft YaHei" } : { headFontFace: "Segoe UI", bodyFontFace: "Segoe UI" }; // prettier-ignore
    opening(deck, document);
    for (const section of document.sections)
      for (const block of section.blocks) slideOf(deck, section.heading, block, document);
    closing(deck, document);
    const zip = (await deck.write({ outputType: "uint8array", compression: false })) as Uint8Array;
    const manifest = JSON.stringify(manifestFor(document.manifest, "pptx"));
    return [{ name: `${base}.pptx`, bytes: settled(zip, withManifest(zip, manifest)) }];
  },
};

function opening(deck: PptxGenJS, { lang, title, question, kicker, keyFigures }: ReportDocument): void {
  const slide = deck.addSlide();
  const words = reportWords[lang];
  slide.addText(words.program, { x: MARGIN, y: 0.4, w: 12, h: 0.4, fontSize: 14, color: INK2 });
  slide.addText(textOf(title), {
    x: MARGIN,
    y: 1.2,
    w: 12,
    h: 1.4,
    fontSize: 32,
    bold: true,
    color: INK,
    valign: "top",
  });
  slide.addText(`${words.question}${question}`, { x: MARGIN, y: 2.7, w: 12, h: 0.7, fontSize: 16, color: INK2, valign: "top" }); // prettier-ignore
  keyFigures.forEach(({ label, value, note }, k) => {
    const at = { x: MARGIN + k * 3.05, w: 2.9 };
    slide.addText(label, { ...at, y: 3.8, h: 0.35, fontSize: 14, color: INK2 });
    slide.addText(textOf(value), { ...at, y: 4.15, h: 0.6, fontSize: 24, bold: true, color: INK });
    slide.addText(textOf(note), { ...at, y: 4.75, h: 0.6, fontSize: 12, color: INK2, valign: "top" });
  });
  slide.addText(kicker, { x: MARGIN, y: 6.7, w: 12, h: 0.4, fontSize: 12, color: INK2 });
}

function slideOf(deck: PptxGenJS, heading: string, block: Block, document: ReportDocument): void {
  if (block.kind === "figure") return figureSlide(deck, block.figure, document);
  if (block.kind === "table") return tableSlides(deck, heading, block.table);
  const sentences = block.kind === "prose" ? block.sentences : block.items;
  for (let at = 0; at < sentences.length; at += LINES)
    textSlide(deck, heading || textOf(document.title), sentences.slice(at, at + LINES), block.kind === "list");
}

function titled(deck: PptxGenJS, title: string, subtitle = ""): PptxGenJS.Slide {
  const slide = deck.addSlide();
  slide.addText(title, { x: MARGIN, y: 0.35, w: WIDTH - 2 * MARGIN, h: 0.6, fontSize: 24, bold: true, color: INK });
  if (subtitle) slide.addText(subtitle, { x: MARGIN, y: 0.95, w: WIDTH - 2 * MARGIN, h: 0.35, fontSize: 12, color: INK2 }); // prettier-ignore
  return slide;
}

function textSlide(deck: PptxGenJS, title: string, sentences: readonly Sentence[], bullet: boolean): void {
  const slide = titled(deck, title);
  const lines = sentences.map((s) => ({ text: textOf(s), options: { bullet, breakLine: true, paraSpaceAfter: 8 } }));
  slide.addText(lines, { x: MARGIN, y: 1.3, w: WIDTH - 2 * MARGIN, h: 5.6, fontSize: 16, color: INK, valign: "top", fit: "shrink" }); // prettier-ignore
}

function figureSlide(deck: PptxGenJS, figure: Figure, { lang }: ReportDocument): void {
  const slide = titled(deck, figure.title, figure.subtitle);
  const box = { x: MARGIN, y: 1.4, w: WIDTH - 2 * MARGIN, h: 5.6 };
  if (addChart(deck, slide, figure, box, lang)) return;
  const { head, rows } = figure.table;
  slide.addTable([head, ...rows.slice(0, ROWS)].map((row, k) => row.map((text) => ({ text, options: { bold: k === 0 } }))), { ...box, fontSize: 11, color: INK }); // prettier-ignore
}

function tableSlides(deck: PptxGenJS, heading: string, { caption, head, rows }: Table): void {
  for (let at = 0; at < rows.length; at += ROWS) {
    const slide = titled(deck, heading, caption);
    const lines = rows.slice(at, at + ROWS).map((row) => row.map((s, k) => ({ text: textOf(s), options: { align: k === 0 ? "left" : "right" } as const }))); // prettier-ignore
    const top = head.map((text, k) => ({ text, options: { bold: true, align: k === 0 ? "left" : "right" } as const }));
    slide.addTable([top, ...lines], { x: MARGIN, y: 1.4, w: WIDTH - 2 * MARGIN, fontSize: 11, color: INK, border: { type: "solid", pt: 0.5, color: "CFD1CE" } }); // prettier-ignore
  }
}

function closing(deck: PptxGenJS, { lang, manifest }: ReportDocument): void {
  const words = reportWords[lang];
  const { command, version, seed, replications, arms } = manifestFor(manifest, "pptx");
  const lines = [
    command,
    `${words.version} ${version} · ${words.seed} ${seed} · ${words.replications(replications)}`,
    ...arms.map(({ id, hash, fingerprint }) => `${words.scenario} ${id} ${hash} · ${words.fingerprint} ${fingerprint}`),
    words.foot,
  ];
  const text = lines.map((line) => ({ text: line, options: { breakLine: true, paraSpaceAfter: 6 } }));
  titled(deck, words.reproduce).addText(text, { x: MARGIN, y: 1.3, w: WIDTH - 2 * MARGIN, h: 4, fontSize: 14, color: INK, valign: "top" }); // prettier-ignore
}

const RELATIONS = "ppt/_rels/presentation.xml.rels";
const CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

/** The manifest as custom XML of the presentation, which PowerPoint keeps. */
function withManifest(zip: Uint8Array, manifest: string): Readonly<Record<string, Uint8Array>> {
  const relations = strFromU8(unzipSync(zip, { filter: ({ name }) => name === RELATIONS })[RELATIONS]);
  const own = `<Relationship Id="rIdManifest" Type="${CUSTOM}" Target="../customXml/item1.xml"/></Relationships>`;
  const data = manifest.replaceAll("]]>", "]]]]><![CDATA[>");
  return {
    [RELATIONS]: utf8(relations.replace("</Relationships>", own)),
    "customXml/item1.xml": utf8(`<?xml version="1.0" encoding="UTF-8"?><manifest xmlns="urn:pricewar:manifest"><![CDATA[${data}]]></manifest>`), // prettier-ignore
  };
}
