import { GlyphMark } from "./glyph.tsx";
import type { GutterRow } from "./layout.ts";
import type { ChartTheme } from "./theme.ts";

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

const CHANGE = 48; // width of the last column

/** Legend, readout and table in one, for pictures that stand alone. */
export function GutterLabels({ rows, x, right, theme, labels }: LabelProps) {
  const said = rows.map((row) => ({ row, ...labels(row) }));
  const room = said.some(({ change }) => change !== "") ? CHANGE : 0;
  return (
    <g fontSize={11.5}>
      {said.map(({ row, value, change }) => {
        return (
          <g key={row.id} transform={`translate(0,${row.y + 4})`}>
            <GlyphMark glyph={row.ink.glyph} x={x + 25} y={-4} color={row.ink.mark} hole={theme.surface} />
            <text x={x + 34} fill={row.ink.text}>
              {row.label}
            </text>
            <text x={right - room} textAnchor="end" fill={theme.ink}>
              {value}
            </text>
            <text x={right} textAnchor="end" fill={theme.ink3}>
              {change}
            </text>
          </g>
        );
      })}
    </g>
  );
}
