import { type ChartTheme, type Ink } from "../../../charts/theme/theme.ts";

/** How scenarios are told apart. Colour belongs to vendors: scenarios are ink on paper, by dash and letter; A is grey. */
const DASHES = [undefined, undefined, "7 3", "2 3", "9 3 2 3", "14 4"];
const GLYPHS: readonly Ink["glyph"][] = ["circle", "square", "diamond", "triangle-up", "plus", "star"];

export function armInk(k: number, theme: ChartTheme): { readonly ink: Ink; readonly pattern?: string } {
  const color = k === 0 ? theme.ghost : theme.ink;
  return { ink: { glyph: GLYPHS[k], mark: color, text: k === 0 ? theme.ink3 : theme.ink }, pattern: DASHES[k] };
}
