import { pow } from "../math/elementary.ts";

/** Wright's law: cost against the start, (1 + Q/Q0)^-b, where Q counts from the start and Q0 lies behind it. */
export function experience(cumulative: number, reference: number, exponent: number): number {
  return exponent === 0 ? 1 : pow(1 + cumulative / reference, -exponent);
}

/** Share of cost that remains after each doubling, 2^-b; and back. */
export const progressRatio = (exponent: number): number => pow(2, -exponent);
