import { plainNumber } from "../engine/text/plain-number.ts";
import { wholeNumberBetween } from "./problem-words.ts";
import { UsageError } from "./verb.ts";

export function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const x = plainNumber(text) ?? NaN;
  if (Number.isInteger(x) && x >= min && x <= max) return x;
  throw new UsageError(wholeNumberBetween(flag, text, min, max));
}
