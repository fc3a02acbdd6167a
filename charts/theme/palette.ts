/**
 * Vendor colours: one each, fixed everywhere, with a glyph as the second channel. Chosen so that the least CIEDE2000
 * distance between any two stays above 11 under the three common colour-vision deficiencies; a test computes it.
 */
export type Glyph =
  | "circle"
  | "square"
  | "diamond"
  | "triangle-up"
  | "triangle-down"
  | "plus"
  | "cross"
  | "ring"
  | "hollow-square"
  | "hollow-diamond"
  | "star"
  | "hexagon";

interface VendorInk {
  readonly glyph: Glyph;
  readonly light: string; // marks on a light page
  readonly lightText: string; // text, contrast 4.5 or more
  readonly dark: string;
  readonly darkText: string;
}

const ink = (glyph: Glyph, light: string, lightText: string, dark: string, darkText: string): VendorInk => ({
  glyph,
  light,
  lightText,
  dark,
  darkText,
});

export const VENDOR_INK: Readonly<Record<string, VendorInk>> = {
  deepseek: ink("circle", "#4091fe", "#056fe4", "#5e99fd", "#5e99fd"),
  bytedance: ink("square", "#0c767a", "#0c767a", "#8dd0c4", "#8dd0c4"),
  alibaba: ink("diamond", "#e0781f", "#b35c08", "#fe8e21", "#fe8e21"),
  baidu: ink("triangle-up", "#c5066b", "#c5066b", "#f9389e", "#f9389e"),
  zhipu: ink("triangle-down", "#7059cb", "#7059cb", "#7e51fa", "#8865fe"),
  tencent: ink("plus", "#0aa468", "#048553", "#049c5e", "#049c5e"),
  iflytek: ink("cross", "#736a00", "#736a00", "#dedf80", "#dedf80"),
  moonshot: ink("ring", "#64006e", "#64006e", "#f3b0f1", "#f3b0f1"),
  minimax: ink("hollow-square", "#6b3900", "#6b3900", "#9a730c", "#a67c06"),
  openai: ink("hollow-diamond", "#1d2229", "#1d2229", "#ecf2fc", "#ecf2fc"),
};

const SPARE_GLYPHS: readonly Glyph[] = ["star", "hexagon", "circle", "square", "diamond", "triangle-up"];

/** Vendors of the level field, who never meet the others: each borrows the ink of one of them. */
const BORROWED: Readonly<Record<string, string>> = {
  amber: "alibaba",
  birch: "tencent",
  coral: "baidu",
  delta: "deepseek",
  ember: "minimax",
  fjord: "bytedance",
};

/** Ink of any vendor. One beyond the named ten takes a neutral ink and a spare glyph, by its place. */
export function vendorInk(id: string, index: number): VendorInk {
  return (
    VENDOR_INK[BORROWED[id] ?? id] ??
    ink(SPARE_GLYPHS[index % SPARE_GLYPHS.length], "#4c535d", "#4c535d", "#b4bbc5", "#b4bbc5")
  );
}
