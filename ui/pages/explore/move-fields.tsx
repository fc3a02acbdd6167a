import { useState } from "react";
import { useWords } from "../../i18n/index.ts";

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
      value={String(value)}
      good={good}
      wrong={say("levers.outOfRange", { low: 0, high: "1000000" })}
      onDone={(text) => onChange(Number(text))}
    />
  );
}

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly wrong: string;
  good(text: string): boolean;
  onDone(text: string): void;
}

/** Taken on Enter or when left, if it is good. */
function Typed({ label, value, wrong, good, onDone }: TypedProps) {
  const [text, setText] = useState(value);
  const fine = good(text);
  const done = () => (fine ? text !== value && onDone(text) : setText(value));
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={!fine}
      title={fine ? undefined : wrong}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onBlur={done}
      onKeyDown={(e) => {
        if (e.key === "Enter") done();
      }}
    />
  );
}
