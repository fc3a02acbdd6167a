import type { ChartTheme } from "../theme/theme.ts";

interface TicksProps {
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly left: number; // of the plot [px]
  readonly right: number;
  readonly zero?: number; // pixel of the line that stands out
  readonly theme: ChartTheme;
}

/** Values of a plot: a line across it for each, and its number at the left. */
export function Ticks({ ticks, left, right, zero, theme }: TicksProps) {
  return (
    <g>
      {ticks.map(({ y, label }) => (
        <g key={`${y}${label}`}>
          <line
            x1={left}
            x2={right}
            y1={y}
            y2={y}
            stroke={y === zero ? theme.line2 : theme.grid}
            shapeRendering="crispEdges"
          />
          <text x={left - 8} y={y + 4} textAnchor="end" fontSize={11} fill={theme.ink3}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

export interface FootTick {
  readonly x: number; // [px]
  readonly label: string;
}

interface FootProps {
  readonly ticks: readonly FootTick[];
  readonly y: number; // baseline [px]
  readonly theme: ChartTheme;
}

/** Values under a plot. */
export function FootTicks({ ticks, y, theme }: FootProps) {
  return (
    <g fontSize={11} fill={theme.ink3} textAnchor="middle">
      {ticks.map(({ x, label }) => (
        <text key={x} x={x} y={y}>
          {label}
        </text>
      ))}
    </g>
  );
}
