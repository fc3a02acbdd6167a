import type { RivalView } from "../../../engine/class/index.ts";
import type { ProductRow } from "../../../engine/game/index.ts";
import { money, percent, price, priceUnit } from "../../../words/format.ts";
import { ITEM } from "../../../words/punctuation.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { productOf, vendorOf } from "../says.ts";
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
  const withProfit = rivals.some((r) => r.profit !== null) && (course?.profit.length ?? 0) > 0;
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
            {withProfit && <th scope="col">{say("profitAll")}</th>}
          </tr>
        </thead>
        <tbody>
          {[own, ...rivals.toSorted((a, b) => b.share - a.share)].map((row) => (
            <VendorRows key={row.vendor} row={row} own={row === own} withProfit={withProfit} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowsProps {
  readonly row: RivalView;
  readonly own: boolean;
  readonly withProfit: boolean;
}

/** A vendor, and below it a row for each of several products: which price is whose. */
function VendorRows({ row, own, withProfit }: RowsProps) {
  const { vendor, team, alive, share, profit } = row;
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const products = useObservable(view, (v) => v!.products).filter((p) => p.vendor === vendor);
  const text = ({ input, output }: Pick<ProductRow, "input" | "output">) =>
    input === output ? price(input, lang) : `${price(input, lang)} / ${price(output, lang)}`;
  const several = products.length > 1;
  const rows = several ? products.length + 1 : undefined;
  const first = (
    <tr data-own={own || undefined} data-more={several || undefined}>
      <th scope="row">
        {vendorOf(known, vendor, lang)}
        {team.length > 0 && <small>{team.join(ITEM[lang])}</small>}
      </th>
      <td>{products.length === 1 && text(products[0])}</td>
      <td rowSpan={rows}>{alive ? percent(share) : say("gone")}</td>
      {withProfit && <td rowSpan={rows}>{profit !== null && money(profit, known.currency, lang)}</td>}
    </tr>
  );
  return (
    <>
      {first}
      {several &&
        products.map((p, k) => (
          <tr
            key={p.id}
            className="product"
            data-own={own || undefined}
            data-more={k < products.length - 1 || undefined}
          >
            <th scope="row">{productOf(known, p.id, lang)}</th>
            <td>{text(p)}</td>
          </tr>
        ))}
    </>
  );
}
