import type { Block } from "../../document/model.ts";
import { textOf } from "../../document/sentence.ts";
import type PptxGenJS from "pptxgenjs";
import { BODY, type Box, type Deck, ems, INK, titled } from "./slide.ts";

const SIZES = [18, 16, 14, 12]; // points, the largest that fits
const [SIZE] = SIZES;
const GAP = 8; // points after a paragraph
const LINE = 1.25; // of the size
const POINTS = 72; // an inch

interface Paragraph {
  readonly text: string;
  readonly bullet: boolean;
}

/** Prose and lists that follow each other share slides, as far as they fit. */
export function textSlides(deck: Deck, title: string, blocks: readonly Block[]): void {
  for (const page of paged(blocks.flatMap(paragraphsOf))) put(titled(deck, title), page, BODY, SIZE);
}

/** Words in a part of a slide, in the largest size in which they fit. */
export function addWords(slide: PptxGenJS.Slide, blocks: readonly Block[], box: Box): void {
  const all = blocks.flatMap(paragraphsOf);
  const fits = SIZES.find((size) => all.reduce((sum, p) => sum + heightOf(p, box, size), 0) <= box.h * POINTS);
  put(slide, all, box, fits ?? SIZES[SIZES.length - 1]);
}

function put(slide: PptxGenJS.Slide, paragraphs: readonly Paragraph[], box: Box, fontSize: number): void {
  const lines = paragraphs.map(({ text, bullet }) => ({
    text,
    options: { bullet: bullet ? { indent: 16 } : false, breakLine: true, paraSpaceAfter: GAP },
  }));
  slide.addText(lines, { ...box, fontSize, color: INK, valign: "top", margin: 0 });
}

/** A paragraph of sentences is a list on a slide: people do not read paragraphs there. */
function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind === "prose") return block.sentences.map((s) => ({ text: textOf(s), bullet: block.together ?? false }));
  return block.kind === "list" ? block.items.map((s) => ({ text: textOf(s), bullet: true })) : [];
}

/** Points that a paragraph takes, with what is free after it. */
const heightOf = ({ text }: Paragraph, { w }: Box, size: number): number =>
  Math.ceil((ems(text) * size) / (w * POINTS - 20)) * size * LINE + GAP;

function paged(all: readonly Paragraph[]): Paragraph[][] {
  const room = BODY.h * POINTS;
  const pages: Paragraph[][] = [];
  let left = 0;
  for (const paragraph of all) {
    const height = heightOf(paragraph, BODY, SIZE);
    if (height > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)!.push(paragraph);
    left -= height;
  }
  return pages;
}
