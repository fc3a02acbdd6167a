import type { Text } from "../text/text.ts";

/** Between which values a number must lie. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly integer?: boolean;
}

/** What a number should be that is not; null for one within bounds. */
export function outside(x: number, { min, max, exclusiveMin, integer }: Bounds): Text | null {
  if (exclusiveMin !== undefined && x <= exclusiveMin)
    return { en: `more than ${exclusiveMin}`, zh: `大于 ${exclusiveMin}` };
  if (min !== undefined && x < min) return { en: `at least ${min}`, zh: `不小于 ${min}` };
  if (max !== undefined && x > max) return { en: `at most ${max}`, zh: `不大于 ${max}` };
  if (integer && !Number.isInteger(x)) return { en: "a whole number", zh: "为整数" };
  return null;
}

const LARGEST = 1e15;

/**
 * Whether a number is of a size that anything in a market has, in any unit: beyond it products of a few numbers are no
 * numbers any more, and what is computed of them says nothing.
 */
export const isMeasurable = (x: number): boolean => x === 0 || (Math.abs(x) <= LARGEST && Math.abs(x) >= 1 / LARGEST);
