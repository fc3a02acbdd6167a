import { money, percent } from "../../../words/format.ts";
import { inkIn, THEMES } from "../../../charts/theme/theme.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { Lines } from "../lines.tsx";
import { classWords } from "../words.ts";
import { view } from "./phone.ts";

const total = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

/** How one's own vendor did: the round's numbers, and its profit over the rounds. */
export function RoundResults() {
  const say = useSection(classWords);
  const [lang, mode] = [useLanguage(), useMode()];
  const known = useObservable(facts, (x) => x)!;
  const { at, seat, course, share, place } = useObservable(view, (x) => x)!;
  const accounts = seat?.accounts;
  if (!accounts || !course) return null;
  const cash = (x: number | null) => (x === null ? say("parent") : money(x, known.currency, lang));
  const ink = inkIn(known.vendors, at.vendor, mode);
  const line = { id: "own", name: "", values: course.profit, mark: ink.mark, text: THEMES[mode].ink2, bold: true };
  const now = say("profitOf", { k: course.profit.length });
  return (
    <section className="card" aria-label={now}>
      <dl className="figures">
        <div>
          <dt>{now}</dt>
          <dd data-loss={(accounts.profit ?? 0) < 0 || undefined}>{cash(accounts.profit)}</dd>
        </div>
        <div>
          <dt>{say("profitAll")}</dt>
          <dd data-loss={total(course.profit) < 0 || undefined}>{cash(total(course.profit))}</dd>
        </div>
        <div>
          <dt>{say("share")}</dt>
          <dd>{share !== null && percent(share)}</dd>
        </div>
        {place !== null && (
          <div>
            <dt>{say("place")}</dt>
            <dd>{say("placeOf", { k: place, n: known.seats.length })}</dd>
          </div>
        )}
        {known.cash && (
          <div>
            <dt>{say("cash")}</dt>
            <dd>{cash(accounts.cash)}</dd>
          </div>
        )}
      </dl>
      {course.profit.length > 1 && (
        <Lines
          title={say("profitChart")}
          lines={[line]}
          first={1}
          rounds={known.rounds}
          text={(x) => money(x, known.currency, lang)}
        />
      )}
    </section>
  );
}
