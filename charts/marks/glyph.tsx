import type { Glyph } from "../theme/palette.ts";

interface Props {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
  readonly r?: number; // half its size [px]
  readonly color: string;
  readonly hole?: string; // what shows through hollow glyphs
}

const polygon = (...at: readonly (readonly [number, number])[]) => `M${at.map((p) => p.join(",")).join("L")}Z`;
const around = (n: number, turn: number, radius: (k: number) => number) =>
  polygon(
    ...Array.from({ length: n }, (_, k) => {
      const a = turn + (2 * Math.PI * k) / n;
      return [radius(k) * Math.cos(a), radius(k) * Math.sin(a)] as const;
    }),
  );

/** Paths in a box of ±1. */
const SHAPES: Readonly<Record<Glyph, { readonly d: string; readonly hollow?: true }>> = {
  circle: { d: "M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z" },
  square: { d: "M-.86-.86H.86V.86H-.86Z" },
  diamond: { d: "M0-1.2L1.2,0L0,1.2L-1.2,0Z" },
  "triangle-up": { d: "M0-1.05L1.1,.9H-1.1Z" },
  "triangle-down": { d: "M0,1.05L1.1-.9H-1.1Z" },
  plus: { d: "M-.4-1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z" },
  cross: { d: "M-1-.6L-.6-1L0-.4L.6-1L1-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z" },
  ring: { d: "M-.85,0A.85,.85 0 1 1 .85,0A.85,.85 0 1 1 -.85,0Z", hollow: true },
  "hollow-square": { d: "M-.8-.8H.8V.8H-.8Z", hollow: true },
  "hollow-diamond": { d: "M0-1.1L1.1,0L0,1.1L-1.1,0Z", hollow: true },
  star: { d: around(10, -Math.PI / 2, (k) => (k % 2 ? 0.5 : 1.25)) },
  hexagon: { d: around(6, 0, () => 1.05) },
};

/** A vendor's sign: it tells vendors apart where colour does not. */
export function GlyphMark({ glyph, x, y, r = 4, color, hole = "none" }: Props) {
  const { d, hollow } = SHAPES[glyph];
  return (
    <path
      d={d}
      transform={`translate(${x},${y}) scale(${r})`}
      fill={hollow ? hole : color}
      stroke={hollow ? color : "none"}
      strokeWidth={hollow ? 1.75 / r : 0}
    />
  );
}
