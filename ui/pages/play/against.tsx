import { money, percent } from "../../../report/format.ts";
import type { Outcome } from "../../../workers/debrief.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { signed } from "./signed.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

export type SeatOutcomes = Readonly<Record<"own" | "nash" | "cartel" | "best", Outcome | undefined>>;

interface Props {
  readonly outcomes: SeatOutcomes;
  readonly tried: number;
  readonly played: Played;
}

const WAYS = ["own", "nash", "cartel", "best"] as const;

/** Profit beside what theory and a search would have earned: bars of the difference from what was played. */
export function Against({ outcomes, tried, played }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const { currency } = played.scenario;
  const own = outcomes.own?.profit ?? 0;
  const gaps = WAYS.map((way) => (outcomes[way] ? outcomes[way].profit - own : 0));
  const [low, high] = [Math.min(0, ...gaps), Math.max(0, ...gaps)];
  const at = (x: number) => (100 * (x - low)) / (high - low || 1);
  return (
    <div className="table-scroll">
      <table className="data against">
        <thead>
          <tr>
            <th scope="col">{say("pricesSet")}</th>
            <th scope="col">{say("profit")}</th>
            <th scope="col">{say("againstYours")}</th>
            <td className="bar-cell" aria-hidden="true" />
            <th scope="col">{say("share")}</th>
          </tr>
        </thead>
        <tbody>
          {WAYS.map((way, k) => {
            const outcome = outcomes[way];
            const [from, to] = [at(Math.min(0, gaps[k])), at(Math.max(0, gaps[k]))];
            return (
              <tr key={way} data-way={way} data-sum={way === "own" || undefined}>
                <th scope="row">{say(way)}<small>{way !== "own" && say(`${way}Is`, { n: tried || "…" })}</small></th>
                <td>{outcome ? money(outcome.profit, currency, lang) : "…"}</td>
                <td>{way === "own" ? "" : outcome ? signed(gaps[k], currency, lang) : "…"}</td>
                <td className="bar-cell" aria-hidden="true">
                  <b style={{ left: `${at(0)}%` }} />
                  {outcome && <i style={{ left: `${from}%`, width: `${to - from}%` }} />}
                </td>
                <td>{outcome ? percent(outcome.share) : "…"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
} // prettier-ignore
