import { points } from "../../../report/format.ts";
import type { MoveEffect } from "../../../workers/debrief.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { moveText } from "./move-text.ts";
import { signed } from "./signed.ts";
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
  const cash = (x: number) => signed(x, scenario.currency, lang);
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
              <th scope="col">{say("profit")}</th>
              <th scope="col">{say("interval")}</th>
              <th scope="col">{say("share")}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ move, profit, share }) => (
              <tr key={`${move.quarter}/${move.kind}/${move.product ?? ""}`} data-clear={profit.low * profit.high > 0 || undefined}>
                <th scope="row">{moveText(move, { scenario, game, vendor, lang })}</th>
                <td>{say("round", { k: move.quarter + 1 })}</td>
                <td>{cash(profit.mean)}</td>
                <td>{lang === "zh" ? `${cash(profit.low)} 至 ${cash(profit.high)}` : `${cash(profit.low)} to ${cash(profit.high)}`}</td>
                <td>{points(share.mean, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
} // prettier-ignore
