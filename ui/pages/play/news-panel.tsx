import { marketReport, type PriceDecision, toldOnce } from "../../../engine/game/index.ts";
import type { Language, Said } from "../../../engine/index.ts";
import { date, money, price } from "../../../words/format.ts";
import { fullName, productName, vendorName } from "../../../words/names.ts";
import { SEMICOLON } from "../../../words/punctuation.ts";
import { plainReason } from "../../../words/why-words.ts";
import { type Say, useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { playedName, tariff } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

type Told = ReturnType<typeof toldOnce>[number];

/** What happened in the quarter, and why as far as whoever did it says. */
export function NewsPanel({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, recording, game, opening } = played;
  const news = toldOnce(marketReport(scenario, recording, game.rounds.length - 1, opening).news);
  return (
    <section className="page-section" aria-labelledby="news-title">
      <h2 id="news-title">{say("news")}</h2>
      {news.length === 0 ? (
        <p>{say("quiet")}</p>
      ) : (
        <ol className="news">
          {news.map((n, k) => (
            <li key={k}>
              <time dateTime={n.date}>{date(n.date, lang, true)}</time>
              <span>{newsText(n, played, lang, say)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function newsText(n: Told, { scenario, game }: Played, lang: Language, say: Say<typeof play>): string {
  const named = say(spaced);
  const list = (of: PriceDecision) => tariff(of, (x) => price(x, lang));
  switch (n.kind) {
    case "moves": // what a player did needs no reason
      return say(n.move.rule === "player" ? "movedBy" : "moved", {
        vendor: playedName(scenario, game, n.vendor, lang),
        prices: n.products
          .map(({ product, from, to }) =>
            say("fromTo", {
              product: ownName(productName(scenario, product, lang), vendorName(scenario, n.vendor, lang)),
              from: list(from),
              to: list(to),
            }),
          )
          .join(say(SEMICOLON)),
        why: plainReason(n.move, scenario, lang),
      });
    case "launch":
      return say("launched", { product: named(fullName(scenario, n.product, lang)) });
    case "gone":
      return say("gone", { product: named(fullName(scenario, n.product, lang)) });
    case "closed":
      return say("vendorClosed", { vendor: named(vendorName(scenario, n.vendor, lang)) });
    case "raised":
      return say("raised", {
        vendor: named(vendorName(scenario, n.vendor, lang)),
        amount: money(n.amount, scenario.currency, lang),
      });
  }
}

/** A product's name next to its vendor's, which need not stand there twice. */
const ownName = (product: string, vendor: string): string =>
  product.startsWith(vendor) && product.length > vendor.length ? product.slice(vendor.length).trim() : product;

/** A name in a sentence: before Han a Latin one is set apart. */
const spaced: Said<(name: string) => string> = {
  en: (name) => name,
  zh: (name) => (/[\w.]$/.test(name) ? `${name} ` : name),
};
