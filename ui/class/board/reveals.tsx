import { REVEALS } from "../../../engine/class/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { classWords } from "../words.ts";
import { ask, view } from "./board.ts";

/** Step by step, what the class sees of how it ended. */
export function Reveals() {
  const say = useSection(classWords);
  const { reveal, markets } = useObservable(view, (x) => x)!;
  const teams = markets.reduce((sum, m) => sum + m.seats.length, 0);
  const known = markets.reduce((sum, m) => sum + Object.keys(m.debrief?.best ?? {}).length, 0);
  return (
    <section className="card" aria-labelledby="reveal-title">
      <h2 id="reveal-title">{say("reveal")}</h2>
      <p className="note">
        {say("revealIs")} {known < teams && say("working", { n: known, m: teams })}
      </p>
      <p className="board-bar">
        {REVEALS.map((step) => (
          <button
            key={step}
            type="button"
            className={step === reveal ? "primary" : ""}
            aria-pressed={step === reveal}
            onClick={() => ask({ do: "reveal", step })}
          >
            {say(`reveal_${step}`)}
          </button>
        ))}
      </p>
    </section>
  );
}
