import type { ChartLine } from "../data/chart-line.ts";
import type { Plot } from "../geometry/plot.ts";
import { bandPath, linePath, stepPath } from "../geometry/paths.ts";
import type { ChartTheme } from "../theme/theme.ts";
import type { TimeAxis } from "../geometry/time-axis.ts";

interface Props {
  readonly plot: Plot;
  readonly axis: TimeAxis;
  readonly theme: ChartTheme;
  readonly focus: string | null;
}

const BAND = 0.13;
const BACK = 0.3; // opacity of what is not in focus

/** Ghosts under bands under lines; the vendor in focus last, on top. */
export function PlotLines({ plot, axis, theme, focus }: Props) {
  const { lines } = plot;
  const order = lines
    .map((_, k) => k)
    .toSorted((a, b) => Number(lines[a].vendor === focus) - Number(lines[b].vendor === focus));
  const path = (values: Float64Array, k: number, floor?: number) => {
    const y = (value: number, t: number) => plot.y(value) + (plot.offsets?.[k]?.[t] ?? 0);
    return plot.shape === "step" ? stepPath(values, axis, y, floor) : linePath(values, axis, y);
  };
  return (
    <g fill="none" strokeLinejoin="round">
      {order.map((k) => (
        <Ghost key={lines[k].id} line={lines[k]} path={(v) => path(v, -1)} theme={theme} focus={focus} />
      ))}
      {order.map(
        (k) =>
          bandOf(lines[k], focus) && (
            <path
              key={lines[k].id}
              d={bandPath(lines[k].low!, lines[k].high!, axis, plot.y)}
              fill={lines[k].ink.mark}
              fillOpacity={BAND}
            />
          ),
      )}
      {order.map((k) => (
        <path
          key={lines[k].id}
          data-line={lines[k].id}
          d={path(lines[k].values, k, plot.floor)}
          stroke={lines[k].ink.mark}
          strokeWidth={widthOf(lines[k], focus)}
          strokeDasharray={lines[k].dash ?? lines[k].pattern ?? (lines[k].reference ? "0.1 3.5" : undefined)}
          strokeLinecap={lines[k].reference ? "round" : "butt"}
          opacity={focus && lines[k].vendor !== focus && lines[k].dash === undefined ? BACK : 1}
        />
      ))}
    </g>
  );
}

function widthOf({ vendor, reference, dash }: ChartLine, focus: string | null): number {
  if (dash !== undefined) return 1.25;
  return focus && vendor === focus ? 2.75 : reference ? 1.5 : 1.75;
}

const bandOf = (line: ChartLine, focus: string | null) => line.low && line.high && (!focus || line.vendor === focus);

type GhostProps = {
  readonly line: ChartLine;
  readonly path: (v: Float64Array) => string;
  readonly theme: ChartTheme;
  readonly focus: string | null;
};

/** The baseline, where it differs. */
function Ghost({ line, path, theme, focus }: GhostProps) {
  if (!line.baseline || same(line.values, line.baseline)) return null;
  const front = focus !== null && line.vendor === focus;
  return (
    <path
      data-ghost={line.id}
      d={path(line.baseline)}
      stroke={theme.ghost}
      strokeWidth={front ? 1.75 : 1.25}
      opacity={focus && !front ? BACK : 1}
    />
  );
}

const same = (a: Float64Array, b: Float64Array) => a.every((x, t) => Object.is(x, b[t]));
