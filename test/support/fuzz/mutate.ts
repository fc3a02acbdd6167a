import type { Draws } from "../faults/seeded.ts";
import { WORDS } from "./words.ts";

type Mutator = (text: string, draw: Draws, other: string) => string;

const cut = (text: string, draw: Draws): [number, number] => {
  const at = draw.below(text.length + 1);
  return [at, Math.min(text.length, at + 1 + draw.below(1 + draw.below(80)))];
};

const MUTATORS: readonly Mutator[] = [
  (text, draw) => replaced(text, cut(text, draw), ""),
  (text, draw) => replaced(text, [draw.below(text.length + 1)], draw.of(WORDS)),
  (text, draw) => replaced(text, cut(text, draw), draw.of(WORDS)),
  (text, draw) => replaced(text, [draw.below(text.length + 1)], text.slice(...cut(text, draw))),
  (text, draw, other) => replaced(text, [draw.below(text.length + 1)], other.slice(...cut(other, draw))),
  (text, draw) => swapped(text, /-?\d[\d.e-]*/g, draw, () => draw.of(WORDS)),
  (text, draw) => swapped(text, /-?\d[\d.e-]*/g, draw, (x) => String(Number(x) * 10 ** (draw.below(40) - 20))),
  (text, draw) => swapped(text, /[a-z][\w-]+/gi, draw, () => draw.of(WORDS)),
  (text, draw) => swapped(text, /[^\n]*\n/g, draw, (line) => line.repeat(1 + draw.below(4))),
  (text, draw) => swapped(text, /[^\n]*\n/g, draw, (line) => " ".repeat(draw.below(6)) + line.trimStart()),
];

const replaced = (text: string, [from, to = from]: readonly [number, number?], by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** One of a pattern's places, changed. */
function swapped(text: string, pattern: RegExp, draw: Draws, by: (found: string) => string): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const { 0: found, index } = draw.of(places);
  return replaced(text, [index, index + found.length], by(found));
}

/** A text of the corpus with a few things wrong in it. */
export function mutated(corpus: readonly string[], draw: Draws): string {
  let text = draw.of(corpus);
  for (let n = 1 + draw.below(5); n > 0; n--) text = draw.of(MUTATORS)(text, draw, draw.of(corpus));
  return text;
}
