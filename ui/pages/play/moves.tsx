import { type Goal, GOALS } from "../../../engine/game/index.ts";
import type { MoveEffect } from "../../../experiments/debrief.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { moveText } from "./move-text.ts";
import { gapText } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly moves: readonly MoveEffect[];
  readonly played: Played;
  readonly vendor: string;
}

/** What each move brought: the game with it less the game without it, on the same draws. */
export function Moves({ moves, played: { scenario, game }, vendor }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const { goal } = game.setup;
  const others = GOALS.filter((by) => by !== goal && by !== "value");
  const gap = (x: number, by: Goal) => gapText(x, by, scenario.currency, lang);
  if (moves.length === 0) return <p className="note">{say("noMoves")}</p>;
  return (
    <>
      <h3>{say("yourMoves")}</h3>
      <p className="note">{say("yourMovesIs")}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={say("yourMoves")}>
        <table className="data moves-did">
          <thead>
            <tr>
              <th scope="col">{say("moveHead")}</th>
              <th scope="col">{say("when")}</th>
              <th scope="col">{say(goal)}</th>
              <th scope="col">{say("interval")}</th>
              {others.map((by) => (
                <th key={by} scope="col">
                  {say(by)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map(({ move, ...effect }) => (
              <tr
                key={`${move.quarter}/${move.kind}/${move.product ?? ""}`}
                data-clear={effect[goal].low * effect[goal].high > 0 || undefined}
              >
                <th scope="row">{moveText(move, { scenario, game, vendor, lang })}</th>
                <td>{say("round", { k: move.quarter + 1 })}</td>
                <td>{gap(effect[goal].mean, goal)}</td>
                <td>{say("range", { low: gap(effect[goal].low, goal), high: gap(effect[goal].high, goal) })}</td>
                {others.map((by) => (
                  <td key={by}>{gap(effect[by].mean, by)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
