import { useState } from "react";
import { SHOWS } from "../../../engine/class/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { classWords } from "../words.ts";
import { ask, view } from "./board.ts";

/** What the teacher may change as the class goes on. */
export function Rules() {
  const say = useSection(classWords);
  const { phase, show, talk, seconds, markets } = useObservable(view, (x) => x)!;
  return (
    <section className="card rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{say("settings")}</h2>
      {phase === "lobby" && (
        <NumberSetting
          key={`m${markets.length}`}
          label={say("markets")}
          now={markets.length}
          onSet={(n) => ask({ do: "markets", markets: n })}
        />
      )}
      <NumberSetting
        key={`s${seconds}`}
        label={say("seconds")}
        now={seconds}
        onSet={(n) => ask({ do: "set", seconds: n })}
      />
      <label>
        <span>{say("show")}</span>
        <select value={show} onChange={(e) => ask({ do: "set", show: e.target.value })}>
          {SHOWS.map((s) => (
            <option key={s} value={s}>
              {say(`show_${s}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={talk} onChange={(e) => ask({ do: "set", talk: e.target.checked })} />
        <span>{say("talk")}</span>
      </label>
    </section>
  );
}

interface SettingProps {
  readonly label: string;
  readonly now: number;
  onSet(n: number): void;
}

function NumberSetting({ label, now, onSet }: SettingProps) {
  const say = useSection(classWords);
  const [text, setText] = useState(String(now));
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (/^\d+$/.test(text)) onSet(Number(text));
      }}
    >
      <label>
        <span>{label}</span>
        <input inputMode="numeric" value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      {text !== String(now) && <button type="submit">{say("set")}</button>}
    </form>
  );
}
