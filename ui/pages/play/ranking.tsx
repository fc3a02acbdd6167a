import { type Goal, ranking } from "../../../engine/game/index.ts";
import { money, percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { seatName } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

/** Teams by the goal they chose. */
export function Ranking({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, recording, game } = played;
  const { goal, seats } = game.setup;
  const rows = ranking(
    recording,
    seats.map((s) => s.vendor),
    { goal, quarters: game.rounds.length },
  );
  const text = (x: number, by: Goal) => (by === "share" ? percent(x) : money(x, scenario.currency, lang));
  return (
    <section className="page-section" aria-labelledby="ranking-title">
      <h2 id="ranking-title">{say("ranking")}</h2>
      <table className="data ranking">
        <thead>
          <tr>
            <th scope="col">{say("place")}</th>
            <th scope="col">{say("teamHead")}</th>
            <th scope="col">{say(goal)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ vendor, score, place }) => (
            <tr key={vendor}>
              <td>{place}</td>
              <th scope="row">
                {seatName(
                  scenario,
                  seats.find((s) => s.vendor === vendor)!,
                  lang,
                )}
              </th>
              <td>{text(score, goal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{say(`${goal}Is`)}</p>
    </section>
  );
}
