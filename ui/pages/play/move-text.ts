import type { Decisions, Game, SeatMove } from "../../../engine/game/index.ts";
import { type Language, say, type Scenario, type Text } from "../../../engine/index.ts";
import { money, price, setting } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import { tariff } from "./texts.ts";
import { play } from "./words.ts";
import { COLON } from "../../../words/punctuation.ts";

interface Of {
  readonly scenario: Scenario;
  readonly game: Game;
  readonly vendor: string;
  readonly lang: Language;
}

/** A move with what was decided: Price · GLM-4: 30.0. */
export function moveText({ kind, product, quarter }: SeatMove, { scenario, game, vendor, lang }: Of): string {
  const name = [say(play[`move_${kind}`], lang), product && productName(scenario, `${vendor}.${product}`, lang)]
    .filter(Boolean)
    .join(" · ");
  const value = decided(game.rounds[quarter][vendor], { kind, product }, { currency: scenario.currency, lang });
  return `${name}${say(COLON, lang)}${value}`;
}

const MTOK: Text = { en: " Mtok", zh: " 百万 token" };

type What = Pick<SeatMove, "kind" | "product">;
type How = { readonly currency: string; readonly lang: Language };

function decided(d: Decisions, { kind, product = "" }: What, { currency, lang }: How): string {
  const each = say(MTOK, lang);
  switch (kind) {
    case "prices":
      return tariff(d.prices![product], (x) => price(x, lang));
    case "free":
      return d.free![product] === 0 ? say(play.none, lang) : `${setting(d.free![product])}${each}`;
    case "research":
      return `${money(d.research!, currency, lang)}${say(play.perWeek, lang)}`;
    case "gpus":
      return d.gpus === null ? say(play.auto, lang) : setting(d.gpus!);
    case "credits":
      return d.credits === 0 ? say(play.none, lang) : `${setting(d.credits!)}${each}`;
  }
}
