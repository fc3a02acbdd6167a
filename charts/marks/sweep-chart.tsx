import { area, extent, line as lineOf, scaleLinear, scaleLog, scalePoint } from "d3";
import type { Axis } from "../../engine/index.ts";
import type { SweepPoint } from "../data/sweep-data.ts";
import type { ChartTheme } from "../theme/theme.ts";
import { Frame } from "./frame.tsx";
import { FootTicks, Ticks } from "./ticks.tsx";

interface Props {
  readonly axis: Axis;
  readonly d: number; // which of the settings it is
  readonly points: readonly SweepPoint[];
  readonly line: boolean; // one parameter: the means are joined; several: a cloud
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly label: (x: number) => string; // of the output
  readonly settingLabel: (x: number | string) => string;
}

const PAD = { left: 58, right: 14, top: 10, bottom: 38 };

/** An output against one parameter: means joined with the middle nine tenths of replications, or a point a run. */
export function SweepChart(props: Props) {
  const { axis, d, points, line, name, width, height, theme, summary, label, settingLabel } = props;
  const at = positionOf(axis, [PAD.left + 8, width - PAD.right]);
  const all = points.flatMap((p) => (line ? [p.low, p.mean, p.high] : [p.mean])).filter(Number.isFinite);
  const [low = 0, high = 1] = extent(all);
  const pad = (high - low || Math.abs(high) || 1) * 0.06;
  const y = scaleLinear([low - pad, high + pad], [height - PAD.bottom, PAD.top]);
  const x = (p: SweepPoint) => at(p.settings[d]);
  const drawn = points.filter((p) => Number.isFinite(p.mean)).toSorted((a, b) => x(a) - x(b));
  const mean = lineOf<SweepPoint>(x, (p) => y(p.mean)).digits(2);
  const spread = area<SweepPoint>(
    x,
    (p) => y(p.low),
    (p) => y(p.high),
  ).digits(2);
  const settings = axis.kind === "list" ? axis.values : rangeTicks(axis, at);
  return (
    <Frame width={width} height={height} summary={summary}>
      <Ticks
        ticks={y.ticks(5).map((t) => ({ y: y(t), label: label(t) }))}
        left={PAD.left}
        right={width - PAD.right}
        theme={theme}
      />
      {line && drawn.length > 1 && (
        <>
          <path d={spread(drawn) ?? ""} fill={theme.ink} fillOpacity={0.1} />
          <path d={mean(drawn) ?? ""} fill="none" stroke={theme.ink} strokeWidth={1.75} />
        </>
      )}
      {drawn.map((p) => (
        <circle
          key={JSON.stringify(p.settings)}
          cx={x(p)}
          cy={y(p.mean)}
          r={line ? 3.5 : 2.75}
          fill={line ? theme.surface : theme.ink}
          fillOpacity={line ? 1 : 0.5}
          stroke={line ? theme.ink : "none"}
          strokeWidth={1.75}
        />
      ))}
      <FootTicks
        ticks={settings.map((t) => ({ x: at(t), label: settingLabel(t) }))}
        y={height - PAD.bottom + 16}
        theme={theme}
      />
      <text x={width - PAD.right} y={height - 4} textAnchor="end" fontSize={12} fill={theme.ink2}>
        {name} →
      </text>
    </Frame>
  );
}

function positionOf(axis: Axis, range: [number, number]): (x: number | string) => number {
  if (axis.kind === "list") {
    const place = scalePoint(axis.values.map(String), range).padding(0.3);
    return (x) => place(String(x)) ?? range[0];
  }
  const scale =
    axis.scale === "log" ? scaleLog([axis.low, axis.high], range) : scaleLinear([axis.low, axis.high], range);
  return (x) => scale(Number(x));
}

const LEAST_GAP = 44;

/** Both ends, and round numbers between that leave each other room. */
function rangeTicks(axis: Extract<Axis, { kind: "range" }>, at: (x: number) => number): number[] {
  const { low, high, scale } = axis;
  const between = scale === "log" ? scaleLog([low, high], [0, 1]).ticks(6) : scaleLinear([low, high], [0, 1]).ticks(5);
  const out = [low];
  for (const t of between)
    if (at(t) - at(out[out.length - 1]) >= LEAST_GAP && at(high) - at(t) >= LEAST_GAP) out.push(t);
  return [...out, high];
}
