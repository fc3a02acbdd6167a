import process from "node:process";

/** Columns a text takes in a terminal: a Han character or full-width mark takes two. */
export const columnsOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, c) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );

export const padEndColumns = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));

/** A word or one Han character, with the marks that may not be parted from it. */
const PIECE = /\s*[（“(]*(?:[^\s\u2e80-\uff60]+|[\u2e80-\uff60])[，。；：、）”？！]*/g;

/** Lines of at most so many columns, broken between words and between Han characters. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== "" && columnsOf(line + piece) > columns) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line];
}

/** Columns left of a terminal's after an indent; a pipe takes lines of any length. */
export const roomAfter = (indent: number): number =>
  process.stdout.isTTY ? Math.max(30, process.stdout.columns - indent) : Infinity;

/** Prose as wide as the terminal; every line after the first is indented. */
export const paragraph = (text: string, indent = 0): string =>
  wrapColumns(text, roomAfter(indent)).join(`\n${" ".repeat(indent)}`);

/** A label that leaves room for so many columns beside it. */
export const label = (text: string, beside: number): string => wrapColumns(text, roomAfter(beside)).join("\n");
