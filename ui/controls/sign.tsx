import { GlyphMark } from "../../charts/marks/glyph.tsx";
import type { Ink } from "../../charts/theme/theme.ts";

/** A vendor's sign in its colour, next to its name. */
export const Sign = ({ ink, width = 12 }: { readonly ink: Ink; readonly width?: number }) => (
  <svg width={width} height={12} viewBox="-6 -6 12 12" aria-hidden>
    <GlyphMark glyph={ink.glyph} x={0} y={0} color={ink.mark} hole="var(--surface)" />
  </svg>
);
