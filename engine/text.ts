/** A text in both languages. Chinese and English are equals: a missing one is a type error. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;
