/**
 * A text of ours never begins as a formula does: spreadsheets run those, whoever named the vendor (OWASP, CSV
 * injection). Numbers stay numbers.
 */
export const inert = (cell: string): string =>
  /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

const NUMBER = /^[+-]?(?:\d[\d,.]*|\.\d+)(?:e[+-]?\d+)?\s?%?$/i;
