import type { Text } from "../text/text.ts";

/** A number as written: its digits and the power of ten they stand at, so that a unit shifts the point exactly. */
export interface Numeral {
  readonly digits: string; // with a sign, without a point
  readonly exponent: number;
  readonly length: number; // of the text it takes up
  readonly doubt?: Text; // why it could be meant otherwise
}

/** The number, with its point moved by `shift` places. */
export const numberOf = ({ digits, exponent }: Numeral, shift = 0): number => Number(`${digits}e${exponent + shift}`);

const WRITTEN = /^([+-]?) ?((?=[.\d])\d*(?:[.,_' ]\d+)*\.?)(?:e([+-]?\d{1,4}))?/iu;
const GROUP = /^\d{3}$/;

/** The number a text begins with, in half-width forms; null where none does, or its marks contradict each other. */
export function readNumeral(text: string): Numeral | null {
  const found = WRITTEN.exec(text);
  const parts = found && wholeAndDecimals(found[2]);
  if (!parts) return null;
  const [whole, decimals] = parts;
  const exponent = Number(found[3] ?? 0) - decimals.length;
  const sign = found[1] === "-" ? "-" : "";
  return { digits: sign + whole + decimals, exponent, length: found[0].length, doubt: doubtOf(found[2]) };
}

/**
 * Only groups of three digits are thousands: `1,234` is 1234, `0,05` and `1,5` have a decimal comma. Of two kinds of
 * marks the last is the decimal one, `1.234,5`; a mark that comes twice marks groups, `1.234.567`.
 */
function wholeAndDecimals(body: string): [whole: string, decimals: string] | null {
  const runs = body.replace(/(?<=\d)\.$/, "").split(/[.,_' ]/);
  const marks: string[] = body.match(/[.,_' ](?=\d)/g) ?? [];
  if (runs[0] === "") return runs.length === 2 && marks[0] === "." ? ["0", runs[1]] : null;
  if (marks.length === 0) return [runs[0], ""];
  const last = marks.at(-1)!;
  const decimal = (last === "." || last === ",") && marks.indexOf(last) === marks.length - 1;
  if (marks.length === 1 && decimal) return last === "," && isGrouped(runs) ? [runs.join(""), ""] : [runs[0], runs[1]];
  const grouped = decimal ? runs.slice(0, -1) : runs;
  const alike = new Set(decimal ? marks.slice(0, -1) : marks).size === 1;
  if (!alike || !isGrouped(grouped)) return null;
  return [grouped.join(""), decimal ? runs.at(-1)! : ""];
}

const isGrouped = ([first, ...rest]: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && rest.every((run) => GROUP.test(run));

/** `1,250` could be a decimal comma; a thousand written out, `50,000`, is none. */
function doubtOf(body: string): Text | undefined {
  const [whole, decimals] = body.split(",");
  if (!/^[1-9]\d{0,2},\d{3}$/.test(body) || decimals === "000") return undefined;
  const [thousands, decimal] = [`${whole}${decimals}`, `${whole}.${decimals}`];
  return {
    en: `“${body}” is read as ${thousands}: a comma before three digits marks thousands (a decimal is ${decimal})`,
    zh: `“${body}”按 ${thousands} 读：逗号后跟三位数字视为千位分隔；若为小数，请写 ${decimal}`,
  };
}
