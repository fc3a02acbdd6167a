import { useState } from "react";
import { useWords } from "../../i18n/index.ts";

interface DateProps {
  readonly label: string;
  readonly value: string;
  readonly dates: readonly string[];
  onChange(date: string): void;
}

/** A date inside the run. What is half typed or outside is not taken, and said. */
export function DateField({ label, value, dates, onChange }: DateProps) {
  const say = useWords();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  return (
    <Typed
      key={value}
      label={label}
      type="date"
      value={value}
      min={first}
      max={last}
      good={(text) => text >= first && text <= last}
      wrong={say("strip.outside", { from: first, to: last })}
      onDone={onChange}
    />
  );
}

interface PriceProps {
  readonly label: string;
  readonly value: number;
  onChange(price: number): void;
}

export function PriceField({ label, value, onChange }: PriceProps) {
  const say = useWords();
  const good = (text: string) => text.trim() !== "" && Number(text) >= 0 && Number(text) <= 1e6;
  return (
    <Typed
      key={value}
      label={label}
      type="text"
      value={String(value)}
      good={good}
      wrong={say("levers.outOfRange", { low: 0, high: "1000000" })}
      onDone={(text) => onChange(Number(text))}
    />
  );
}

interface TypedProps {
  readonly label: string;
  readonly type: "date" | "text";
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly wrong: string;
  good(text: string): boolean;
  onDone(text: string): void;
}

/** Taken on Enter or when left, if it is good. */
function Typed({ label, type, value, min, max, wrong, good, onDone }: TypedProps) {
  const [text, setText] = useState(value);
  const fine = good(text);
  const done = () => (fine ? text !== value && onDone(text) : setText(value));
  return (
    <input
      type={type}
      inputMode={type === "text" ? "decimal" : undefined}
      aria-label={label}
      aria-invalid={!fine}
      title={fine ? undefined : wrong}
      value={text}
      min={min}
      max={max}
      onChange={(e) => setText(e.target.value)}
      onBlur={done}
      onKeyDown={(e) => {
        if (e.key === "Enter") done();
      }}
    />
  );
}
