import { money, percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { vendorOf } from "../says.ts";
import { classWords } from "../words.ts";
import { view } from "./board.ts";
import { reached } from "./charts.tsx";

/** Places on the wall, where the class may know them: all of one market, the first ten of several. */
const MOST = 10;

/** Who is ahead. */
export function Ranking() {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const { markets, show, reveal } = useObservable(view, (x) => x)!;
  if (show !== "all" && !reached(reveal, "profits")) return null;
  const { goal, currency } = known;
  const rows = markets
    .flatMap(({ digest, seats }, market) => (digest?.ranking ?? []).map((r) => ({ ...r, market, seats })))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST);
  return (
    <section className="card" aria-labelledby="ranking-title">
      <h2 id="ranking-title">
        {say("ranking")} <small>{say(`goal_${goal}`)}</small>
      </h2>
      <table>
        <tbody>
          {rows.map(({ vendor, score, market, seats }) => (
            <tr key={`${market}/${vendor}`}>
              <th scope="row">
                {vendorOf(known, vendor, lang)}{" "}
                <small>
                  {[
                    ...(markets.length > 1 ? [say("market", { n: market + 1 })] : []),
                    ...(seats.find((s) => s.vendor === vendor)?.people.map((p) => p.name) ?? []),
                  ].join(" · ")}
                </small>
              </th>
              <td>{goal === "share" ? percent(score) : money(score, currency, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
