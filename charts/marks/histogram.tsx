import { bin, max, scaleLinear } from "d3";
import { sortedQuantile } from "../../engine/index.ts";
import type { ChartTheme, Ink } from "../theme/theme.ts";
import { middleOf } from "../data/fan-of.ts";
import { Frame } from "./frame.tsx";
import { type FootTick, FootTicks } from "./ticks.tsx";

interface Props {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly label: (x: number) => string;
}

const PAD = { left: 8, right: 8, top: 26, bottom: 22 };

/** How the runs are spread on one date: a bar a class, a dot a run where they are few; median and middle above. */
export function Histogram({ values, width, height, ink, theme, summary, label }: Props) {
  const sorted = Float64Array.from(values).filter(Number.isFinite).toSorted();
  const [low, high] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 1];
  const pad = (high - low || Math.abs(high) || 1) * 0.04;
  const x = scaleLinear([low - pad, high + pad], [PAD.left, width - PAD.right]);
  const bins = bin<number, number>()
    .domain(x.domain() as [number, number])
    // As many classes as Rice's rule asks for: more would show luck, not shape.
    .thresholds(x.ticks(Math.max(6, Math.ceil(2 * Math.cbrt(sorted.length)))))([...sorted]);
  const y = scaleLinear([0, max(bins, (b) => b.length) ?? 1], [height - PAD.bottom, PAD.top]);
  const [from, to] = middleOf(sorted);
  const marks = [from, sortedQuantile(sorted, 0.5), to];
  return (
    <Frame width={width} height={height} summary={summary}>
      <line x1={PAD.left} x2={width - PAD.right} y1={y(0)} y2={y(0)} stroke={theme.line2} shapeRendering="crispEdges" />
      {sorted.length < FEW ? <Dots {...{ bins, x, foot: y(0), ink }} /> : <Bars {...{ bins, x, y, ink }} />}
      {marks.map((at, k) => (
        <line
          key={k}
          x1={x(at)}
          x2={x(at)}
          y1={PAD.top - 6}
          y2={y(0)}
          stroke={theme.ink}
          strokeWidth={k === 1 ? 1.5 : 1}
          strokeDasharray={k === 1 ? undefined : "2 3"}
        /> // oxlint-disable-line react/no-array-index-key -- three marks, always
      ))}
      <text
        x={Math.max(60, Math.min(width - 60, x(marks[1])))}
        y={12}
        textAnchor="middle"
        fontSize={12}
        fontWeight={700}
        fill={theme.ink}
      >
        {label(marks[1])}
      </text>
      <FootTicks
        ticks={spaced(
          x.ticks(6).map((t) => ({ x: x(t), label: label(t) })),
          width,
        )}
        y={height - 6}
        theme={theme}
      />
    </Frame>
  );
}

/** Fewer runs than this show no shape: each is drawn by itself. */
const FEW = 30;

type Scale = (value: number) => number;
type Bins = readonly { readonly x0?: number; readonly x1?: number; readonly length: number }[];

interface BarsProps {
  readonly bins: Bins;
  readonly x: Scale;
  readonly y: Scale;
  readonly ink: Ink;
}

const Bars = ({ bins, x, y, ink }: BarsProps) =>
  bins.map(({ x0 = 0, x1 = 0, length }) => (
    <rect
      key={x0}
      x={x(x0) + 0.5}
      y={y(length)}
      width={Math.max(0, x(x1) - x(x0) - 1)}
      height={y(0) - y(length)}
      fill={ink.mark}
      fillOpacity={0.55}
    />
  ));

const LARGEST = 7; // px

/** A dot a run, piled up over its class. */
function Dots({ bins, x, foot, ink }: Pick<BarsProps, "bins" | "x" | "ink"> & { readonly foot: number }) {
  const highest = Math.max(...bins.map(({ length }) => length));
  const widths = bins.map(({ x0 = 0, x1 = 0 }) => x(x1) - x(x0));
  const r = Math.max(2, Math.min(LARGEST, Math.max(...widths) / 2 - 1, (foot - PAD.top) / (2 * highest + 1)));
  return bins.map(({ x0 = 0, x1 = 0, length }) => (
    <g key={x0} fill={ink.mark} fillOpacity={0.7}>
      {Array.from({ length }, (_, k) => (
        <circle key={k} cx={x((x0 + x1) / 2)} cy={foot - r * (2 * k + 1.2)} r={r - 0.5} />
      ))}
    </g>
  ));
}

const LEAST_GAP = 64;

/** Tick labels that neither touch each other nor the edges, nor say again what the last one said. */
function spaced(ticks: readonly FootTick[], width: number): FootTick[] {
  const out: FootTick[] = [];
  for (const tick of ticks) {
    const last = out.at(-1) ?? { x: -LEAST_GAP, label: "" };
    const inside = tick.x > 26 && tick.x < width - 26;
    if (inside && tick.label !== last.label && tick.x - last.x >= LEAST_GAP) out.push(tick);
  }
  return out;
}
