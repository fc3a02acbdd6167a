import type { Text } from "../text/text.ts";

/**
 * How much a file may hold, whatever door it comes in by: far more than anybody writes, and little enough to be read in
 * a second. What runs, and for how long, has limits of its own (size-checks.ts).
 */
export const MOST = {
  characters: 1_000_000,
  depth: 40,
  values: 25_000,
} as const;

interface Much {
  readonly at: number; // offset
  readonly text: Text;
}

/**
 * What keeps a text from being parsed at all: parsers take long over what is nested or broken thousands of times, and
 * only the text itself can be looked through before.
 */
export function tooMuch(text: string): Much | null {
  if (text.length > MOST.characters) return { at: 0, text: tooLarge(text.length) };
  // eslint-disable-next-line no-control-regex -- control characters are what tells a binary file
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text)) return { at: 0, text: NO_TEXT };
  const deep = tooDeep(text);
  if (deep !== null) return { at: deep, text: { en: "nested too deeply", zh: "嵌套过深" } };
  const many = manyAt(text);
  return many === null ? null : { at: many, text: { en: "too many values", zh: "值过多" } };
}

const tooLarge = (characters: number): Text => {
  const size = (characters / 1e6).toFixed(characters < 1e7 ? 1 : 0);
  return {
    en: `the file is too large (${size} MB); a scenario file has at most ${MOST.characters / 1e6} MB`,
    zh: `文件过大（${size} MB），情景文件上限为 ${MOST.characters / 1e6} MB`,
  };
};

const NO_TEXT: Text = {
  en: "this is not a text file, or not in UTF-8 or GBK; a scenario is YAML or JSON, best saved as UTF-8",
  zh: "这不是文本文件，或编码既非 UTF-8 也非 GBK；情景应为 YAML 或 JSON，建议另存为 UTF-8",
};

/** Brackets left open, whether or not they stand in a text: nobody writes so many in one; or “- - - -” in a line. */
function tooDeep(text: string): number | null {
  const most = 2 * MOST.depth;
  const run = text.search(new RegExp(`(?:[-?:][ \\t]+){${most}}`));
  if (run >= 0) return run;
  let open = 0;
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k);
    if (c === OPEN_BRACKET || c === OPEN_BRACE) open++;
    else if (c === CLOSE_BRACKET || c === CLOSE_BRACE) open = Math.max(0, open - 1);
    if (open > most) return k;
  }
  return null;
}

const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [..."[]{}"].map((c) => c.charCodeAt(0));

/** Where there are more marks that begin a value than there may be values. */
function manyAt(text: string): number | null {
  let marks = 0;
  for (const { index } of text.matchAll(/[\n,"'&*!|>]|:[ \t]|-[ \t]/g)) if (++marks > 2 * MOST.values) return index;
  return null;
}
