import type PptxGenJS from "pptxgenjs";
import { say } from "../../../engine/index.ts";
import type { ReportDocument } from "../../document/model.ts";
import { reportWords } from "../../report-words.ts";

/** Where things stand on a slide [inches] of 13.33 by 7.5, and its inks. */
export const MARGIN = 0.6;
export const WIDTH = 13.33 - 2 * MARGIN;
export const TOP = 1.45;
const BOTTOM = 6.85;
export const INK = "15181D";
export const INK2 = "4C535D";
export const RULE = "CFD1CE";

/** A deck being filled, with what every slide of it needs. */
export interface Deck {
  readonly file: PptxGenJS;
  readonly document: ReportDocument;
  last?: PptxGenJS.Slide; // the slide made last
}

/** A slide with its number and what kind of numbers these are at the foot. */
export function blank(deck: Deck): PptxGenJS.Slide {
  const { file, document } = deck;
  const slide = file.addSlide();
  deck.last = slide;
  slide.addText(say(reportWords, document.lang).foot, {
    x: MARGIN,
    y: 7.0,
    w: 8,
    h: 0.3,
    fontSize: 10,
    color: INK2,
    margin: 0,
  });
  slide.slideNumber = { x: 12.2, y: 7.0, w: 0.53, h: 0.3, fontSize: 10, color: INK2, align: "right", margin: 0 };
  return slide;
}

export function titled(deck: Deck, title: string, subtitle = ""): PptxGenJS.Slide {
  const slide = blank(deck);
  slide.addText(title, {
    x: MARGIN,
    y: 0.4,
    w: WIDTH,
    h: 0.55,
    fontSize: 24,
    bold: true,
    color: INK,
    margin: 0,
    fit: "shrink",
  });
  if (subtitle)
    slide.addText(subtitle, { x: MARGIN, y: 0.95, w: WIDTH, h: 0.35, fontSize: 13, color: INK2, margin: 0 });
  return slide;
}

/** Width of a text [em]: Han a whole one, Latin about half. */
export const ems = (text: string): number => [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? 1 : 0.54), 0);

/** Some of a slide [inches]. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What is under the title. */
export const BODY: Box = { x: MARGIN, y: TOP, w: WIDTH, h: BOTTOM - TOP };

const BETWEEN = 0.4;

/** The body as a column of words and a wider one for a picture. */
export function columns(): readonly [Box, Box] {
  const w = WIDTH * 0.38;
  return [
    { ...BODY, w },
    { ...BODY, x: MARGIN + w + BETWEEN, w: WIDTH - w - BETWEEN },
  ];
}
