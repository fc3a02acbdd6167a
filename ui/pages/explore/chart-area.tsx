import { type PointerEvent, type ReactNode, useRef } from "react";
import type { TimeAxis } from "../../../charts/time-axis.ts";
import { date } from "../../../report/format.ts";
import { useWords } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { cursor, look, useCursor } from "../../store/view.ts";

interface Props {
  readonly axis: TimeAxis;
  readonly height: number;
  readonly plot: number; // height the cursor line spans
  readonly label: string;
  readonly pill?: boolean; // the date at the foot
  readonly children: ReactNode;
}

const WEEK = 7;

/** Where a chart is read: pointer and arrow keys move one date cursor through all panels. */
export function ChartArea({ axis, height, plot, label, pill, children }: Props) {
  const say = useWords();
  const lang = useLanguage();
  const tick = useCursor() ?? axis.dates.length - 1;
  const frame = useRef(0);
  const follow = (e: PointerEvent<HTMLDivElement>) => {
    const px = e.clientX - e.currentTarget.getBoundingClientRect().left;
    const inside = px >= axis.left - 8 && px <= axis.right + 8;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => cursor.set(inside ? axis.tickAt(px) : null));
  };
  const leave = () => {
    cancelAnimationFrame(frame.current);
    cursor.set(null);
  };
  return (
    <div className="chart-area" style={{ height }} onPointerMove={follow} onPointerDown={follow} onPointerLeave={leave}>
      {children}
      <CursorLine axis={axis} height={plot} pill={pill} />
      <input
        type="range"
        className="chart-keys"
        data-chart
        aria-label={`${say("explore.cursor")}. ${label}`}
        aria-valuetext={date(axis.dates[tick], lang)}
        min={0}
        max={axis.dates.length - 1}
        step={stepOf(axis)}
        value={tick}
        style={{ left: axis.left, width: axis.right - axis.left, height: plot }}
        onChange={(e) => cursor.set(Number(e.target.value))}
        onKeyDown={(e) => e.key === "Escape" && look({ pinned: null })}
        onBlur={() => cursor.set(null)}
      />
    </div>
  );
}

/** A week, whatever a tick is. */
function stepOf({ dates }: TimeAxis): number {
  const days = dates.length > 1 ? (Date.parse(dates[1]) - Date.parse(dates[0])) / 86_400_000 : WEEK;
  return Math.max(1, Math.round(WEEK / days));
}

/** One date through all panels. */
function CursorLine({ axis, height, pill }: Pick<Props, "axis" | "height" | "pill">) {
  const lang = useLanguage();
  const tick = useCursor();
  if (tick === null || tick >= axis.dates.length) return null;
  return (
    <div className="cursor" style={{ transform: `translateX(${axis.x(tick)}px)`, height }} aria-hidden>
      {pill && <span style={{ top: height + 2 }}>{date(axis.dates[tick], lang, false)}</span>}
    </div>
  );
}
