import { type KeyboardEvent, useState } from "react";
import { date as said } from "../../words/format.ts";
import { useWords } from "../i18n/index.ts";
import { dayNumber, isoDate, readDate } from "../../engine/index.ts";
import { useLanguage } from "../store/preferences.ts";

interface Props {
  readonly label: string;
  readonly value: string; // ISO
  readonly first: string;
  readonly last: string;
  onChange(date: string): void;
}

const STEP: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }; // days

/**
 * A date from `first` to `last`, said in the app's language; a browser's own field speaks the browser's. Arrows move it
 * by days. Taken on Enter or when left; what cannot be read or is outside is not taken, and said.
 */
export function DateField({ label, value, first, last, onChange }: Props) {
  const say = useWords();
  const lang = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? said(value, lang);
  const read = readDate(text);
  const good = read !== null && read >= first && read <= last;
  const done = () => {
    setTyped(null);
    if (good && read !== value) onChange(read);
  };
  const hint = good ? say("strip.dateHint") : say("strip.outside", { from: said(first, lang), to: said(last, lang) });
  const complain = (field: HTMLInputElement) => {
    field.setCustomValidity(hint);
    field.reportValidity();
    field.setCustomValidity(""); // what is typed next is judged anew
  };
  const onKeyDown = (e: KeyboardEvent<HTMLInputElement>) => {
    if (e.key === "Enter" && !good) return complain(e.currentTarget);
    if (e.key === "Enter") done();
    if (e.key === "Escape") setTyped(null);
    const step = STEP[e.key];
    if (step === undefined) return;
    e.preventDefault();
    const next = isoDate(dayNumber(read ?? value) + step);
    if (next >= first && next <= last) setTyped(said(next, lang));
  };
  return (
    <input
      className="date"
      type="text"
      autoComplete="off"
      aria-label={label}
      aria-invalid={!good}
      title={hint}
      value={text}
      onFocus={(e) => e.target.select()}
      onChange={(e) => setTyped(e.target.value)}
      onBlur={done}
      onKeyDown={onKeyDown}
    />
  );
}
