import { scaleLinear } from "d3";
import type { ChartTheme } from "../theme/theme.ts";
import { Frame } from "./frame.tsx";

/** One effect with its band, drawn from zero. */
export interface Effect {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly color?: string;
  readonly total?: boolean; // what the others add up to
}

interface Props {
  readonly effects: readonly Effect[];
  readonly width: number; // [px]
  readonly left: number; // width of the labels
  readonly right: number; // width of the values
  readonly theme: ChartTheme;
  readonly summary: string;
}

const ROW = 24;

export const effectsHeight = (rows: number): number => rows * ROW + 6;

/** Effects as bars from a common zero, each with its whisker: what adds, what takes away, and how sure that is. */
export function Effects({ effects, width, left, right, theme, summary }: Props) {
  const reach = effects.flatMap((e) => [e.value, e.low, e.high]).filter(Number.isFinite);
  const x = scaleLinear([Math.min(0, ...reach), Math.max(1e-12, ...reach)], [left + 6, width - right - 10]);
  return (
    <Frame width={width} height={effectsHeight(effects.length)} summary={summary} size={12}>
      <line x1={x(0)} x2={x(0)} y1={0} y2={effects.length * ROW} stroke={theme.line2} />
      {effects.map((e, k) => (
        <g key={e.id} transform={`translate(0,${(k + 0.5) * ROW})`}>
          <text x={0} y={4} fill={theme.ink} fontWeight={e.total ? 700 : 400}>
            {e.label}
          </text>
          <rect
            x={Math.min(x(0), x(e.value))}
            y={-6}
            width={Math.max(1, Math.abs(x(e.value) - x(0)))}
            height={12}
            fill={e.total ? theme.surface : (e.color ?? theme.ghost)}
            stroke={e.total ? theme.ink : "none"}
          />
          {e.high > e.low && (
            <path
              d={`M${x(e.low)},0H${x(e.high)}M${x(e.low)},-4V4M${x(e.high)},-4V4`}
              stroke={theme.ink}
              strokeWidth={1.25}
              fill="none"
            />
          )}
          <text x={width} y={4} textAnchor="end" fill={theme.ink} fontWeight={e.total ? 700 : 400}>
            {e.text}
          </text>
        </g>
      ))}
    </Frame>
  );
}
