import { type Language, say } from "../../engine/index.ts";
import { FREE } from "../../words/format.ts";
import { LANE } from "../geometry/price-layout.ts";
import type { PanelLayout } from "../geometry/plot.ts";
import { textWidth } from "../geometry/text-width.ts";
import type { ChartTheme } from "../theme/theme.ts";
import type { TimeAxis } from "../geometry/time-axis.ts";

interface Props {
  readonly band: NonNullable<PanelLayout["free"]>;
  readonly axis: TimeAxis;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly focus: string | null;
}

/** The free tier, under the broken axis: a bar a vendor, from the day it began. */
export function FreeBand({ band, axis, theme, lang, focus }: Props) {
  return (
    <g>
      <rect
        x={axis.left}
        y={band.top}
        width={axis.right - axis.left}
        height={band.height}
        fill={theme.ink}
        fillOpacity={0.05}
      />
      <path
        d={`M${axis.left - 6},${band.top}l10,-4M${axis.left - 6},${band.top - 4}l10,-4`}
        stroke={theme.ink3}
        strokeWidth={1.25}
        fill="none"
      />
      <text
        x={axis.left - 8}
        y={band.top + band.height / 2 + 4}
        textAnchor="end"
        fontSize={11}
        fontWeight={700}
        fill={theme.ink}
      >
        {say(FREE, lang)}
      </text>
      {band.lanes.map((lane, k) => {
        const y = band.top + 2 + (k + 0.5) * LANE;
        const start = axis.x(lane.spans[0].from);
        const room = start - axis.left - 10;
        const words = [lane.products, lane.brief].find((text) => textWidth(text, 11) <= room);
        return (
          <g key={lane.vendor} opacity={focus && focus !== lane.vendor ? 0.3 : 1}>
            {lane.spans.map(({ from, to }) => (
              <g key={from} fill={lane.ink.mark}>
                <rect x={axis.x(from)} y={y - 2.5} width={Math.max(2, axis.x(to) - axis.x(from))} height={5} />
                <rect x={axis.x(from) - 1} y={y - 5.5} width={2} height={11} />
              </g>
            ))}
            {words && (
              <text x={start - 6} y={y + 4} textAnchor="end" fontSize={11} fill={theme.ink2}>
                {words}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
