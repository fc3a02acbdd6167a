import type { RivalView } from "../../../engine/class/index.ts";
import { money, percent, price, priceUnit } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { vendorOf } from "../says.ts";
import { classWords } from "../words.ts";
import { view } from "./phone.ts";

/** What a team may see of the market: itself first, then the largest. */
export function MarketTable() {
  const say = useSection(classWords);
  const lang = useLanguage();
  const { currency } = useObservable(facts, (x) => x)!;
  const { at, rivals, course, share, show, reveal } = useObservable(view, (x) => x)!;
  if (rivals.length === 0)
    return show === "own" && reveal === "nothing" ? <p className="note">{say("hiddenRivals")}</p> : null;
  const withProfit = rivals.some((r) => r.profit !== null);
  const own: RivalView = {
    vendor: at.vendor,
    team: [],
    alive: true,
    share: share ?? 0,
    profit: withProfit ? (course?.profit ?? []).reduce((a, b) => a + b, 0) : null,
  };
  return (
    <section className="card" aria-labelledby="market-title">
      <h2 id="market-title">
        {say("rivals")} <small>{priceUnit(currency, lang)}</small>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("vendor")}</th>
            <th scope="col">{say("prices")}</th>
            <th scope="col">{say("share")}</th>
            {withProfit && <th scope="col">{say("profit")}</th>}
          </tr>
        </thead>
        <tbody>
          {[own, ...rivals.toSorted((a, b) => b.share - a.share)].map((row) => (
            <VendorRow key={row.vendor} row={row} own={row === own} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VendorRow({ row, own }: { readonly row: RivalView; readonly own: boolean }) {
  const { vendor, team, alive, share, profit } = row;
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const products = useObservable(view, (v) => v!.products);
  return (
    <tr data-own={own || undefined}>
      <th scope="row">
        {vendorOf(known, vendor, lang)}
        {team.length > 0 && <small>{team.join(", ")}</small>}
      </th>
      <td>
        {products
          .filter((p) => p.vendor === vendor)
          .map(({ id, input, output }) => (
            <span key={id}>
              {input === output ? price(input, lang) : `${price(input, lang)} / ${price(output, lang)}`}
            </span>
          ))}
      </td>
      <td>{alive ? percent(share) : say("gone")}</td>
      {profit !== null && <td>{money(profit, known.currency, lang)}</td>}
    </tr>
  );
}
