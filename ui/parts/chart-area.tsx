import { type MouseEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { TimeAxis } from "../../charts/geometry/time-axis.ts";
import { date } from "../../words/format.ts";
import { useWords } from "../i18n/index.ts";
import { useLanguage } from "../store/preferences.ts";
import { focus } from "../store/focus.ts";
import { cursor, useTickShown, why } from "../store/view.ts";
import { inPage } from "../store/fullscreen.ts";

interface Props {
  readonly axis: TimeAxis;
  readonly height: number;
  readonly plot: number; // height the cursor line spans
  readonly label: string;
  readonly pill?: boolean; // the date at the foot
  readonly patient?: boolean; // a click waits for a second one, which means something else here
  readonly children: ReactNode;
}

const WEEK = 7;

/** Where a chart is read: pointer and arrow keys move one date cursor through all panels. */
export function ChartArea({ axis, height, plot, label, pill, patient, children }: Props) {
  const say = useWords();
  const lang = useLanguage();
  const tick = useTickShown(axis.dates) ?? axis.dates.length - 1;
  const frame = useRef(0);
  const follow = (e: PointerEvent<HTMLDivElement>) => {
    const px = inPage(e.clientX - e.currentTarget.getBoundingClientRect().left);
    const inside = inPlot(axis, px);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => cursor.set(inside ? axis.tickAt(px) : null));
  };
  const asks = useClick(patient ? DOUBLE_MS : 0, (px) => inPlot(axis, px) && why.set(axis.dates[axis.tickAt(px)]));
  const leave = () => {
    cancelAnimationFrame(frame.current);
    cursor.set(null);
  };
  return (
    // The same is done by Enter on the slider below, and by W.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className="chart-area"
      style={{ height }}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={leave}
      {...asks}
    >
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
        onKeyDown={(e) => {
          if (e.key === "Escape") focus.set(null);
          if (e.key === "Enter") why.set(axis.dates[tick]);
        }}
        onBlur={() => cursor.set(null)}
      />
    </div>
  );
}

const inPlot = ({ left, right }: TimeAxis, px: number): boolean => px >= left - 8 && px <= right + 8;

const DOUBLE_MS = 280;
const STILL_PX = 4;

/** A click that is no drag, is on no button, and is not the first half of a double click. Says where, from the left. */
function useClick(wait: number, act: (px: number) => void) {
  const down = useRef({ x: 0, y: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return {
    onPointerDownCapture: (e: PointerEvent) => void (down.current = { x: e.clientX, y: e.clientY }),
    onDoubleClick: () => clearTimeout(timer.current),
    onClick(e: MouseEvent<HTMLDivElement>) {
      const moved = Math.hypot(e.clientX - down.current.x, e.clientY - down.current.y) > STILL_PX;
      if (moved || e.detail > 1 || (e.target as Element).closest("button, table")) return;
      const px = inPage(e.clientX - e.currentTarget.getBoundingClientRect().left);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => act(px), wait);
    },
  };
}

/** A week, whatever a tick is. */
function stepOf({ dates }: TimeAxis): number {
  const days = dates.length > 1 ? (Date.parse(dates[1]) - Date.parse(dates[0])) / 86_400_000 : WEEK;
  return Math.max(1, Math.round(WEEK / days));
}

/** One date through all panels. */
function CursorLine({ axis, height, pill }: Pick<Props, "axis" | "height" | "pill">) {
  const lang = useLanguage();
  const tick = useTickShown(axis.dates);
  if (tick === null || tick >= axis.dates.length) return null;
  return (
    <div className="cursor" style={{ transform: `translateX(${axis.x(tick)}px)`, height }} aria-hidden>
      {pill && <span style={{ top: height + 2 }}>{date(axis.dates[tick], lang, false)}</span>}
    </div>
  );
}
