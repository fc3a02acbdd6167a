import type { Block, DocumentSection } from "../../document/model.ts";
import { paragraph, textOf } from "../../document/sentence.ts";
import { figureSlide } from "./figure.ts";
import { reproduction } from "./reproduction.ts";
import type { Deck } from "./slide.ts";
import { tableSlides } from "./table.ts";
import { textSlides } from "./text.ts";

/**
 * After the opening four slides: what was changed, the path, the numbers, so what. What it takes to make the deck again
 * stands in the notes of the last one.
 */
export function boardSlides(deck: Deck): void {
  for (const section of deck.document.sections) if (section.id !== PAPER_ONLY) sectionSlides(deck, section);
  const last = deck.last;
  last?.addNotes(reproduction(deck.document).join("\n"));
}

const isWords = ({ kind }: Block): boolean => kind === "prose" || kind === "list";

/** Words beside a picture stand under it; words alone have a slide of their own. A second picture is for the paper. */
function sectionSlides(deck: Deck, { id, heading, blocks }: DocumentSection): void {
  const words = blocks.filter(isWords);
  const tables = blocks.flatMap((b) => (b.kind === "table" ? [b.table] : []));
  const figure = blocks.find((b) => b.kind === "figure");
  if (figure && id !== LIST_ALONE) {
    const told = words.flatMap((b) => (b.kind === "prose" ? b.sentences : []));
    figureSlide(deck, figure.figure, textOf(paragraph(told, deck.document.lang)));
  } else textSlides(deck, heading, words);
  for (const table of tables) tableSlides(deck, heading, table);
}

const PAPER_ONLY = "prices";
const LIST_ALONE = "so-what"; // its picture is for the paper
