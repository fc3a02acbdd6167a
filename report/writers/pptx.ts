import { strFromU8, unzipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import { say } from "../../engine/index.ts";
import { manifestFor } from "../document/manifest.ts";
import type { Block, DocumentSection, ReportDocument } from "../document/model.ts";
import { textOf } from "../document/sentence.ts";
import { reportWords } from "../report-words.ts";
import { settled } from "./settle.ts";
import { FACES, OFFICE_LANGUAGE, SUMMARY } from "./pptx/deck-words.ts";
import { boardSlides } from "./pptx/board.ts";
import { withDates } from "./pptx/date-axis.ts";
import { figureSlide } from "./pptx/figure.ts";
import { reproduction } from "./pptx/reproduction.ts";
import { blank, type Deck, ems, INK, INK2, MARGIN, titled, TOP, WIDTH } from "./pptx/slide.ts";
import { tableSlides } from "./pptx/table.ts";
import { textSlides } from "./pptx/text.ts";
import { utf8, type Writer } from "./writer.ts";

/** Slides; charts are PowerPoint's own, to be edited. */
export const pptx: Writer = {
  id: "pptx",
  extension: "pptx",
  label: { en: "PowerPoint, editable charts", zh: "PowerPoint，图表可编辑" },
  async write(document, _host, base) {
    const file = new PptxGenJS();
    file.layout = "LAYOUT_WIDE";
    file.title = textOf(document.title);
    file.author = "pricewar";
    file.company = "pricewar";
    file.theme = { headFontFace: FACES.latin, bodyFontFace: FACES.latin };
    const deck: Deck = { file, document };
    opening(deck);
    if (document.board) boardSlides(deck);
    else {
      for (const section of document.sections) sectionSlides(deck, section);
      closing(deck);
    }
    const zip = (await file.write({ outputType: "uint8array", compression: false })) as Uint8Array;
    const manifest = JSON.stringify(manifestFor(document.manifest, "pptx"));
    return [
      {
        name: `${base}.pptx`,
        bytes: settled(zip, {
          ...inLanguage(zip, document.lang),
          ...withHan(zip),
          ...withDates(zip),
          ...withManifest(zip, manifest),
        }),
      },
    ];
  },
};

const LOGO = { x: 11.2, y: 0.4, w: 1.53, h: 0.7 };

const TITLE = 34; // points, of what fits in two lines

function opening(deck: Deck): void {
  const { lang, title, question, kicker, keyFigures, note, logo } = deck.document;
  const slide = blank(deck);
  const words = say(reportWords, lang);
  const whole = { x: MARGIN, w: WIDTH, margin: 0 };
  slide.addText(words.program, { ...whole, y: 0.5, h: 0.3, fontSize: 14, color: INK2 });
  slide.addText(kicker, { ...whole, y: 0.85, h: 0.3, fontSize: 14, color: INK2 });
  slide.addText(textOf(title), {
    ...whole,
    y: 1.4,
    h: 1.6,
    fontSize: ems(textOf(title)) * TITLE < 1.8 * WIDTH * 72 ? TITLE : 0.8 * TITLE,
    bold: true,
    color: INK,
    valign: "top",
    fit: "shrink",
  });
  slide.addText(`${words.question}${question}`, { ...whole, y: 3.1, h: 0.8, fontSize: 18, color: INK2, valign: "top" });
  if (logo) slide.addImage({ data: logo.slice("data:".length), ...LOGO, sizing: { type: "contain", ...LOGO } });
  if (note) slide.addText(note, { ...whole, y: 6.25, h: 0.6, fontSize: 16, color: INK, valign: "top" });
  keyFigures.forEach(({ label, value, note }, k) => {
    const at = { x: MARGIN + (k * WIDTH) / 4, w: WIDTH / 4 - 0.15, margin: 0 };
    slide.addText(label, { ...at, y: 4.4, h: 0.35, fontSize: 14, color: INK2 });
    slide.addText(textOf(value), { ...at, y: 4.8, h: 0.6, fontSize: 26, bold: true, color: INK, fit: "shrink" });
    slide.addText(textOf(note), { ...at, y: 5.45, h: 0.7, fontSize: 14, color: INK2, valign: "top" });
  });
}

/** Words that follow each other share a slide; figures and tables have their own. */
function sectionSlides(deck: Deck, { heading, blocks }: DocumentSection): void {
  const title = heading || say(SUMMARY, deck.document.lang);
  let words: Block[] = [];
  const flush = () => {
    if (words.length > 0) textSlides(deck, title, words);
    words = [];
  };
  for (const block of blocks) {
    if (block.kind === "prose" || block.kind === "list") words.push(block);
    else {
      flush();
      if (block.kind === "figure") figureSlide(deck, block.figure);
      else tableSlides(deck, title, block.table);
    }
  }
  flush();
}

function closing(deck: Deck): void {
  const { lang } = deck.document;
  const text = reproduction(deck.document).map((line) => ({
    text: line,
    options: { breakLine: true, paraSpaceAfter: 8 },
  }));
  titled(deck, say(reportWords, lang).reproduce).addText(text, {
    x: MARGIN,
    y: TOP,
    w: WIDTH,
    h: 4,
    fontSize: 14,
    color: INK,
    valign: "top",
    margin: 0,
  });
}

/** Text in the language it says it is in: PowerPoint sets marks and breaks lines by that. */
function inLanguage(zip: Uint8Array, lang: ReportDocument["lang"]): Readonly<Record<string, Uint8Array>> {
  const slides = unzipSync(zip, { filter: ({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name) });
  const told = (xml: Uint8Array) => utf8(strFromU8(xml).replaceAll(OFFICE_LANGUAGE.en, say(OFFICE_LANGUAGE, lang)));
  return Object.fromEntries(Object.entries(slides).map(([name, xml]) => [name, told(xml)]));
}

const THEME = "ppt/theme/theme1.xml";

/** PptxGenJS names the face of Latin alone: Han has its own. */
function withHan(zip: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const theme = strFromU8(unzipSync(zip, { filter: ({ name }) => name === THEME })[THEME]);
  return { [THEME]: utf8(theme.replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${FACES.han}"/>`)) };
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
    "customXml/item1.xml": utf8(
      `<?xml version="1.0" encoding="UTF-8"?><manifest xmlns="urn:pricewar:manifest"><![CDATA[${data}]]></manifest>`,
    ),
  };
}
