import type { Game, Goal, PriceDecision, Seat } from "../../../engine/game/index.ts";
import type { Language, Scenario } from "../../../engine/index.ts";
import { money, percent, points } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";

/** What a seat is called: the vendor it plays, after the team that plays it. */
export function seatName(scenario: Scenario, { vendor, team }: Seat, lang: Language): string {
  const name = vendorName(scenario, vendor, lang);
  return team && team !== name ? `${team} · ${name}` : name;
}

/** A vendor as a game knows it, whether somebody plays it or not. */
export const playedName = (scenario: Scenario, { setup }: Game, vendor: string, lang: Language): string =>
  seatName(scenario, setup.seats.find((s) => s.vendor === vendor) ?? { vendor }, lang);

/** Input and output price; said once where they are the same. */
export const tariff = ({ input, output }: PriceDecision, text: (x: number) => string): string =>
  input === output ? text(input) : `${text(input)} / ${text(output)}`;

/** A difference in money, with its sign: +¥12 mn. */
export const signed = (x: number, currency: string, lang: Language): string =>
  `${x > 0 ? "+" : ""}${money(x, currency, lang)}`;

/** What a seat has come to by a goal: a share in per cent, the others in money. */
export const goalText = (x: number, goal: Goal, currency: string, lang: Language): string =>
  goal === "share" ? percent(x) : money(x, currency, lang);

/** A difference of two such results, with its sign. */
export const gapText = (x: number, goal: Goal, currency: string, lang: Language): string =>
  goal === "share" ? points(x, lang) : signed(x, currency, lang);

/** The same without its sign, for sentences that say “more” or “less”. */
export const sizeText = (x: number, goal: Goal, currency: string, lang: Language): string =>
  gapText(Math.abs(x), goal, currency, lang).replace(/^\+/, "");
