import { GlyphMark } from "../../../charts/marks/glyph.tsx";
import type { PanelLayout } from "../../../charts/geometry/plot.ts";
import type { TimeAxis } from "../../../charts/geometry/time-axis.ts";
import { useTickShown } from "../../store/view.ts";

interface Props {
  readonly layout: PanelLayout;
  readonly axis: TimeAxis;
  readonly width: number;
  readonly focus: string | null;
}

/** On the date under the cursor each line shows its vendor's sign: which is which, where lines cross. */
export function CursorGlyphs({ layout, axis, width, focus }: Props) {
  const tick = useTickShown(axis.dates);
  if (tick === null || tick >= axis.dates.length) return null;
  const x = axis.x(tick);
  return (
    <svg className="cursor-glyphs" width={width} height={layout.height} aria-hidden>
      {layout.plots.flatMap((plot) =>
        plot.lines.map(({ id, vendor, ink, values }, k) => {
          const y = plot.y(values[tick]) + (plot.offsets?.[k]?.[tick] ?? 0);
          const inside = y >= plot.top - 2 && y <= plot.top + plot.height + 2;
          if (!inside || (focus && focus !== vendor)) return null;
          return <GlyphMark key={id} glyph={ink.glyph} x={x} y={y} color={ink.mark} hole="var(--surface)" />;
        }),
      )}
    </svg>
  );
}
