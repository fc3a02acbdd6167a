import { area, line, range, scaleLinear } from "d3";
import type { Language } from "../../engine/index.ts";
import { dodge } from "../geometry/dodge.ts";
import type { ChartTheme } from "../theme/theme.ts";
import { timeAxis, type TimeAxis } from "../geometry/time-axis.ts";
import { TimeGrid, TimeLabels } from "./time-grid.tsx";
import { Frame } from "./frame.tsx";
import { Ticks } from "./ticks.tsx";

/** Where things stand: time across, the series predicted upwards. */
export interface PredictionFrame {
  readonly axis: TimeAxis;
  readonly top: number; // of the plot [px]
  readonly bottom: number;
  y(value: number): number;
  valueAt(px: number): number;
  readonly ticks: readonly number[];
}

const [TOP, FOOT] = [14, 24];

export function predictionFrame(
  dates: readonly string[],
  scale: readonly [number, number],
  size: { width: number; height: number; left: number; right: number },
): PredictionFrame {
  const bottom = size.height - FOOT;
  const y = scaleLinear(scale, [bottom, TOP]).clamp(true);
  return {
    axis: timeAxis(dates, size.left, size.width - size.right),
    top: TOP,
    bottom,
    y: (value) => y(value),
    valueAt: (px) => y.invert(px),
    ticks: y.ticks(5),
  };
}

export interface PredictionLine {
  readonly id: "yours" | "model" | "given" | "also" | "without";
  readonly label: string;
  readonly ticks: readonly number[];
  readonly values: ArrayLike<number>;
}

interface Props {
  readonly frame: PredictionFrame;
  readonly size: { readonly width: number; readonly height: number };
  readonly lines: readonly PredictionLine[]; // the last is drawn on top
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null;
  readonly given: number; // tick
  readonly givenText: string;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
  tickText(value: number): string;
}

/** Calendar years spanned less one: over many, a line a month is a grey wall. */
const yearsOf = ({ dates }: TimeAxis) => Number(dates.at(-1)?.slice(0, 4)) - Number(dates[0]?.slice(0, 4));

const MOST = 500; // points of a path: more are finer than a pixel, and a day's noise would be a block of ink

/** A prediction drawn by hand and what the run gave: the first dashed, the second solid on top. */
export function PredictionPicture(props: Props) {
  const { frame, size, lines, band, given, givenText, theme, lang, summary, tickText } = props;
  const { axis, top, bottom, y, ticks } = frame;
  return (
    <Frame width={size.width} height={size.height} summary={summary}>
      {yearsOf(axis) <= 3 && <TimeGrid axis={axis} lang={lang} theme={theme} height={bottom} />}
      <Ticks
        ticks={ticks.map((value) => ({ y: y(value), label: tickText(value) }))}
        left={axis.left}
        right={axis.right}
        zero={ticks.includes(0) ? y(0) : undefined}
        theme={theme}
      />
      <g transform={`translate(0,${bottom})`}>
        <TimeLabels axis={axis} lang={lang} theme={theme} height={FOOT - 4} />
      </g>
      {axis.x(given) - axis.left > 44 && (
        <g>
          <line x1={axis.x(given)} x2={axis.x(given)} y1={top} y2={bottom} stroke={theme.ink2} strokeDasharray="1 3" />
          <text x={axis.x(given) - 5} y={top + 10} textAnchor="end" fontSize={11} fill={theme.ink3}>
            {givenText}
          </text>
        </g>
      )}
      {band && <path d={bandPath(band, frame)} fill={theme.ink} opacity={0.1} />}
      {lines.map((drawn) => (
        <path
          key={`${drawn.id}${drawn.label}`}
          d={linePath(drawn, frame)}
          fill="none"
          {...stroke(drawn.id, theme)}
          strokeLinejoin="round"
        />
      ))}
      <Labels {...props} />
    </Frame>
  );
}

/** Names at line ends, pushed apart. */
function Labels({ frame, lines, theme }: Props) {
  const named = lines.filter((l) => l.label !== "" && l.values.length > 0);
  const ends = named.map(({ values }) => frame.y(lastFinite(values)));
  const at = dodge(ends, 15, frame.top, frame.bottom);
  return (
    <g fontSize={12}>
      {named.map(({ id, label }, k) => (
        <text
          key={`${id}${label}`}
          x={frame.axis.right + 10}
          y={at[k] + 4}
          fill={id === "also" ? theme.ink3 : theme.ink}
          fontWeight={id === "model" ? 700 : 400}
        >
          {label}
        </text>
      ))}
    </g>
  );
}

function lastFinite(values: ArrayLike<number>): number {
  for (let k = values.length - 1; k >= 0; k--) if (Number.isFinite(values[k])) return values[k];
  return 0;
}

function stroke(id: PredictionLine["id"], theme: ChartTheme) {
  if (id === "yours") return { stroke: theme.ink, strokeWidth: 1.75, strokeDasharray: "5 4" };
  if (id === "without") return { stroke: theme.ink2, strokeWidth: 1.75, strokeDasharray: "2 4" };
  if (id === "also") return { stroke: theme.ghost, strokeWidth: 1.5 };
  return { stroke: theme.ink, strokeWidth: 2.75 };
}

/** Every so many of `n` places, the last among them. */
const thinned = (n: number, step: number): number[] => [...new Set([...range(0, n, step), ...(n > 0 ? [n - 1] : [])])];

const stepOf = (n: number): number => Math.max(1, Math.ceil(n / MOST));

function linePath({ ticks, values }: PredictionLine, { axis, y }: PredictionFrame): string {
  const step = stepOf(ticks.length);
  const path = line<number>()
    .defined((k) => Number.isFinite(values[k]))
    .x((k) => axis.x(ticks[k]))
    .y((k) => y(meanOf(values, k, step)))
    .digits(1);
  return path(thinned(ticks.length, step)) ?? "";
}

/** Mean of the values that a point of a path stands for. */
function meanOf(values: ArrayLike<number>, from: number, step: number): number {
  let [sum, n] = [0, 0];
  for (let k = from; k < Math.min(from + step, values.length); k++) {
    if (!Number.isFinite(values[k])) continue;
    sum += values[k];
    n++;
  }
  return sum / n;
}

function bandPath({ low, high }: NonNullable<Props["band"]>, { axis, y }: PredictionFrame): string {
  const path = area<number>()
    .x((t) => axis.x(t))
    .y0((t) => y(low[t]))
    .y1((t) => y(high[t]))
    .digits(1);
  const known = range(0, low.length, stepOf(low.length)).filter((t) => Number.isFinite(low[t] + high[t]));
  return path(known) ?? "";
}
