/**
 * Codes that do something instead of being seen: control characters but for tab and line ends, and those that turn the
 * direction of writing round for what follows. U+FFFE and U+FFFF are no characters, and no XML holds them.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** The first of them in a text; null for none. */
export const controlCode = (text: string): number | null => CONTROL_ONE.exec(text)?.[0].charCodeAt(0) ?? null;

const CONTROL_ONE = new RegExp(CONTROL.source);

/** A text with a mark in place of each. */
export const withoutControl = (text: string): string => text.replace(CONTROL, "\ufffd");
