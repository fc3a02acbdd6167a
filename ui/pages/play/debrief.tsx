import { useState } from "react";
import { Button, ProgressBar } from "react-aria-components";
import { ranking } from "../../../engine/game/index.ts";
import { money, number, percent, points } from "../../../report/format.ts";
import { productName } from "../../../report/names.ts";
import type { Debrief as Known, MoveEffect, Outcome } from "../../../workers/debrief.ts";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { seatName } from "./names.ts";
import type { Played } from "./use-run.ts";
import { useDebrief } from "./use-debrief.ts";
import { play } from "./words.ts";

/** What the game comes to, for one seat after another. */
export function Debrief({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { seats, goal } = played.game.setup;
  const first = ranking(played.recording, seats.map((s) => s.vendor), { goal, quarters: played.game.rounds.length })[0].vendor; // prettier-ignore
  const [vendor, setVendor] = useState(first);
  const options = seats.map((s) => ({ id: s.vendor, text: seatName(played.scenario, s, lang) }));
  return (
    <section className="page-section debrief" aria-labelledby="debrief-title">
      <header className="section-head">
        <h2 id="debrief-title">{say("debrief")}</h2>
        {seats.length > 1 && <Picker label={say("teamHead")} options={options} value={vendor} onChange={setVendor} />}
      </header>
      <Findings key={vendor} played={played} vendor={vendor} />
    </section>
  );
}

function Findings({ played, vendor }: { readonly played: Played; readonly vendor: string }) {
  const say = useSection(play);
  const { known, done, failed, stop } = useDebrief(played, vendor);
  return (
    <>
      {failed !== null && <p role="alert" className="told">{say("failed", { why: failed })}</p>}
      {done < 1 && failed === null && (
        <div className="progress">
          <ProgressBar className="bar" value={100 * done} aria-label={say("debrief")}><i style={{ width: `${100 * done}%` }} /></ProgressBar>
          <span>{percent(done)}</span>
          <Button className="button" onPress={stop}>{say("stop")}</Button>
        </div>
      )}
      {known.own && <Against known={known} played={played} />}
      {known.best && <BestPrices played={played} vendor={vendor} best={known.best} />}
      {known.moves && <Moves moves={known.moves} played={played} vendor={vendor} />}
    </>
  ); // prettier-ignore
}

/** Profit beside what theory and a search would have earned, as bars from a common zero. */
function Against({ known, played }: { readonly known: Partial<Known>; readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const rows = [["own", known.own], ["nash", known.nash], ["cartel", known.cartel], ["best", known.best?.outcome]] as const; // prettier-ignore
  const there = rows.filter((r): r is readonly [(typeof r)[0], Outcome] => Boolean(r[1]));
  const all = there.map(([, o]) => o.profit);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const at = (x: number) => (100 * (x - low)) / (high - low || 1);
  return (
    <table className="data against">
      <thead>
        <tr>
          <th scope="col">{say("pricesSet")}</th>
          <th scope="col">{say("profit")}</th>
          <td aria-hidden="true" />
          <th scope="col">{say("share")}</th>
        </tr>
      </thead>
      <tbody>
        {there.map(([key, { profit, share }]) => (
          <tr key={key} data-sum={key === "own" || undefined}>
            <th scope="row">{say(key)}<small>{say(`${key}Is`, { n: known.best?.tried ?? 0 })}</small></th>
            <td>{money(profit, played.scenario.currency, lang)}</td>
            <td className="bar-cell" aria-hidden="true"><i style={{ left: `${at(Math.min(0, profit))}%`, width: `${Math.abs(at(profit) - at(0))}%` }} /></td>
            <td>{percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ); // prettier-ignore
}

function BestPrices({
  played,
  vendor,
  best,
}: {
  readonly played: Played;
  readonly vendor: string;
  readonly best: NonNullable<Known["best"]>;
}) {
  // prettier-ignore
  const say = useSection(play);
  const lang = useLanguage();
  const products = Object.keys(played.scenario.vendors[vendor].products);
  return (
    <>
      <h3>{say("bestPrices")}</h3>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{say("prices")}</th>
            {best.game.rounds.map((_, k) => <th key={k} scope="col">{say("round", { k: k + 1 })}</th>)}
          </tr>
        </thead>
        <tbody>
          {products.map((p) => (
            <tr key={p}>
              <th scope="row">{productName(played.scenario, `${vendor}.${p}`, lang)}</th>
              {best.game.rounds.map((r, k) => <td key={k}>{number(r[vendor].prices![p].input)} / {number(r[vendor].prices![p].output)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  ); // prettier-ignore
}

interface MovesProps {
  readonly moves: readonly MoveEffect[];
  readonly played: Played;
  readonly vendor: string;
}

/** What each move brought: the game with it less the game without it, on the same draws. */
function Moves({ moves, played, vendor }: MovesProps) {
  const say = useSection(play);
  const lang = useLanguage();
  const cash = (x: number) => money(x, played.scenario.currency, lang);
  if (moves.length === 0) return <p className="note">{say("noMoves")}</p>;
  const name = ({ kind, product }: MoveEffect["move"]) => [say(`move_${kind}`), product && productName(played.scenario, `${vendor}.${product}`, lang)].filter(Boolean).join(" · "); // prettier-ignore
  return (
    <>
      <h3>{say("yourMoves")}</h3>
      <p className="note">{say("yourMovesIs")}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={say("yourMoves")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{say("moveHead")}</th>
              <th scope="col">{say("when")}</th>
              <th scope="col">{say("profit")}</th>
              <th scope="col">{say("share")}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ move, profit, share }) => (
              <tr key={`${move.quarter}/${move.kind}/${move.product ?? ""}`}>
                <th scope="row">{name(move)}</th>
                <td>{say("round", { k: move.quarter + 1 })}</td>
                <td>{cash(profit.mean)} [{cash(profit.low)}, {cash(profit.high)}]</td>
                <td>{points(share.mean, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  ); // prettier-ignore
}
