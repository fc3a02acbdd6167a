import { type Language, type Said, say, type Text } from "../engine/index.ts";

/** Marks between the pieces of a text, as each language sets them. */
export const COLON: Text = { en: ": ", zh: "：" };
export const COMMA: Text = { en: ", ", zh: "，" };
export const SEMICOLON: Text = { en: "; ", zh: "；" };
export const FULL_STOP: Text = { en: ". ", zh: "。" };
export const STOP: Text = { en: ".", zh: "。" };

/** Between names in a row. */
export const ITEM: Text = { en: ", ", zh: "、" };

/** Between sentences of one paragraph. */
export const GAP: Text = { en: " ", zh: "" };

/** What a locale is called in HTML and by fontconfig. */
export const LOCALE: Text = { en: "en", zh: "zh-CN" };

const PARENTHESES: Said<(text: string) => string> = { en: (text) => ` (${text})`, zh: (text) => `（${text}）` };

/** A text in parentheses, after what it explains. */
export const aside = (text: string, lang: Language): string => say(PARENTHESES, lang)(text);

/** “Product: reason”. */
export const labelled = (label: string, text: string, lang: Language): string => `${label}${say(COLON, lang)}${text}`;

/** Pieces of a Chinese sentence: a space sets Han characters apart from Latin letters and digits. */
export function zhJoin(...pieces: readonly string[]): string {
  const [han, latin] = [/[\u4e00-\u9fff]/, /[\w%]/];
  return pieces
    .filter((piece) => piece !== "")
    .reduce((said, piece) => {
      const [a, b] = [said[said.length - 1] ?? "", piece[0]];
      const apart = (han.test(a) && latin.test(b)) || (latin.test(a) && han.test(b));
      return `${said}${apart ? " " : ""}${piece}`;
    }, "");
}

/** Before the last of several things. */
export const AND: Text = { en: " and ", zh: "，以及" };
