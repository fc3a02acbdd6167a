import { marketReport, type News, type PriceDecision } from "../../../engine/game/index.ts";
import { type Language, type Said, type Scenario } from "../../../engine/index.ts";
import { date, money, price } from "../../../words/format.ts";
import { fullName, vendorName } from "../../../words/names.ts";
import { reasonOf } from "../../../words/why-words.ts";
import { type Say, useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { tariff } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

/** What happened in the quarter, and why as far as whoever did it says. */
export function NewsPanel({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, recording, game } = played;
  const { news } = marketReport(scenario, recording, game.rounds.length - 1);
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
              <span>{newsText(n, scenario, lang, say)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function newsText(n: News, scenario: Scenario, lang: Language, say: Say<typeof play>): string {
  const named = say(spaced);
  const list = (of: PriceDecision) => tariff(of, (x) => price(x, lang));
  switch (n.kind) {
    case "move": // what a player did needs no reason
      return say(n.move.rule === "player" ? "movedBy" : "moved", {
        product: fullName(scenario, n.product, lang),
        from: list(n.move.from),
        to: list(n.move.to),
        why: reasonOf(n.move, scenario, lang),
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

/** A name in a sentence: before Han a Latin one is set apart. */
const spaced: Said<(name: string) => string> = {
  en: (name) => name,
  zh: (name) => (/[\w.]$/.test(name) ? `${name} ` : name),
};
