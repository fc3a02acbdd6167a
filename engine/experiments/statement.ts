import { type Output, parseOutput } from "./outputs.ts";

/** Something that holds in a run or does not: `vendors.zhipu.tokenShare@2024-12-31 < 0.1`. */
export interface Statement {
  readonly text: string;
  readonly output: Output;
  readonly relation: "<" | ">" | "<=" | ">=";
  readonly value: number;
}

/** Null when the text is no statement. A value may be a percentage. */
export function parseStatement(text: string): Statement | null {
  const match = /^\s*([^\s<>]+)\s*([<>]=?)\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*(%?)\s*$/.exec(text);
  const output = match && parseOutput(match[1]);
  if (!match || !output || !Number.isFinite(Number(match[3]))) return null;
  const value = Number(match[3]) / (match[4] ? 100 : 1);
  return { text: text.trim(), output, relation: match[2] as Statement["relation"], value };
}

/** By how much a value misses what a statement asks; nothing where it holds. NaN for a value that does not exist. */
export function shortfall({ relation, value }: Statement, x: number): number {
  const miss = relation.startsWith("<") ? x - value : value - x;
  return miss <= 0 ? 0 : miss;
}

/** A value that does not exist makes no statement true. */
export const holds = ({ relation, value }: Statement, x: number): boolean =>
  (relation.startsWith("<") ? x < value : x > value) || (relation.endsWith("=") && x === value);
