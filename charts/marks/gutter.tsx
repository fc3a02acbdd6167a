import { GlyphMark } from "./glyph.tsx";
import type { GutterRow } from "../geometry/plot.ts";
import { textWidth } from "../geometry/text-width.ts";
import type { ChartTheme } from "../theme/theme.ts";

interface LeadersProps {
  readonly rows: readonly GutterRow[];
  readonly x: number; // right edge of the plot
  readonly focus: string | null;
}

/** From each line's end to its label. */
export function Leaders({ rows, x, focus }: LeadersProps) {
  return (
    <g fill="none" strokeWidth={1}>
      {rows.map(({ id, vendor, ink, y, wish }) => {
        if (wish === null) return null;
        const opacity = focus && focus !== vendor ? 0.3 : 0.8;
        return (
          <path
            key={id}
            d={`M${x + 2},${wish}H${x + 7}L${x + 13},${y}H${x + 18}`}
            stroke={ink.mark}
            opacity={opacity}
          />
        );
      })}
    </g>
  );
}

interface LabelProps {
  readonly rows: readonly GutterRow[];
  readonly x: number;
  readonly right: number;
  readonly theme: ChartTheme;
  readonly labels: (row: GutterRow) => { readonly value: string; readonly change: string };
}

const SIZE = 11.5;
const CHANGE = 48; // least width of the last column
const APART = 8; // between columns
const LINE = 13;

/** Legend, readout and table in one, for pictures that stand alone. */
export function GutterLabels({ rows, x, right, theme, labels }: LabelProps) {
  const said = rows.map((row) => ({ row, ...labels(row) }));
  const room = { priced: roomFor(said.filter((s) => !s.row.free)), free: roomFor(said.filter((s) => s.row.free)) };
  return (
    <g fontSize={SIZE}>
      {said.map(({ row, value, change }) => {
        const own = row.free ? room.free : room.priced;
        const free = right - own - textWidth(value, SIZE) - APART - (x + 34);
        const fits = textWidth(row.label, SIZE) <= free;
        const below = !fits && said.length === 1 ? LINE : 0; // alone, it has room for a second line
        return (
          <g key={row.id} transform={`translate(0,${row.y + 4})`}>
            <GlyphMark glyph={row.ink.glyph} x={x + 25} y={-4} color={row.ink.mark} hole={theme.surface} />
            <text x={x + 34} fill={row.ink.text}>
              {fits || below > 0 ? row.label : shortened(row.label, free)}
            </text>
            <text x={right - own} y={below || undefined} textAnchor="end" fill={theme.ink}>
              {value}
            </text>
            <text x={right} y={below || undefined} textAnchor="end" fill={theme.ink3}>
              {change}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** For the last column of some rows: what is free stands apart, and says “was 0.446” where prices say “+74%”. */
function roomFor(said: readonly { readonly change: string }[]): number {
  const widest = Math.max(0, ...said.map(({ change }) => textWidth(change, SIZE)));
  return widest > 0 ? Math.max(CHANGE, widest + APART) : 0;
}

/** As much of a label as there is room for. */
function shortened(label: string, room: number): string {
  let kept = label;
  while (kept.length > 1 && textWidth(`${kept}…`, SIZE) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
