/** A text in both languages. Chinese and English are equals: a missing one is a type error. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;

/** A text as files give it: in both languages, or plain, the same in both. */
export const inBoth = (text: string | Text): Text => (typeof text === "string" ? { en: text, zh: text } : text);
