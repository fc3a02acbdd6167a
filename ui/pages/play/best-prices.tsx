import type { PriceDecision, Round } from "../../../engine/game/index.ts";
import { priceOf } from "../../../engine/index.ts";
import { price } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import type { BestFound } from "../../../experiments/debrief.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { tariff } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly played: Played;
  readonly vendor: string;
  readonly best: BestFound;
}

/** The best prices found below one's own, quarter by quarter. */
export function BestPrices({ played, vendor, best }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, base, game } = played;
  const products = Object.entries(base.vendors[vendor].products);
  const standing = products.map(
    ([name, { price: first }]) => [name, standingPrices(game.rounds, vendor, { name, first: priceOf(first) })] as const,
  );
  return (
    <>
      <h3>{say("bestPrices")}</h3>
      <p className="note">{say("bestPricesIs", { goal: say(`goal_${game.setup.goal}`) })}</p>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{say("prices")}</th>
              {game.rounds.map((_, k) => (
                <th key={k} scope="col">
                  {say("round", { k: k + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          {standing.map(([name, own]) => (
            <tbody key={name}>
              <tr>
                <th scope="row">
                  {productName(scenario, `${vendor}.${name}`, lang)}
                  <small>{say("yours")}</small>
                </th>
                {own.map((p, k) => (
                  <td key={k}>{tariff(p, (x) => price(x, lang))}</td>
                ))}
              </tr>
              <tr data-sum>
                <th scope="row">
                  <small>{say("bestShort")}</small>
                </th>
                {best.game.rounds.map((r, k) => (
                  <td key={k}>{tariff(r[vendor].prices![name], (x) => price(x, lang))}</td>
                ))}
              </tr>
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

interface Product {
  readonly name: string;
  readonly first: PriceDecision; // before anybody decided
}

/** What a product cost in each quarter: what was not decided stood. */
function standingPrices(rounds: readonly Round[], vendor: string, { name, first }: Product): PriceDecision[] {
  let now = first;
  return rounds.map((round) => (now = round[vendor]?.prices?.[name] ?? now));
}
