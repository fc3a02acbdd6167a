import type { Block } from "../../document/model.ts";
import { textOf } from "../../document/sentence.ts";
import { BOTTOM, type Deck, ems, INK, MARGIN, titled, TOP, WIDTH } from "./slide.ts";

const SIZE = 18; // points
const GAP = 8; // points after a paragraph
const LINE = 1.25; // of the size
const POINTS = 72; // an inch

interface Paragraph {
  readonly text: string;
  readonly bullet: boolean;
}

/** Prose and lists that follow each other share slides, as far as they fit. */
export function textSlides(deck: Deck, title: string, blocks: readonly Block[]): void {
  for (const page of paged(blocks.flatMap(paragraphsOf))) {
    const lines = page.map(({ text, bullet }) => ({
      text,
      options: { bullet: bullet ? { indent: 16 } : false, breakLine: true, paraSpaceAfter: GAP },
    }));
    titled(deck, title).addText(lines, {
      x: MARGIN,
      y: TOP,
      w: WIDTH,
      h: BOTTOM - TOP,
      fontSize: SIZE,
      color: INK,
      valign: "top",
      margin: 0,
    });
  }
}

/** A paragraph of sentences is a list on a slide: people do not read paragraphs there. */
function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind === "prose") return block.sentences.map((s) => ({ text: textOf(s), bullet: block.together ?? false }));
  return block.kind === "list" ? block.items.map((s) => ({ text: textOf(s), bullet: true })) : [];
}

function paged(all: readonly Paragraph[]): Paragraph[][] {
  const room = (BOTTOM - TOP) * POINTS;
  const pages: Paragraph[][] = [];
  let left = 0;
  for (const paragraph of all) {
    const lines = Math.ceil((ems(paragraph.text) * SIZE) / (WIDTH * POINTS - 20));
    const height = lines * SIZE * LINE + GAP;
    if (height > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)!.push(paragraph);
    left -= height;
  }
  return pages;
}
