import { type KeyboardEvent, useState } from "react";
import { HOURS, WEEKDAYS } from "../../../engine/index.ts";
import { setting } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { tariffWords } from "./tariff-words.ts";

const BRUSHES = [0.5, 1, 1.5, 2, 3];

interface Props {
  readonly week: readonly number[]; // factor by hour
  readonly onPaint: (week: number[]) => void;
}

/** A week of hours to paint with factors on the list price. One tab stop: arrow keys walk, the space bar paints. */
export function TariffWeek({ week, onPaint }: Props) {
  const say = useSection(tariffWords);
  const [brush, setBrush] = useState(2);
  const [at, setAt] = useState(9);
  const painted = (hours: ReadonlySet<number>) => week.map((x, h) => (hours.has(h) ? brush : x));
  const { stroke, begin } = useStroke((hours) => onPaint(painted(hours)));
  const step = (e: KeyboardEvent) => {
    const move = MOVES[e.key];
    if (move === undefined && e.key !== " " && e.key !== "Enter") return;
    e.preventDefault();
    if (move === undefined) return onPaint(painted(new Set([at])));
    const next = (at + move + HOURS) % HOURS;
    setAt(next);
    document.getElementById(`${CELL}${next}`)?.focus();
  };
  const shown = stroke ? painted(stroke) : week;
  return (
    <div className="tariff-week">
      <Brushes factors={[...BRUSHES, ...week]} brush={brush} onChange={setBrush} />
      <p className="sub">{say("weekHelp")}</p>
      <table aria-label={say("week")}>
        <tbody>
          {WEEKDAYS.map((day, d) => (
            <tr key={day}>
              <th scope="row">{say(day)}</th>
              {Array.from({ length: 24 }, (_, h) => d * 24 + h).map((hour) => (
                <td key={hour}>
                  <button
                    type="button"
                    id={`${CELL}${hour}`}
                    tabIndex={hour === at ? 0 : -1}
                    className={tone(shown[hour])}
                    aria-label={say("hour", { day: say(day), hour: hour % 24, times: setting(shown[hour]) })}
                    onFocus={() => setAt(hour)}
                    onKeyDown={step}
                    onPointerDown={(e) => {
                      e.currentTarget.releasePointerCapture(e.pointerId);
                      begin(hour);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="day-hours" aria-hidden>
        {[0, 6, 12, 18, 24].map((h) => (
          <span key={h}>{h}</span>
        ))}
      </div>
    </div>
  );
}

/** Hours painted since the button went down, until it is up again. */
function useStroke(onEnd: (hours: ReadonlySet<number>) => void) {
  const [stroke, setStroke] = useState<ReadonlySet<number> | null>(null);
  const begin = (hour: number) => {
    const hours = new Set([hour]);
    setStroke(new Set(hours));
    const extend = (e: PointerEvent) => {
      const id = document.elementFromPoint(e.clientX, e.clientY)?.id ?? "";
      if (!id.startsWith(CELL)) return;
      hours.add(Number(id.slice(CELL.length)));
      setStroke(new Set(hours));
    };
    const end = () => {
      removeEventListener("pointermove", extend);
      setStroke(null);
      onEnd(hours);
    };
    addEventListener("pointermove", extend);
    addEventListener("pointerup", end, { once: true });
  };
  return { stroke, begin };
}

const CELL = "tariff-hour-";
const MOVES: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 };

interface BrushProps {
  readonly factors: readonly number[];
  readonly brush: number;
  readonly onChange: (factor: number) => void;
}

function Brushes({ factors, brush, onChange }: BrushProps) {
  const say = useSection(tariffWords);
  return (
    <fieldset className="brushes">
      <legend>{say("brush")}</legend>
      {[...new Set(factors)]
        .toSorted((a, b) => a - b)
        .map((factor) => (
          <label key={factor} className={`brush ${tone(factor)}`}>
            <input type="radio" name="brush" checked={brush === factor} onChange={() => onChange(factor)} />
            {factor === 1 ? say("listed") : `× ${setting(factor)}`}
          </label>
        ))}
    </fieldset>
  );
}

/** Cheaper hours in cool tones, dearer ones in warm ones. */
const tone = (factor: number): string => {
  if (factor === 1) return "as-list";
  if (factor < 1) return "cheap";
  return factor < 2 ? "dear" : factor < 3 ? "dearer" : "dearest";
};
