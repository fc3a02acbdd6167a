import type { Figure } from "../../figures/index.ts";
import { addChart } from "./chart.ts";
import { BOTTOM, type Deck, INK2, MARGIN, titled, TOP, WIDTH } from "./slide.ts";
import { tableSlides } from "./table.ts";
import { name, of } from "../../document/sentence.ts";

const NOTE = 0.7; // inches

/** A figure as PowerPoint's own chart, in words beside it what a chart of its kind cannot show; else as a table. */
export function figureSlide(deck: Deck, figure: Figure): void {
  const { lang } = deck.document;
  const note = given(figure, lang);
  const box = { x: MARGIN - 0.1, y: TOP, w: WIDTH + 0.2, h: BOTTOM - TOP - (note ? NOTE : 0) };
  if (figure.drawing.kind === "lanes") {
    const { head, rows } = figure.table;
    const cells = rows.map((row) => row.map((text) => of(name(text))));
    return tableSlides(deck, figure.title, { caption: MOVES[lang], head, rows: cells, words: [1, 2] });
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

const MOVES = {
  en: "Every list-price change of one run; prices per million tokens",
  zh: "一次运行中的每次调价；价格按百万 token 计",
};

/** A log axis has no zero: who gives what away is said. */
function given({ drawing }: Figure, lang: "en" | "zh"): string {
  if (drawing.kind !== "panel" || drawing.free.length === 0) return "";
  const all = drawing.free.map(({ name: vendor, products }) => `${vendor} ${products}`);
  return lang === "zh"
    ? `免费（对数轴上画不出）：${all.join("；")}。`
    : `Free, hence off a log axis: ${all.join("; ")}.`;
}
