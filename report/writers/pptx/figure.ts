import { type Language, say } from "../../../engine/index.ts";
import { EVERY_MOVE, offLogAxis } from "../../figures/figure-words.ts";
import type { Figure } from "../../figures/index.ts";
import { addChart } from "./chart.ts";
import { BOTTOM, type Deck, INK2, MARGIN, titled, TOP, WIDTH } from "./slide.ts";
import { tableSlides } from "./table.ts";
import { name, of } from "../../document/sentence.ts";

const NOTE = 0.7; // inches

/** A figure as PowerPoint's own chart, with words under it for what such a chart cannot show; else as a table. */
export function figureSlide(deck: Deck, figure: Figure, told = ""): void {
  const { lang } = deck.document;
  const note = told || given(figure, lang);
  const box = { x: MARGIN - 0.1, y: TOP, w: WIDTH + 0.2, h: BOTTOM - TOP - (note ? NOTE : 0) };
  if (figure.drawing.kind === "lanes") {
    const { head, rows } = figure.table;
    const cells = rows.map((row) => row.map((text) => of(name(text))));
    return tableSlides(deck, figure.title, { caption: say(EVERY_MOVE, lang), head, rows: cells, words: [1, 2] });
  }
  const slide = titled(deck, figure.title, figure.plain);
  slide.addNotes(figure.summary);
  addChart({ file: deck.file, slide, box, lang, alt: figure.summary }, figure.drawing);
  if (note)
    slide.addText(note, {
      x: MARGIN,
      y: BOTTOM - NOTE + 0.05,
      w: WIDTH,
      h: NOTE,
      fontSize: 13,
      color: INK2,
      valign: "top",
      margin: 0,
    });
}

/** A log axis has no zero: the slide says in words who gives what away. */
function given({ drawing }: Figure, lang: Language): string {
  if (drawing.kind !== "panel" || drawing.free.length === 0) return "";
  return say(offLogAxis, lang)(drawing.free.map(({ name: vendor, products }) => `${vendor} ${products}`));
}
