import { line, range, scaleLinear } from "d3";
import type { Measured } from "../../engine/index.ts";
import { inkOf, type ChartTheme } from "../theme/theme.ts";

interface Props {
  readonly run: Measured; // market.priceIndex, then each vendor's share of tokens
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  readonly summary: string;
}

const TOP = 0.42; // of the height for the price index

/** A scenario at a glance: the price index above, shares below, no axes. */
export function Thumbnail({ run, width, height, theme, summary }: Props) {
  const [index, ...shares] = run.series;
  const last = Math.max(1, run.dates.length - 1);
  const x = scaleLinear([0, last], [0, width]);
  const high = Math.max(1, ...index.filter(Number.isFinite));
  const price = scaleLinear([0, high], [height * TOP, 3]);
  const most = Math.max(0.01, ...shares.flatMap((s) => [...s].filter(Number.isFinite)));
  const share = scaleLinear([0, most], [height - 1, height * TOP + 8]);
  const stamps = range(0, last + 1, Math.max(1, Math.floor(run.dates.length / width)));
  const path = (values: Float64Array, y: (v: number) => number) =>
    line<number>()
      .x(x)
      .y((t) => y(values[t]))
      .digits(1)(stamps.filter((t) => Number.isFinite(values[t]))) ?? "";
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary} fill="none">
      {shares.map((values, k) => {
        const vendor = run.paths[k + 1].split(".")[1];
        return (
          <path key={vendor} d={path(values, share)} stroke={inkOf(vendor, k, theme.mode).mark} strokeWidth={1.25} />
        );
      })}
      <path d={path(index, price)} stroke={theme.ink} strokeWidth={1.75} />
    </svg>
  );
}
