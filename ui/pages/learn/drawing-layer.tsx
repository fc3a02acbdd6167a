import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { PredictionFrame } from "../../../charts/marks/prediction.tsx";
import { date } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { LessonWords } from "./lesson.ts";
import { quantity } from "./quantity.ts";
import { drawTo, type Stroke } from "./stroke.ts";
import { learn } from "./words.ts";
import { inPage } from "../../store/fullscreen.ts";

interface Props {
  readonly frame: PredictionFrame;
  readonly ticks: readonly number[];
  readonly values: readonly number[];
  readonly scale: readonly [number, number];
  readonly words: LessonWords;
  readonly locked: boolean; // the run has been made: the line stands
  onDraw(values: readonly number[]): void;
}

const STEPS = 50; // of the keyboard, over the chart's height
const LARGE = 5;

const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** How far a key lifts a point, in steps of the keyboard. */
function riseOf({ key, shiftKey }: KeyboardEvent, step: number): number | undefined {
  const rises: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: LARGE, PageDown: -LARGE };
  return key in rises ? rises[key] * step * (shiftKey ? LARGE : 1) : undefined;
}

/** Takes a line drawn by pointer, finger or keys. Every point is a slider; the whole line is one tab stop. */
export function DrawingLayer({ frame, ticks, values, scale, words, locked, onDraw }: Props) {
  const [now, setNow] = useState(0);
  const stroke = useRef<Stroke | null>(null);
  const points = useRef<(HTMLSpanElement | null)[]>([]);
  const bounded = (x: number) => Math.max(scale[0], Math.min(scale[1], x));

  const draw = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const tick = frame.axis.tickAt(inPage(event.clientX - box.left));
    const next = drawTo(
      stroke.current,
      { tick, value: bounded(frame.valueAt(inPage(event.clientY - box.top))) },
      { ticks, values },
    );
    stroke.current = next.stroke;
    onDraw(next.values);
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (locked || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    draw(event);
  };
  const keys = (event: KeyboardEvent, k: number) => {
    const rise = riseOf(event, (scale[1] - scale[0]) / STEPS);
    if (event.key in MOVES) {
      const next = Math.max(0, Math.min(ticks.length - 1, k + MOVES[event.key]));
      setNow(next);
      points.current[next]?.focus();
    } else if (rise !== undefined && !locked) onDraw(values.with(k, bounded(values[k] + rise)));
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="drawing"
      data-locked={locked || undefined}
      onPointerDown={press}
      onPointerMove={(e) => stroke.current && draw(e)}
      onPointerUp={() => (stroke.current = null)}
      onPointerCancel={() => (stroke.current = null)}
    >
      {ticks.map((tick, k) => (
        <Point
          key={tick}
          {...{ frame, tick, scale, words, locked }}
          value={values[k]}
          holds={(element) => void (points.current[k] = element)}
          tabIndex={k === now ? 0 : -1}
          onFocus={() => setNow(k)}
          onKeyDown={(e) => keys(e, k)}
        />
      ))}
    </div>
  );
}

interface PointProps extends Pick<Props, "frame" | "scale" | "words" | "locked"> {
  readonly tick: number;
  readonly value: number;
  readonly tabIndex: number;
  holds(element: HTMLSpanElement | null): void;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** A native range input lies along a line of its own; these stand wherever the prediction puts them. */
function Point({ frame, tick, value, scale, words, locked, tabIndex, holds, onFocus, onKeyDown }: PointProps) {
  const say = useSection(learn);
  const lang = useLanguage();
  return (
    <span
      ref={holds}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={tabIndex}
      aria-label={say("point", { date: date(frame.axis.dates[tick], lang), what: words.what })}
      aria-orientation="vertical"
      aria-disabled={locked}
      aria-valuemin={scale[0]}
      aria-valuemax={scale[1]}
      aria-valuenow={value}
      aria-valuetext={quantity(value, words)}
      style={{ left: frame.axis.x(tick), top: frame.y(value) }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <i />
      <output>{quantity(value, words)}</output>
    </span>
  );
}
