import type { Block, DocumentSection, Table } from "../../document/model.ts";
import { paragraph, textOf } from "../../document/sentence.ts";
import type { Figure } from "../../figures/index.ts";
import { addTitledFigure, figureSlide } from "./figure.ts";
import { reproduction } from "./reproduction.ts";
import { BODY, columns, type Deck, titled } from "./slide.ts";
import { addTable } from "./table.ts";
import { addWords, textSlides } from "./text.ts";

/**
 * After the opening four slides: what was changed, the path, the numbers, so what. What it takes to make the deck again
 * stands in the notes of the last one.
 */
export function boardSlides(deck: Deck): void {
  const { sections, lang } = deck.document;
  const of = (id: string) => sections.find((section) => section.id === id);
  const [prices] = figuresIn(of("prices"));
  if (prices && !of("changes")) figureSlide(deck, prices);
  for (const section of sections) {
    if (section.id === "prices") continue; // beside what was changed
    if (section.id !== "focus") wordsSlide(deck, section, section.id === "changes" ? prices : figuresIn(section)[0]);
    else {
      const [path, other] = figuresIn(section);
      const told = section.blocks.flatMap((b) => (b.kind === "prose" ? b.sentences : []));
      if (path) figureSlide(deck, path, textOf(paragraph(told, lang)));
      else textSlides(deck, section.heading, section.blocks.filter(isWords));
      for (const table of tablesIn(section)) tableSlide(deck, section.heading, table, other);
    }
  }
  deck.last?.addNotes(["", ...reproduction(deck.document)].join("\n"));
}

const isWords = ({ kind }: Block): boolean => kind === "prose" || kind === "list";
const figuresIn = (section?: DocumentSection): Figure[] =>
  (section?.blocks ?? []).flatMap((b) => (b.kind === "figure" ? [b.figure] : []));
const tablesIn = ({ blocks }: DocumentSection): Table[] => blocks.flatMap((b) => (b.kind === "table" ? [b.table] : []));

/** Words, and the picture that shows what they say beside them. */
function wordsSlide(deck: Deck, { heading, blocks }: DocumentSection, figure: Figure | undefined): void {
  const words = blocks.filter(isWords);
  if (!figure) return textSlides(deck, heading, words);
  const slide = titled(deck, heading);
  const [left, right] = columns();
  addWords(slide, words, left);
  addTitledFigure(deck, slide, figure, right);
}

const APART = 0.35; // inches

/** Numbers, and a second picture of what they are about under them. */
function tableSlide(deck: Deck, heading: string, table: Table, figure: Figure | undefined): void {
  const slide = titled(deck, heading, table.caption);
  const high = addTable(slide, table, BODY) + APART;
  if (figure) addTitledFigure(deck, slide, figure, { ...BODY, y: BODY.y + high, h: BODY.h - high });
}
