/** Full-width forms, all kinds of spaces, minus signs and apostrophes as the keyboard has them; as long as before. */
export const halfWidth = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (c) => String.fromCodePoint(c.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\u2000-\u200a\u202f\u3000]/g, " ")
    .replaceAll("\uffe5", "¥")
    .replaceAll("\u2212", "-")
    .replaceAll("\u2019", "'");
