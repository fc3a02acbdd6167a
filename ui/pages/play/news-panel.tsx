import { marketReport, type News, type PriceDecision } from "../../../engine/game/index.ts";
import type { Language, Scenario } from "../../../engine/index.ts";
import { date, money, price } from "../../../words/format.ts";
import { fullName, vendorName } from "../../../words/names.ts";
import { reasonOf } from "../../../words/why-words.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { tariff } from "./tariff.ts";
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

type Say = (key: keyof typeof play, values?: Readonly<Record<string, string>>) => string;

function newsText(n: News, scenario: Scenario, lang: Language, say: Say): string {
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
      return say("launched", { product: spaced(fullName(scenario, n.product, lang), lang) });
    case "gone":
      return say("gone", { product: spaced(fullName(scenario, n.product, lang), lang) });
    case "closed":
      return say("vendorClosed", { vendor: spaced(vendorName(scenario, n.vendor, lang), lang) });
    case "raised":
      return say("raised", {
        vendor: spaced(vendorName(scenario, n.vendor, lang), lang),
        amount: money(n.amount, scenario.currency, lang),
      });
  }
}

/** A Latin name before Han is set apart. */
const spaced = (name: string, lang: Language): string => (lang === "zh" && /[\w.]$/.test(name) ? `${name} ` : name);
