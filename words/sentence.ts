/** A text as the first of a sentence or a title. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
