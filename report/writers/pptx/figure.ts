import type PptxGenJS from "pptxgenjs";
import { type Language, say } from "../../../engine/index.ts";
import { EVERY_MOVE, offLogAxis } from "../../figures/figure-words.ts";
import type { Figure } from "../../figures/index.ts";
import { addChart } from "./chart.ts";
import { BODY, type Box, type Deck, INK, INK2, titled } from "./slide.ts";
import { tableSlides } from "./table.ts";
import { name, of } from "../../document/sentence.ts";

const NOTE = 0.7; // inches

/** A figure as PowerPoint's own chart, with words under it for what such a chart cannot show; else as a table. */
export function figureSlide(deck: Deck, figure: Figure, told = ""): void {
  const { lang } = deck.document;
  if (figure.drawing.kind === "lanes") {
    const { head, rows } = figure.table;
    const cells = rows.map((row) => row.map((text) => of(name(text))));
    return tableSlides(deck, figure.title, { caption: say(EVERY_MOVE, lang), head, rows: cells, words: [1, 2] });
  }
  addFigure(deck, titled(deck, figure.title, figure.plain), figure, BODY, told);
}

/** A chart in a part of a slide, and words under it. */
function addFigure(deck: Deck, slide: PptxGenJS.Slide, figure: Figure, box: Box, told = ""): void {
  const { lang } = deck.document;
  if (figure.drawing.kind === "lanes") return;
  const note = told || given(figure, lang);
  const chart = { ...box, x: box.x - 0.1, w: box.w + 0.2, h: box.h - (note ? NOTE : 0) };
  slide.addNotes(figure.summary);
  addChart({ file: deck.file, slide, box: chart, lang, alt: figure.summary }, figure.drawing);
  const under = { x: box.x, y: box.y + box.h - NOTE + 0.05, w: box.w, h: NOTE };
  if (note) slide.addText(note, { ...under, fontSize: 13, color: INK2, valign: "top", margin: 0 });
}

const HEAD = 0.35; // inches

/** A chart under its own title, beside something else. */
export function addTitledFigure(deck: Deck, slide: PptxGenJS.Slide, figure: Figure, box: Box): void {
  const title = [
    { text: figure.title, options: { bold: true, color: INK } },
    { text: `  ${figure.plain}`, options: { color: INK2 } },
  ];
  slide.addText(title, { ...box, h: HEAD, fontSize: 14, valign: "top", margin: 0, fit: "shrink" });
  addFigure(deck, slide, figure, { ...box, y: box.y + HEAD, h: box.h - HEAD });
}

/** A log axis has no zero: the slide says in words who gives what away. */
function given({ drawing }: Figure, lang: Language): string {
  if (drawing.kind !== "panel" || drawing.free.length === 0) return "";
  return say(offLogAxis, lang)(drawing.free.map(({ name: vendor, products }) => `${vendor} ${products}`));
}
