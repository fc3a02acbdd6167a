import { textOf } from "../../document/sentence.ts";
import type { Table } from "../../document/model.ts";
import { type Deck, ems, INK, INK2, MARGIN, RULE, titled, TOP, WIDTH } from "./slide.ts";

const ROWS = 13; // on a slide
const SIZE = 12; // points
const PAD = 2; // ems around a cell's text
const WIDEST = 26; // ems; longer words wrap

/** A table as PowerPoint's own, as many slides as it has rows for; columns as wide as what is in them. */
export function tableSlides(deck: Deck, title: string, table: Table): void {
  const { caption, head, rows, words = [] } = table;
  const body = rows.map((row) => row.map(textOf));
  const left = (k: number) => k === 0 || words.includes(k);
  const colW = widths([head, ...body]);
  for (let at = 0; at < body.length; at += ROWS) {
    const cells = (row: readonly string[], top: boolean) =>
      row.map((text, k) => ({
        text,
        options: { align: left(k) ? ("left" as const) : ("right" as const), bold: top, color: top ? INK2 : INK },
      }));
    const lines = [cells(head, true), ...body.slice(at, at + ROWS).map((row) => cells(row, false))];
    const border = [
      { type: "none" },
      { type: "none" },
      { type: "solid", pt: 0.5, color: RULE },
      { type: "none" },
    ] as const;
    titled(deck, title, caption).addTable(lines, {
      x: MARGIN,
      y: TOP,
      w: WIDTH,
      colW,
      fontSize: SIZE,
      valign: "middle",
      border: [...border],
      margin: [0.04, 0.06, 0.04, 0.06],
    });
  }
}

/** Inches of each column, in proportion to its widest text. */
function widths(rows: readonly (readonly string[])[]): number[] {
  const need = rows[0].map((_, k) => Math.min(WIDEST, Math.max(...rows.map((row) => ems(row[k] ?? "")))) + PAD);
  const total = need.reduce((a, b) => a + b, 0);
  return need.map((x) => (x / total) * WIDTH);
}
