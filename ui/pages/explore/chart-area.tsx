import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
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
      <div
        className="chart-keys"
        data-chart
        role="slider"
        tabIndex={0}
        aria-label={`${say("explore.cursor")}. ${label}`}
        aria-valuemin={0}
        aria-valuemax={axis.dates.length - 1}
        aria-valuenow={tick}
        aria-valuetext={date(axis.dates[tick], lang)}
        style={{ left: axis.left, width: axis.right - axis.left, height: plot }}
        onKeyDown={(e) => byKey(e, axis)}
        onBlur={() => cursor.set(null)}
      />
    </div>
  );
}

function byKey(e: KeyboardEvent, { dates }: TimeAxis): void {
  const last = dates.length - 1;
  const now = cursor.get() ?? last;
  const week = dates.length > 1 && Date.parse(dates[1]) - Date.parse(dates[0]) >= WEEK * 86_400_000 ? 1 : WEEK;
  const to = { ArrowLeft: now - week, ArrowRight: now + week, Home: 0, End: last }[e.key];
  if (e.key === "Escape") look({ pinned: null });
  if (to === undefined) return;
  e.preventDefault();
  cursor.set(Math.max(0, Math.min(last, to)));
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
