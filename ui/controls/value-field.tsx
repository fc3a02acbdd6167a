import { useState } from "react";
import type { Lever } from "../../engine/index.ts";
import { setting } from "../../words/format.ts";
import { useWords } from "../i18n/index.ts";

interface Props {
  readonly lever: Lever;
  readonly value: number;
  /** The typed value; null when given up. */
  onDone(value: number | null): void;
}

/** A value typed by hand: Enter takes it, Escape gives up, and what is out of range is said. */
export function ValueField({ lever, value, onDone }: Props) {
  const say = useWords();
  const [text, setText] = useState(String(value));
  const typed = Number(text.trim().replace("\u2212", "-"));
  const [low, high] = lever.range;
  const good = text.trim() !== "" && typed >= low && typed <= high;
  return (
    <span className="value-field">
      <input
        // The person has just asked to type here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        inputMode="decimal"
        aria-label={say("levers.typeValue", { name: say(lever.label) })}
        aria-invalid={!good}
        value={text}
        onFocus={(e) => e.target.select()}
        onChange={(e) => setText(e.target.value)}
        onBlur={() => onDone(good ? typed : null)}
        onKeyDown={(e) => {
          if (e.key === "Enter" && good) onDone(typed);
          if (e.key === "Escape") onDone(null);
        }}
      />
      {!good && <em role="alert">{say("levers.outOfRange", { low: setting(low), high: setting(high) })}</em>}
    </span>
  );
}
