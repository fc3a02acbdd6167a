import { exp, log } from "./elementary.ts";

/**
 * The w > 0 with w + ln w = x, that is Lambert's W(e^x), for any x without overflow. Newton on w + ln w - x, which is
 * increasing and concave, from a start at or left of the root: monotone, four or five steps to the last bits.
 */
export function lambertOfExp(x: number): number {
  if (x < -30) return exp(x);
  let w = x > 1 ? x - log(x) : exp(x - Math.min(1, exp(x)));
  for (let step = 0; step < 60; step++) {
    const next = (w * (1 + x - log(w))) / (1 + w);
    if (!(Math.abs(next - w) > 4e-16 * w)) return next;
    w = next;
  }
  return w;
}
