import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { PredictionFrame } from "../../../charts/marks/prediction.tsx";
import { date } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { LessonWords } from "./lesson.ts";
import { quantity } from "./quantity.ts";
import { drawTo, type Stroke } from "./stroke.ts";
import { learn } from "./words.ts";

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

/** Takes a line drawn by pointer, finger or keys. Every point is a slider; the whole line is one tab stop. */
export function DrawingLayer({ frame, ticks, values, scale, words, locked, onDraw }: Props) {
  const say = useSection(learn);
  const lang = useLanguage();
  const [now, setNow] = useState(0);
  const stroke = useRef<Stroke | null>(null);
  const points = useRef<(HTMLSpanElement | null)[]>([]);
  const bounded = (x: number) => Math.max(scale[0], Math.min(scale[1], x));

  const draw = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const tick = frame.axis.tickAt(event.clientX - box.left);
    const next = drawTo(
      stroke.current,
      { tick, value: bounded(frame.valueAt(event.clientY - box.top)) },
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
    const step = ((scale[1] - scale[0]) / STEPS) * (event.shiftKey ? LARGE : 1);
    const rise: Readonly<Record<string, number>> = {
      ArrowUp: step,
      ArrowDown: -step,
      PageUp: LARGE * step,
      PageDown: -LARGE * step,
    };
    const move: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key in move) {
      const next = Math.max(0, Math.min(ticks.length - 1, k + move[event.key]));
      setNow(next);
      points.current[next]?.focus();
    } else if (event.key in rise && !locked) onDraw(values.with(k, bounded(values[k] + rise[event.key])));
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
        // A native range input lies along a line of its own; these stand wherever the prediction puts them.
        <span
          key={tick}
          ref={(element) => void (points.current[k] = element)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          tabIndex={k === now ? 0 : -1}
          aria-label={say("point", { date: date(frame.axis.dates[tick], lang), what: words.what })}
          aria-orientation="vertical"
          aria-disabled={locked}
          aria-valuemin={scale[0]}
          aria-valuemax={scale[1]}
          aria-valuenow={values[k]}
          aria-valuetext={quantity(values[k], words)}
          style={{ left: frame.axis.x(tick), top: frame.y(values[k]) }}
          onFocus={() => setNow(k)}
          onKeyDown={(e) => keys(e, k)}
        >
          <i />
          <output>{quantity(values[k], words)}</output>
        </span>
      ))}
    </div>
  );
}
