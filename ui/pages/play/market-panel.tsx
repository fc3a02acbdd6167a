import { marketReport, type ProductRow } from "../../../engine/game/index.ts";
import { percent, points, price, priceUnit, tokens } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { playedName, tariff } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

/** What everybody can read: shares and price lists at the end of the quarter, the players' vendors first. */
export function MarketPanel({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, recording, game, opening } = played;
  const report = marketReport(scenario, recording, game.rounds.length - 1, opening);
  const first = game.rounds.length === 0;
  const seats = game.setup.seats.map((s) => s.vendor);
  const vendors = report.vendors.filter(
    ({ id }) => report.products.some((p) => p.vendor === id && p.live) || seats.includes(id),
  );
  const order = vendors.toSorted(
    (a, b) => Number(seats.includes(b.id)) - Number(seats.includes(a.id)) || b.tokenShare - a.tokenShare,
  );
  const list = (p: ProductRow) => `${productName(scenario, p.id, lang)} ${tariff(p, (x) => price(x, lang))}`;
  return (
    <section className="page-section" aria-labelledby="market-title">
      <h2 id="market-title">{say("market")}</h2>
      <p className="note">
        {say(first ? "startIs" : "marketIs", {
          index: percent(report.priceIndex),
          tokens: tokens(report.tokens, lang),
        })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll tall" tabIndex={0} aria-label={say("prices")}>
        <table className="data market-table">
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("tokenShare")}</th>
              {!first && <th scope="col">{say("shareChange")}</th>}
              <th scope="col">{say("revenueShare")}</th>
              <th scope="col">
                {say("prices")}
                <small>{priceUnit(scenario.currency, lang)}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {order.map(({ id, alive, tokenShare, shareBefore, revenueShare }) => (
              <tr key={id} data-own={seats.includes(id) || undefined}>
                <th scope="row">{playedName(scenario, game, id, lang)}</th>
                <td>{alive ? percent(tokenShare) : say("closed")}</td>
                {!first && <td>{points(tokenShare - shareBefore, lang).replace(/ .*$/, "")}</td>}
                <td>{percent(revenueShare)}</td>
                <td>
                  {report.products
                    .filter((p) => p.vendor === id && p.live)
                    .map((p) => (
                      <span key={p.id}>{list(p)}</span>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
