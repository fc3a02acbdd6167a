import { type Goal, GOALS, type Outcome } from "../../../engine/game/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { gapText, goalText } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

export type SeatOutcomes = Readonly<Record<"own" | "nash" | "cartel" | "best", Outcome | undefined>>;

interface Props {
  readonly outcomes: SeatOutcomes;
  readonly tried: number;
  readonly played: Played;
}

const WAYS = ["own", "nash", "cartel", "best"] as const;

/** What theory and a search would have come to, by the game's goal: bars of the difference from what was played. */
export function Against({ outcomes, tried, played }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const { currency } = played.scenario;
  const { goal } = played.game.setup;
  const text = (x: number, by: Goal) => goalText(x, by, currency, lang);
  const others = GOALS.filter((by) => by !== goal && by !== "value"); // value is told only where it ranks
  const own = outcomes.own?.[goal] ?? 0;
  const gaps = WAYS.map((way) => (outcomes[way] ? outcomes[way][goal] - own : 0));
  const [low, high] = [Math.min(0, ...gaps), Math.max(0, ...gaps)];
  const at = (x: number) => (100 * (x - low)) / (high - low || 1);
  return (
    <div className="table-scroll">
      <table className="data against">
        <thead>
          <tr>
            <th scope="col">{say("pricesSet")}</th>
            <th scope="col">{say(goal)}</th>
            <th scope="col">{say("againstYours")}</th>
            <td className="bar-cell" aria-hidden="true" />
            {others.map((by) => (
              <th key={by} scope="col">
                {say(by)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WAYS.map((way, k) => {
            const outcome = outcomes[way];
            const [from, to] = [at(Math.min(0, gaps[k])), at(Math.max(0, gaps[k]))];
            return (
              <tr key={way} data-way={way} data-sum={way === "own" || undefined}>
                <th scope="row">
                  {say(way)}
                  <small>{way !== "own" && say(`${way}Is`, { n: tried || "…", goal: say(`goal_${goal}`) })}</small>
                </th>
                <td>{outcome ? text(outcome[goal], goal) : "…"}</td>
                <td>{way === "own" ? "" : outcome ? gapText(gaps[k], goal, currency, lang) : "…"}</td>
                <td className="bar-cell" aria-hidden="true">
                  <b style={{ left: `${at(0)}%` }} />
                  {outcome && <i style={{ left: `${from}%`, width: `${to - from}%` }} />}
                </td>
                {others.map((by) => (
                  <td key={by}>{outcome ? text(outcome[by], by) : "…"}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
