import { dsvFormat } from "d3";

/** The cells of a text, and the lines whose quotation mark nothing closes. */
interface Cells {
  readonly cells: string[][];
  readonly unclosed: readonly number[];
}

/** Of what separates cells, the one that the text has most of in its first lines. */
export function cellsOf(text: string): Cells {
  const head = text.split("\n", 3).join("\n");
  const count = (mark: string) => head.split(mark).length;
  const mark = ["\t", ";", ",", "，", "|"].reduce((a, b) => (count(b) > count(a) ? b : a));
  const closed = closedCells(text, mark);
  return { cells: dsvFormat(mark).parseRows(closed.text), unclosed: closed.lines };
}

/** A mark that nothing closes is one of inches, or somebody's slip. At its word it makes a cell of all rows behind. */
function closedCells(text: string, mark: string): { readonly text: string; readonly lines: readonly number[] } {
  if (!text.includes('"')) return { text, lines: [] };
  const ends = ["\n", "\r", mark];
  const kept: string[] = [];
  const lines: number[] = [];
  let [from, line, counted] = [0, 1, 0];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    const close = text[at] === '"' ? closeOf(text, at) : -1;
    if (close >= 0 && (isEnd(text[close + 1], ends) || !text.slice(at, close).includes("\n"))) {
      at = close + 1; // whatever follows it separates
    } else {
      while (at < text.length && !ends.includes(text[at])) at++;
      if (text[start] === '"') {
        kept.push(text.slice(from, start), `"${text.slice(start, at).replaceAll('"', '""')}"`);
        line += text.slice(counted, start).split("\n").length - 1;
        counted = start;
        lines.push(line);
        from = at;
      }
    }
  }
  return { text: kept.join("") + text.slice(from), lines };
}

const isEnd = (next: string | undefined, ends: readonly string[]): boolean => next === undefined || ends.includes(next);

/** The mark that closes the cell which one opens: the next that is not doubled; -1 for none. */
function closeOf(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}
