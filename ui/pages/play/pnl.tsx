import { accountsOf, type Accounts } from "../../../engine/game/index.ts";
import { money, setting } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

const TEN_YEARS = 520; // weeks; beyond, their number says nothing

const ROWS = [
  ["revenue", 1],
  ["costOfRevenue", -1],
  ["captive", -1],
  ["credits", -1],
  ["research", -1],
  ["result", 1],
  ["outlays", -1],
  ["profit", 1],
] as const satisfies readonly (readonly [keyof Accounts, 1 | -1])[];

const LABEL = {
  revenue: "revenue",
  costOfRevenue: "costOfRevenue",
  captive: "captive",
  credits: "creditsGiven",
  research: "researchCost",
  result: "result",
  outlays: "outlays",
  profit: "quarterProfit",
} as const;

/** A vendor's profit and loss, quarter by quarter and at the rate it begins with, and how long its money lasts. */
export function Pnl({ played, vendor }: { readonly played: Played; readonly vendor: string }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, recording, game, opening } = played;
  const all = [accountsOf(opening, vendor, -1), ...game.rounds.map((_, k) => accountsOf(recording, vendor, k))];
  const cash = (x: number) => money(x, scenario.currency, lang);
  const rows = ROWS.filter(([key]) => all.some((a) => Math.abs(a[key]) > 0.5));
  return (
    <section className="page-section" aria-labelledby="pnl-title">
      <h2 id="pnl-title">
        {say("pnl")} · {vendorName(scenario, vendor, lang)}
      </h2>
      <p className="note">{say("startRateIs")}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={say("pnl")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{say("item")}</th>
              {all.map((_, k) => (
                <th key={k} scope="col">
                  {k === 0 ? say("startRate") : say("round", { k })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, sign]) => (
              <tr key={key} data-sum={key === "profit" || key === "result" || undefined}>
                <th scope="row">{say(LABEL[key])}</th>
                {all.map((a, k) => (
                  <td key={k}>{cash(sign * a[key])}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{say("cash")}</th>
              {all.map((a, k) => (
                <td key={k}>{a.cash === Infinity ? say("parent") : cash(a.cash)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{say("runway")}</th>
              {all.map((a, k) => (
                <td key={k}>
                  {a.runway === Infinity
                    ? say(a.profit < 0 ? "parent" : "noBurn")
                    : a.runway > TEN_YEARS
                      ? say("years")
                      : say("weeks", { n: setting(Math.round(a.runway)) })}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </section>
  );
}
