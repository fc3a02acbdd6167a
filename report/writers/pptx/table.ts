import type PptxGenJS from "pptxgenjs";
import { textOf } from "../../document/sentence.ts";
import type { Table } from "../../document/model.ts";
import { BODY, type Box, type Deck, ems, INK, INK2, RULE, titled } from "./slide.ts";

const ROWS = 13; // on a slide
const SIZES = [14, 13, 12]; // points, the largest that fits
const ROW = 1.9; // of the size, with its margins
const POINTS = 72; // an inch
const PAD = 2; // ems around a cell's text
const WIDEST = 26; // ems; longer words wrap

/** A table as PowerPoint's own, as many slides as it has rows for. */
export function tableSlides(deck: Deck, title: string, table: Table): void {
  for (let at = 0; at < table.rows.length; at += ROWS)
    addTable(titled(deck, title, table.caption), { ...table, rows: table.rows.slice(at, at + ROWS) }, BODY);
}

/** A table in a part of a slide, in letters as large as fit, columns as wide as what is in them; gives its height. */
export function addTable(slide: PptxGenJS.Slide, { head, rows, words = [] }: Table, box: Box): number {
  const body = rows.map((row) => row.map(textOf));
  const left = (k: number) => k === 0 || words.includes(k);
  const need = widths([head, ...body]);
  const total = need.reduce((a, b) => a + b, 0);
  const high = (size: number) => ((rows.length + 1) * ROW * size) / POINTS;
  const fits = (size: number) => total * size <= box.w * POINTS && high(size) <= box.h;
  const fontSize = SIZES.find(fits) ?? SIZES[SIZES.length - 1];
  const cells = (row: readonly string[], top: boolean) =>
    row.map((text, k) => ({
      text,
      options: { align: left(k) ? ("left" as const) : ("right" as const), bold: top, color: top ? INK2 : INK },
    }));
  const border = [
    { type: "none" },
    { type: "none" },
    { type: "solid", pt: 0.5, color: RULE },
    { type: "none" },
  ] as const;
  slide.addTable([cells(head, true), ...body.map((row) => cells(row, false))], {
    x: box.x,
    y: box.y,
    w: box.w,
    colW: need.map((x) => (x / total) * box.w),
    fontSize,
    valign: "middle",
    border: [...border],
    margin: [0.04, 0.06, 0.04, 0.06],
  });
  return high(fontSize);
}

/** Ems of each column: of its widest text, and around it. */
const widths = (rows: readonly (readonly string[])[]): number[] =>
  rows[0].map((_, k) => Math.min(WIDEST, Math.max(...rows.map((row) => ems(row[k] ?? "")))) + PAD);
