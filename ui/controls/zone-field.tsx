import { type KeyboardEvent, useId, useState } from "react";
import { readZone, type Zone, zoneNames, zoneText } from "../../engine/index.ts";

interface Props {
  readonly label: string;
  readonly problem: string; // said of what is no time zone
  readonly value: Zone;
  onChange(zone: Zone): void;
}

/** A time zone: hours ahead of UTC, or a name out of a list. Taken on Enter or when left; what is none is not. */
export function ZoneField({ label, problem, value, onChange }: Props) {
  const names = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? zoneText(value);
  const read = readZone(text);
  const done = () => {
    setTyped(null);
    if (read !== null && read !== value) onChange(read);
  };
  const onKeyDown = (e: KeyboardEvent<HTMLInputElement>) => {
    if (e.key === "Escape") setTyped(null);
    if (e.key !== "Enter") return;
    if (read !== null) return done();
    e.currentTarget.setCustomValidity(problem);
    e.currentTarget.reportValidity();
    e.currentTarget.setCustomValidity(""); // what is typed next is judged anew
  };
  return (
    <>
      <label className="form-row">
        <span>{label}</span>
        <input
          className="zone"
          type="text"
          list={names}
          autoComplete="off"
          aria-invalid={read === null}
          title={problem}
          value={text}
          onFocus={(e) => e.target.select()}
          onChange={(e) => setTyped(e.target.value)}
          onBlur={done}
          onKeyDown={onKeyDown}
        />
      </label>
      <datalist id={names}>
        {zoneNames().map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  );
}
