import { type Language, say } from "../../engine/index.ts";
import { date } from "../../words/format.ts";
import { GAP } from "../../words/punctuation.ts";
import type { Day, Name, Part, Sentence } from "./model.ts";

export type Piece = Part | Sentence;

/** Builds a sentence from a template: sentence`fell ${value} by ${day}`. Sentences within are taken apart. */
export function sentence(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Sentence {
  return { parts: texts.flatMap((text, k) => [text, ...(k < pieces.length ? partsOf(pieces[k]) : [])]) };
}

const partsOf = (piece: Piece): readonly Part[] =>
  typeof piece === "object" && "parts" in piece ? piece.parts : [piece];

export const plain = (text: string): Sentence => ({ parts: [text] });
export const of = (part: Part): Sentence => ({ parts: [part] });
export const NOTHING: Sentence = { parts: [] };

/** Sentences one after another. */
export const joined = (sentences: readonly Sentence[]): Sentence => ({ parts: sentences.flatMap((s) => s.parts) });

export const name = (said: string): Name => ({ said, name: true });
export const day = (iso: string, lang: Language, short = false): Day => ({ said: date(iso, lang, short), date: iso });

const said = (part: Part): string => (typeof part === "string" ? part : part.said);
const HAN = /[\u4e00-\u9fff]$/;
const LATIN = /^[A-Za-z0-9¥$€+\u2212]/;
const starts = /^[\u4e00-\u9fff]/;
const ends = /[A-Za-z0-9%)]$/;

/** The sentence as read. Han and Latin or digits are set apart, but for dates, whose digits belong to the Han. */
export function textOf({ parts }: Sentence): string {
  let text = "";
  let dated = false; // what went before was a date
  for (const part of parts) {
    const next = said(part);
    if (next === "") continue;
    const isDate = typeof part === "object" && "date" in part;
    const apart = !isDate && !dated && ((HAN.test(text) && LATIN.test(next)) || (ends.test(text) && starts.test(next)));
    text += apart ? ` ${next}` : next;
    dated = isDate;
  }
  return text;
}

/** Parts with the spaces textOf puts between them, for writers that mark numbers. */
export function spacedParts(sentence: Sentence): readonly Part[] {
  const out: Part[] = [];
  for (const [k, part] of sentence.parts.entries()) {
    const before = textOf({ parts: sentence.parts.slice(0, k) });
    const after = textOf({ parts: sentence.parts.slice(0, k + 1) });
    if (before !== "" && after === `${before} ${said(part)}`) out.push(" ");
    out.push(part);
  }
  return out;
}

/** Sentences of one paragraph. */
export const paragraph = (sentences: readonly Sentence[], lang: Language): Sentence => {
  const kept = sentences.filter((s) => s.parts.length > 0);
  return joined(kept.flatMap((s, k) => (k === 0 ? [s] : [plain(say(GAP, lang)), s])));
};
