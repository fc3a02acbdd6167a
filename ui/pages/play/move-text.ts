import { allowanceOn, type Game, type PriceDecision, quarterStart, type SeatMove } from "../../../engine/game/index.ts";
import { type Language, priceOf, type Scenario, type Text } from "../../../engine/index.ts";
import { money, setting } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import { windowWords } from "../../../words/window-words.ts";
import { speaker } from "../../i18n/speaker.ts";
import { tariff } from "./texts.ts";
import { play } from "./words.ts";

interface Of {
  readonly scenario: Scenario;
  readonly game: Game;
  readonly vendor: string;
  readonly lang: Language;
}

const MTOK: Text = { en: " Mtok", zh: " 百万 token" };

/** What a seat did, as one says it: cutting GLM-4 to ¥30. */
export function moveText(move: SeatMove, of: Of): string {
  const { scenario, game, vendor, lang } = of;
  const say = speaker(play, lang);
  const { kind, quarter, product: own = "" } = move;
  const decided = game.rounds[quarter][vendor];
  const product = own && productName(scenario, `${vendor}.${own}`, lang);
  const mtok = (x: number) => `${setting(x)}${say(MTOK)}`;
  switch (kind) {
    case "prices": {
      const to = decided.prices![own];
      const value = tariff(to, (x) => money(x, scenario.currency, lang));
      return say(wayOf(priceBefore(move, of), to), { product, value });
    }
    case "free": {
      const free = decided.free![own];
      if (free === 0) return say("move_freeEnds", { product });
      const { every } = allowanceOn(scenario, vendor, own, quarterStart(scenario, quarter));
      return say("move_free", { product, value: mtok(free), window: speaker(windowWords, lang)(every) });
    }
    case "research":
      return say("move_research", { value: money(decided.research!, scenario.currency, lang) });
    case "gpus":
      return decided.gpus === null ? say("move_gpusAuto") : say("move_gpus", { value: setting(decided.gpus!) });
    case "credits":
      return decided.credits === 0 ? say("move_creditsEnd") : say("move_credits", { value: mtok(decided.credits!) });
  }
}

/** What a product cost before a seat set its price in a quarter. */
function priceBefore({ quarter, product = "" }: SeatMove, { scenario, game, vendor }: Of): PriceDecision {
  const earlier = game.rounds.slice(0, quarter).map((round) => round[vendor]?.prices?.[product]);
  return earlier.findLast((p) => p !== undefined) ?? priceOf(scenario.vendors[vendor].products[product].price);
}

function wayOf(from: PriceDecision, to: PriceDecision): "move_cut" | "move_raise" | "move_reprice" {
  const ways = [Math.sign(to.input - from.input), Math.sign(to.output - from.output)];
  if (ways.every((w) => w === 0) || (ways.includes(1) && ways.includes(-1))) return "move_reprice";
  return ways.includes(1) ? "move_raise" : "move_cut";
}
