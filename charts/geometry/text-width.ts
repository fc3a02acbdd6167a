/** Rough width of a text [px]: good enough to decide whether a label fits, in Node as in a browser. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const c of text)
    em +=
      c > "\u2e7f" ? 1 : c === "→" ? 1 : c === " " || c === "." || c === "," ? 0.28 : /[A-Z%−+]/.test(c) ? 0.66 : 0.54;
  return em * size;
}
