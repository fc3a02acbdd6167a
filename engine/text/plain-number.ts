const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number as people write them; null for what only a program takes for one: 0x10, Infinity, a blank, 1e999. */
export function plainNumber(text: string): number | null {
  const x = PLAIN.test(text) ? Number(text) : NaN;
  return Number.isFinite(x) ? x : null;
}
