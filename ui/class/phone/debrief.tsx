import { money, percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { classWords } from "../words.ts";
import { view } from "./phone.ts";

const WAYS = [
  ["own", "played"],
  ["nash", "nashIs"],
  ["cartel", "cartelIs"],
  ["best", "bestIs"],
] as const;

/** One's own result next to what theory and a search would have brought, as far as the teacher has shown it. */
export function Debrief() {
  const say = useSection(classWords);
  const lang = useLanguage();
  const { goal, currency } = useObservable(facts, (x) => x)!;
  const { outcome } = useObservable(view, (x) => x)!;
  if (!outcome) return <p className="note">{say("waitReveal")}</p>;
  const text = (x: number) => (goal === "share" ? percent(x) : money(x, currency, lang));
  return (
    <section className="card" aria-labelledby="debrief-title">
      <h2 id="debrief-title">{say("debrief")}</h2>
      <table>
        <tbody>
          {WAYS.map(([way, words]) => {
            const found = outcome[way];
            return (
              found && (
                <tr key={way} data-own={way === "own" || undefined}>
                  <th scope="row">{say(words)}</th>
                  <td>{text(found[goal])}</td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
