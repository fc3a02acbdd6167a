import { fingerprint } from "../../../engine/index.ts";

const DIGITS = 9;

/** As JSON has it, but for infinities and NaN; what is computed to rounding is not to be held to the last bit. */
function rounded(x: unknown): unknown {
  if (typeof x === "number") return Number.isFinite(x) ? Number(x.toPrecision(DIGITS)) : String(x);
  if (ArrayBuffer.isView(x)) return Array.from(x as Float64Array, rounded);
  if (Array.isArray(x)) return x.map(rounded);
  if (x instanceof Map) return rounded([...x]);
  if (typeof x !== "object" || x === null) return x;
  return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, rounded(value)]));
}
/** A fingerprint of what something comes to. */
export const mark = (x: unknown): string => fingerprint(rounded(x));
