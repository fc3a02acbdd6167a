import { useState } from "react";
import { useWords } from "../../i18n/index.ts";
import { setting } from "../../../words/format.ts";

interface Props {
  readonly label: string;
  readonly short: string; // what stands above the field
  readonly value: number;
  readonly most: number;
  readonly masked: boolean;
  readonly whole?: boolean;
  readonly suffix?: string;
  readonly note?: string;
  onChange(value: number): void;
}

/** A number from 0 typed by hand, told at each key that makes sense, so that Enter hands in what stands there. */
export function Amount({ label, short, value, most, masked, whole = false, suffix, note, onChange }: Props) {
  const say = useWords();
  const [typed, setTyped] = useState<string | null>(null); // while it is being typed
  const text = typed ?? plain(value);
  const good = sound(text, most, whole);
  return (
    <label className="amount">
      <span>{short}</span>
      <span className="amount-line" data-masked={masked || undefined}>
        <input
          type={masked ? "password" : "text"}
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-invalid={!good}
          value={text}
          onChange={({ target }) => {
            setTyped(target.value);
            if (sound(target.value, most, whole)) onChange(Number(target.value));
          }}
          onBlur={() => setTyped(null)}
        />
        {suffix && <small>{suffix}</small>}
      </span>
      {!good && <em role="alert">{say("levers.outOfRange", { low: 0, high: most })}</em>}
      {note && !masked && <small>{note}</small>}
    </label>
  );
}

const sound = (text: string, most: number, whole: boolean): boolean => {
  const x = Number(text);
  return text.trim() !== "" && x >= 0 && x <= most && (!whole || Number.isInteger(x));
};

/** As a person would type it. */
const plain = (x: number): string => (Number.isInteger(x) ? String(x) : setting(x).replaceAll(",", ""));
