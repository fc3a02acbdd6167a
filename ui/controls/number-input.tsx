import { useState } from "react";
import { useWords } from "../i18n/index.ts";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly whole?: boolean;
  onChange(value: number): void;
}

/** A number typed by hand, taken on Enter or when left, if it is in range. */
export const NumberInput = (props: Props) => <Typed key={props.value} {...props} />;

function Typed({ label, value, range: [low, high], whole, onChange }: Props) {
  const say = useWords();
  const [text, setText] = useState(String(value));
  const typed = Number(text.trim().replace("\u2212", "-"));
  const good = text.trim() !== "" && typed >= low && typed <= high && (!whole || Number.isInteger(typed));
  const done = () => (good ? typed !== value && onChange(typed) : setText(String(value)));
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={!good}
      title={good ? undefined : say("levers.outOfRange", { low, high })}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onBlur={done}
      onKeyDown={(e) => {
        if (e.key === "Enter") done();
        if (e.key === "Escape") setText(String(value));
      }}
    />
  );
}
