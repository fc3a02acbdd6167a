import { useSection } from "../../i18n/index.ts";
import { number } from "../../../words/format.ts";
import { classWords } from "../words.ts";

interface Props {
  readonly label: string;
  readonly short: string; // what stands above the field
  readonly text: string;
  readonly bad: boolean;
  readonly most: number;
  readonly whole?: boolean;
  onType(text: string): void;
}

/** A number typed with a thumb. */
export function Field({ label, short, text, bad, most, whole = false, onType }: Props) {
  const say = useSection(classWords);
  return (
    <label className="field">
      <span>{short}</span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={bad || undefined}
        value={text}
        onChange={(e) => onType(e.target.value)}
        onFocus={(e) => e.target.select()}
      />
      {bad && <em role="alert">{say(whole ? "wholeOutOfRange" : "outOfRange", { high: number(most) })}</em>}
    </label>
  );
}
