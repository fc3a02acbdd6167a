import { currencyNamed, restatedScenario } from "../engine/authoring.ts";
import { exchangeRate, type Scenario, type Text } from "../engine/index.ts";
import { noRate, noSuchCurrency } from "./problem-words.ts";
import { type Options, UsageError } from "./verb.ts";

export const currencyFlag: readonly [string, Text] = [
  "--currency <code>",
  {
    en: "amounts in USD, CNY ..., at the scenario's exchange rate; what is simulated stays the same",
    zh: "金额以 USD、CNY 等币种显示，按情景里的汇率折算；模拟本身不变",
  },
];

/** The currency that a reader asked for, by its code or name; undefined: the scenario's own. @throws UsageError */
export function currencyAsked({ currency }: Options): string | undefined {
  if (currency === undefined) return undefined;
  const code = currencyNamed(String(currency)) ?? currencyNamed(`1 ${String(currency).toUpperCase()}`);
  if (code === null) throw new UsageError(noSuchCurrency(String(currency)));
  return code;
}

interface Shown {
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
