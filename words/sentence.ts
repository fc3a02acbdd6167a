/** A text as the first of a sentence or a title. */
export const capitalised = (text: string): string => text[0].toUpperCase() + text.slice(1);
