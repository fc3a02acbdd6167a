import { scaleLinear } from "d3";
import type { ChartTheme } from "../theme/theme.ts";
import type { OutcomeTick, TornadoBar } from "../data/tornado-bars.ts";
import { textWidth } from "../geometry/text-width.ts";
import { Frame } from "./frame.tsx";

interface Props {
  readonly bars: readonly TornadoBar[]; // the widest first
  readonly origin: number; // where nothing is changed
  readonly originText: string;
  readonly ticks?: readonly OutcomeTick[]; // of the axis below; none: what bars mean stands at their ends
  readonly width: number;
  readonly theme: ChartTheme;
  readonly summary: string;
}

const ROW = 26;
const HEAD = 22;
const LABELS = 74; // px at each end of the bars
const WIDE_LABELS = 112; // where they say the outcome too
const AXIS = 18;

const tornadoHeight = (bars: number): number => HEAD + bars * ROW + 6;

/** What drives an output: a bar a parameter, the strongest on top; ends say what the parameter was set to. */
export function Tornado({ bars, origin, originText, ticks = [], width, theme, summary }: Props) {
  const room = ticks.length > 0 ? WIDE_LABELS : LABELS;
  const names = Math.min(220, Math.round(width * 0.34));
  const [low, high] = reachOf(bars, origin);
  const left = low < origin ? names + room : names + 8;
  const x = scaleLinear([low, high === low ? low + 1 : high], [left, width - room]);
  const height = tornadoHeight(bars.length);
  return (
    <Frame width={width} height={height + (ticks.length > 0 ? AXIS : 0)} summary={summary}>
      <OutcomeAxis ticks={ticks} x={x} height={height} theme={theme} />
      <line x1={x(origin)} x2={x(origin)} y1={HEAD - 4} y2={height} stroke={theme.ink3} shapeRendering="crispEdges" />
      <text x={x(origin)} y={12} textAnchor="middle" fontSize={11} fill={theme.ink3}>
        {originText}
      </text>
      {bars.map((bar, k) => {
        const y = HEAD + k * ROW;
        const [a, b] = [x(Math.min(bar.from, bar.to)), x(Math.max(bar.from, bar.to))];
        const [atLow, atHigh] = bar.from <= bar.to ? [bar.fromText, bar.toText] : [bar.toText, bar.fromText];
        return (
          <g key={bar.id} fontSize={12}>
            <text x={0} y={y + 17} fill={theme.ink}>
              {clipped(bar.name, names)}
              <title>{bar.name}</title>
            </text>
            <rect x={a} y={y + 5} width={Math.max(1, b - a)} height={ROW - 10} fill={theme.ink} fillOpacity={0.3} />
            {bar.inner !== undefined && (
              <rect
                x={x(origin)}
                y={y + 5}
                width={Math.max(0, x(bar.inner) - x(origin))}
                height={ROW - 10}
                fill={theme.ink}
                fillOpacity={0.75}
              />
            )}
            {bar.interval &&
              [theme.surface, theme.ink].map((stroke, halo) => (
                <path
                  key={stroke}
                  d={`M${x(bar.interval![0])},${y + ROW / 2}H${x(bar.interval![1])}`}
                  stroke={stroke}
                  strokeWidth={halo === 0 ? 5 : 1.5}
                />
              ))}
            <g fontSize={11} fill={theme.ink2}>
              {low < origin && (
                <text x={Math.min(a, bar.interval ? x(bar.interval[0]) : a) - 6} y={y + 17} textAnchor="end">
                  {atLow}
                </text>
              )}
              <text x={Math.max(b, bar.interval ? x(bar.interval[1]) : b) + 6} y={y + 17}>
                {atHigh}
              </text>
            </g>
          </g>
        );
      })}
    </Frame>
  );
}

interface AxisProps extends Pick<Props, "theme"> {
  readonly ticks: readonly OutcomeTick[];
  readonly height: number; // of the bars [px]
  x(value: number): number;
}

const APART = 10; // px between two labels

/** Every tick, or every second, fourth, ... of them: as many as have room for their labels. */
export function roomyTicks(ticks: readonly OutcomeTick[], x: AxisProps["x"]): readonly OutcomeTick[] {
  const crowded = ticks.some(({ value, label }, k) => {
    const next = ticks[k + 1];
    return next && x(next.value) - x(value) < (textWidth(label, 11) + textWidth(next.label, 11)) / 2 + APART;
  });
  return crowded
    ? roomyTicks(
        ticks.filter((_, k) => k % 2 === 0),
        x,
      )
    : ticks;
}

/** The outcome at round values, under the bars. */
const OutcomeAxis = ({ ticks, x, height, theme }: AxisProps) =>
  roomyTicks(ticks, x).map(({ value, label }) => (
    <g key={value}>
      <line x1={x(value)} x2={x(value)} y1={HEAD - 4} y2={height} stroke={theme.grid} shapeRendering="crispEdges" />
      <text x={x(value)} y={height + 13} textAnchor="middle" fontSize={11} fill={theme.ink3}>
        {label}
      </text>
    </g>
  ));

function reachOf(bars: readonly TornadoBar[], origin: number): [number, number] {
  const reach = bars.flatMap((b) => [b.from, b.to, ...(b.interval ?? [])]).filter(Number.isFinite);
  return [Math.min(origin, ...reach), Math.max(origin, ...reach)];
}

/** A name that fits; the whole stands in its tooltip and in the table. */
function clipped(name: string, room: number): string {
  let width = 0;
  for (const [k, c] of [...name].entries()) {
    width += c > "\u2e7f" ? 12 : 6.6;
    if (width > room - 8) return `${[...name].slice(0, Math.max(1, k - 1)).join("")}…`;
  }
  return name;
}
