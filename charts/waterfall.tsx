import { scaleBand, scaleLinear } from "d3";
import type { Explained, Language } from "../engine/index.ts";
import { PARTS } from "../report/explain-words.ts";
import { number } from "../report/format.ts";
import { FONT, type ChartTheme } from "./theme.ts";
import { waterfallBars, type WaterfallBar } from "./waterfall-bars.ts";

interface Props {
  readonly explained: Pick<Explained, "split" | "low" | "high">;
  readonly from: string; // how the first day is called
  readonly to: string;
  readonly width: number; // [px]
  readonly height: number;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string; // the picture in words
}

const PAD = { top: 24, bottom: 24 };

/** What made a price fall: totals at both ends, parts of cost and margin between, whiskers over eight of ten runs. */
export function Waterfall({ explained, from, to, width, height, theme, lang, summary }: Props) {
  const bars = waterfallBars(explained);
  const x = scaleBand(bars.map((b) => b.id), [0, width]).padding(0.25); // prettier-ignore
  const reach = bars.flatMap((b) => [b.start, b.end, ...(b.band ?? [])]);
  const y = scaleLinear([Math.min(0, ...reach), Math.max(...reach)], [height - PAD.bottom, PAD.top]);
  const name = ({ id }: WaterfallBar) => (id === "from" ? from : id === "to" ? to : PARTS[id][lang]);
  const fill = { total: theme.surface, cost: theme.ghost, margin: theme.ink };
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summary}
      fontFamily={FONT}
      fontSize={12}
    >
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke={theme.line2} />
      {bars.map((b, k) => {
        const left = x(b.id)!;
        const middle = left + x.bandwidth() / 2;
        const [top, bottom] = [Math.min(y(b.start), y(b.end)), Math.max(y(b.start), y(b.end))];
        const change = b.end - b.start;
        return (
          <g key={b.id}>
            <rect
              x={left}
              y={top}
              width={x.bandwidth()}
              height={Math.max(1, bottom - top)}
              fill={fill[b.kind]}
              stroke={b.kind === "total" ? theme.ink : "none"}
            />
            {k + 1 < bars.length && (
              <line
                x1={left}
                x2={x(bars[k + 1].id)! + x.bandwidth()}
                y1={y(b.end)}
                y2={y(b.end)}
                stroke={theme.ink3}
                strokeWidth={0.75}
              />
            )}
            {b.band && (
              <path
                d={`M${left + x.bandwidth() - 6},${y(b.band[0])}V${y(b.band[1])}`}
                stroke={theme.ink3}
                strokeWidth={1.25}
              />
            )}
            <text
              x={middle}
              y={top - 6}
              textAnchor="middle"
              fill={theme.ink}
              fontWeight={b.kind === "cost" ? 400 : 700}
            >
              {b.kind === "total" ? number(b.end) : `${change > 0 ? "+" : ""}${number(change)}`}
            </text>
            <text x={middle} y={height - 6} textAnchor="middle" fill={theme.ink2}>
              {name(b)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
