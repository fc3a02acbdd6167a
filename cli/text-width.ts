import process from "node:process";
import { columnsOf } from "../words/columns.ts";

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

/** Lines wider than the terminal are broken between words, under their indent; a chart's, in colours, never are. */
export function fitting(text: string): string {
  const room = roomAfter(0);
  if (room === Infinity) return text;
  return text
    .split("\n")
    .map((line) => (columnsOf(line) <= room || line.includes(ESCAPE) ? line : hung(line, room)))
    .join("\n");
}

const ESCAPE = "\u001b";
const HANG = 2; // columns a line that goes on is set in

function hung(line: string, room: number): string {
  const indent = " ".repeat(/^ */.exec(line)![0].length + HANG);
  return wrapColumns(line, room - indent.length).join(`\n${indent}`);
}
