import { type KeyboardEvent, useId, useState } from "react";
import { HOURS, type PriceChange, WEEKDAYS } from "../../../engine/index.ts";
import { setting } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { factorOf } from "../../store/tariff-week.ts";
import { tariffWords } from "./tariff-words.ts";

const BRUSHES = [0.5, 1, 1.5, 2, 3];

type Change = PriceChange | null;

interface Props {
  readonly week: readonly Change[]; // by slot
  readonly perHour: 1 | 2; // slots
  readonly zone: string;
  readonly listInput: number; // [money/Mtok]
  price(input: number): string; // in words
  onPaint(week: Change[]): void;
}

/** A week to paint with factors on the list price. One tab stop: arrow keys walk, the space bar paints. */
export function TariffWeek({ week, perHour, zone, listInput, price, onPaint }: Props) {
  const say = useSection(tariffWords);
  const [brush, setBrush] = useState(2);
  const [at, setAt] = useState(9 * perHour);
  const ids = `${useId()}slot-`; // each product of a vendor has a week
  const painted = (slots: ReadonlySet<number>) => week.map((x, k) => (slots.has(k) ? { times: brush } : x));
  const { stroke, begin } = useStroke(ids, (slots) => onPaint(painted(slots)));
  const perDay = 24 * perHour;
  const walk = walks(perDay);
  const step = (e: KeyboardEvent) => {
    const move = walk[e.key];
    if (move === undefined && e.key !== " " && e.key !== "Enter") return;
    e.preventDefault();
    if (move === undefined) return onPaint(painted(new Set([at])));
    const next = (at + move + HOURS * perHour) % (HOURS * perHour);
    setAt(next);
    document.getElementById(`${ids}${next}`)?.focus();
  };
  const factors = (stroke ? painted(stroke) : week).map((change) => factorOf(change, listInput));
  const cell = (slot: number, day: (typeof WEEKDAYS)[number]) => {
    const [times, time] = [setting(factors[slot]), timeOf((slot % perDay) / perHour)];
    const said = say("hour", { day: say(day), time, times, price: price(listInput * factors[slot]) });
    return { className: tone(factors[slot]), "aria-label": said, title: said };
  };
  return (
    <div className="tariff-week">
      <Brushes factors={[...BRUSHES, ...factors]} brush={brush} onChange={setBrush} />
      <p className="sub">{say("weekHelp", { zone })}</p>
      <table aria-label={say("week")} className={perHour === 2 ? "halves" : undefined}>
        <tbody>
          {WEEKDAYS.map((day, d) => (
            <tr key={day}>
              <th scope="row">{say(day)}</th>
              {Array.from({ length: perDay }, (_, k) => d * perDay + k).map((slot) => (
                <td key={slot}>
                  <button
                    type="button"
                    id={`${ids}${slot}`}
                    tabIndex={slot === at ? 0 : -1}
                    {...cell(slot, day)}
                    onFocus={() => setAt(slot)}
                    onKeyDown={step}
                    onPointerDown={(e) => {
                      e.currentTarget.releasePointerCapture(e.pointerId);
                      begin(slot);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayHours />
    </div>
  );
}

const DayHours = () => (
  <div className="day-hours" aria-hidden>
    {[0, 6, 12, 18, 24].map((h) => (
      <span key={h}>{h}</span>
    ))}
  </div>
);

const timeOf = (hour: number): string => `${Math.floor(hour)}:${hour % 1 === 0 ? "00" : "30"}`;

/** Slots painted since the button went down, until it is up again. */
function useStroke(ids: string, onEnd: (slots: ReadonlySet<number>) => void) {
  const [stroke, setStroke] = useState<ReadonlySet<number> | null>(null);
  const begin = (slot: number) => {
    const slots = new Set([slot]);
    setStroke(new Set(slots));
    const extend = (e: PointerEvent) => {
      const id = document.elementFromPoint(e.clientX, e.clientY)?.id ?? "";
      if (!id.startsWith(ids)) return;
      slots.add(Number(id.slice(ids.length)));
      setStroke(new Set(slots));
    };
    const end = () => {
      removeEventListener("pointermove", extend);
      setStroke(null);
      onEnd(slots);
    };
    addEventListener("pointermove", extend);
    addEventListener("pointerup", end, { once: true });
  };
  return { stroke, begin };
}

const walks = (day: number): Readonly<Record<string, number>> => ({
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: day,
  ArrowUp: -day,
});

interface BrushProps {
  readonly factors: readonly number[];
  readonly brush: number;
  readonly onChange: (factor: number) => void;
}

function Brushes({ factors, brush, onChange }: BrushProps) {
  const say = useSection(tariffWords);
  const group = useId();
  return (
    <fieldset className="brushes">
      <legend>{say("brush")}</legend>
      {[...new Set(factors)]
        .toSorted((a, b) => a - b)
        .map((factor) => (
          <label key={factor} className={`brush ${tone(factor)}`}>
            <input type="radio" name={group} checked={brush === factor} onChange={() => onChange(factor)} />
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
