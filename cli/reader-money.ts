import { currencyNamed, restatedScenario } from "../engine/authoring.ts";
import { exchangeRate, type Language, say, type Scenario, type Text } from "../engine/index.ts";
import { noRate, noSuchCurrency } from "./problem-words.ts";
import { type Options, UsageError } from "./verb.ts";

/** The currency that a reader asked for, by its code or name; undefined: the scenario's own. @throws UsageError */
export function currencyAsked({ currency }: Options): string | undefined {
  if (currency === undefined) return undefined;
  const code = currencyNamed(String(currency)) ?? currencyNamed(`1 ${String(currency).toUpperCase()}`);
  if (code === null) throw new UsageError(noSuchCurrency(String(currency)));
  return code;
}

export interface Shown {
  readonly scenario: Scenario; // for words: not to be run
  readonly rate: number; // of the reader's money for one of the scenario's
}

/** A scenario as a reader's money shows it. @throws UsageError where the scenario has no rate */
export function shownIn(currency: string | undefined, scenario: Scenario): Shown {
  if (currency === undefined || currency === scenario.currency) return { scenario, rate: 1 };
  const rate = exchangeRate(scenario, { ...scenario, currency, fx: {} });
  if (rate === null) throw new UsageError(noRate(scenario.currency, currency));
  return { scenario: restatedScenario(scenario, currency, rate), rate };
}

/** The same, by what the flag says. */
export const shownAsAsked = (options: Options, scenario: Scenario): Shown => shownIn(currencyAsked(options), scenario);

/** A text with what is said under it where its money is not the scenario's own. */
export const withRate = (text: string, shown: Shown, { currency }: Scenario, lang: Language): string =>
  shown.rate === 1 ? text : `${text}\n\n${say(shownAt(shown, currency), lang)}`;

/** What is said of it under a result: the rate, and what keeps the money it was written in. */
export function shownAt({ scenario: { currency }, rate }: Shown, from: string): Text {
  const one = Number(rate.toPrecision(4));
  return {
    en:
      `Amounts in ${currency}, at ${one} ${currency} per ${from}, the scenario's rate on its first day. ` +
      `Levers and texts of the scenario keep ${from}.`,
    zh:
      `金额单位 ${currency}，按情景首日汇率 1 ${from} = ${one} ${currency} 折算；` +
      `滑块与情景自带的文字仍用 ${from}。`,
  };
}

/** Every number of a tree that is money all through, times a rate. */
export function timesAll<T>(value: T, rate: number): T {
  if (typeof value === "number") return (value * rate) as T;
  if (Array.isArray(value)) return value.map((x) => timesAll(x, rate)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, x]) => [k, timesAll(x, rate)])) as T;
}
