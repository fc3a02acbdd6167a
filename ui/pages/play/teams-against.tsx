import { money, percent } from "../../../words/format.ts";
import type { Benchmarks } from "../../../experiments/debrief.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { seatName } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly known: Partial<Benchmarks>;
  readonly played: Played;
}

/** Every team's profit next to the market priced by theory: did they fight, or keep the peace? */
export function TeamsAgainst({ known, played }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, game } = played;
  const { seats } = game.setup;
  const all = (way: keyof Benchmarks) => {
    const of = known[way];
    return of ? seats.reduce((sum, s) => sum + of[s.vendor].profit, 0) : undefined;
  };
  const share = known.own ? seats.reduce((sum, s) => sum + known.own![s.vendor].share, 0) : undefined;
  const cash = (x: number | undefined) => (x === undefined ? "…" : money(x, scenario.currency, lang));
  return (
    <div className="table-scroll">
      <table className="data teams-against">
        <thead>
          <tr>
            <th scope="col">{say("teamHead")}</th>
            <th scope="col">{say("profitPlayed")}</th>
            <th scope="col">{say("nash")}</th>
            <th scope="col">{say("cartel")}</th>
            <th scope="col">{say("share")}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((s) => (
            <tr key={s.vendor}>
              <th scope="row">{seatName(scenario, s, lang)}</th>
              <td>{cash(known.own?.[s.vendor].profit)}</td>
              <td>{cash(known.nash?.[s.vendor].profit)}</td>
              <td>{cash(known.cartel?.[s.vendor].profit)}</td>
              <td>{known.own ? percent(known.own[s.vendor].share) : "…"}</td>
            </tr>
          ))}
          <tr data-sum>
            <th scope="row">{say("allTeams")}</th>
            <td>{cash(all("own"))}</td>
            <td>{cash(all("nash"))}</td>
            <td>{cash(all("cartel"))}</td>
            <td>{share === undefined ? "…" : percent(share)}</td>
          </tr>
        </tbody>
      </table>
      <p className="note">{say("teamsIs")}</p>
    </div>
  );
}
