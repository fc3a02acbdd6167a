import { interpolateRgb, scaleBand, scaleLinear } from "d3";
import type { Setting } from "../../engine/index.ts";
import type { ChartTheme } from "../theme/theme.ts";
import { Frame } from "./frame.tsx";
import { FootTicks } from "./ticks.tsx";

/** One cell: how dark (0 to 1), what it says, and a second, smaller line. */
interface HeatCell {
  readonly x: Setting;
  readonly y: Setting;
  readonly shade: number;
  readonly text: string;
  readonly small?: string;
}

interface Props {
  readonly cells: readonly HeatCell[];
  readonly xs: readonly Setting[];
  readonly ys: readonly Setting[]; // bottom to top
  readonly xName: string;
  readonly yName: string;
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly label: (x: Setting) => string;
}

const PAD = { left: 70, right: 4, top: 22, bottom: 40 };

/** Two parameters against each other: a shade and a word a cell, so that nothing hangs on colour. */
export function HeatMap({ cells, xs, ys, xName, yName, width, height, theme, summary, label }: Props) {
  const x = scaleBand(xs.map(label), [PAD.left, width - PAD.right]).padding(0.03);
  const y = scaleBand(ys.map(label), [height - PAD.bottom, PAD.top]).padding(0.03);
  const shade = scaleLinear([0, 1], [theme.surface, theme.ink]).interpolate(interpolateRgb);
  const roomy = x.bandwidth() >= 44;
  return (
    <Frame width={width} height={height} summary={summary}>
      <text x={0} y={12} fontSize={12} fill={theme.ink2}>
        {yName} ↑
      </text>
      <text x={width - PAD.right} y={height - 4} textAnchor="end" fontSize={12} fill={theme.ink2}>
        {xName} →
      </text>
      {cells.map((cell) => {
        const [left, top] = [x(label(cell.x))!, y(label(cell.y))!];
        return (
          <g key={`${label(cell.x)}/${label(cell.y)}`} textAnchor="middle" fill={theme.ink}>
            <rect
              x={left}
              y={top}
              width={x.bandwidth()}
              height={y.bandwidth()}
              rx={2}
              fill={shade(0.05 + 0.33 * cell.shade)} // ink stays readable on the darkest
            />
            {roomy && (
              <text x={left + x.bandwidth() / 2} y={top + y.bandwidth() / 2 + (cell.small ? -1 : 4)} fontSize={12}>
                {cell.text}
                {cell.small && (
                  <tspan x={left + x.bandwidth() / 2} dy={14} fontSize={11}>
                    {cell.small}
                  </tspan>
                )}
              </text>
            )}
          </g>
        );
      })}
      <FootTicks
        ticks={xs.map((v) => ({ x: x(label(v))! + x.bandwidth() / 2, label: label(v) }))}
        y={height - PAD.bottom + 15}
        theme={theme}
      />
      <g fontSize={11} fill={theme.ink3}>
        {ys.map((v) => (
          <text key={label(v)} x={PAD.left - 8} y={y(label(v))! + y.bandwidth() / 2 + 4} textAnchor="end">
            {label(v)}
          </text>
        ))}
      </g>
    </Frame>
  );
}
