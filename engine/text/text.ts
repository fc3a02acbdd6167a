/** The languages of the product. A third is a key here and its words; where it has none yet, English is said. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A thing said in each language. Chinese and English are equals: a missing one is a type error. */
export type Said<T> = { readonly en: T; readonly zh: T } & { readonly [L in Language]?: T };

/** A text in both languages. */
export type Text = Said<string>;

/** The one way of saying: a text, or a function that makes one of its values, in the reader's language. */
export const say = <T>(words: Said<T>, lang: Language): T => words[lang] ?? words.en;

/** A text as files give it: in both languages, or plain, the same in both. */
export const inBoth = (text: string | Text): Text => (typeof text === "string" ? { en: text, zh: text } : text);
