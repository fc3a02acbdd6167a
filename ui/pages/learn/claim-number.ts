import { type Expectation, type Language, metrics } from "../../../engine/index.ts";
import { money, number, percent, priceUnit, tokens } from "../../../words/format.ts";

interface Context {
  readonly currency: string;
  readonly lang: Language;
}

/** What runs came to, in the middle, as people say it: a share in per cent, a price with its unit; of who lives on, yes or no. */
export function claimNumber(
  { metric }: Pick<Expectation, "metric">,
  values: readonly number[],
  { currency, lang }: Context,
): string {
  const name = metric.split(".").at(-1)!;
  const x = middle(values);
  if (name === "alive") return ALIVE[lang][x >= 0.5 ? 1 : 0];
  // Of a seller far below cost the margin is no number anybody can picture: how many times the revenue the cost is.
  if (name === "grossMargin" && x < -1)
    return lang === "zh" ? `成本是收入的 ${number(1 - x)} 倍` : `cost ${number(1 - x)} times revenue`;
  if (/Share$|Margin$|^utilisation$/.test(name)) return percent(x);
  if (/^(price|unitCost)/.test(name))
    return lang === "zh" ? `${number(x)} ${priceUnit(currency, lang)}` : `${money(x, currency, lang)} per Mtok`;
  if (name === "cash") return money(x, currency, lang);
  const unit = metrics.has(name) ? metrics.get(name).unit : name === "tokens" ? "Mtok/week" : "";
  const week = lang === "zh" ? "/周" : " a week";
  if (unit === "money/week") return `${money(x, currency, lang)}${week}`;
  return unit === "Mtok/week" ? `${tokens(x, lang)} token${lang === "zh" ? "" : "s"}${week}` : number(x);
}

const ALIVE = { en: ["has left", "is there"], zh: ["已退出", "还在"] } as const;

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const k = (sorted.length - 1) / 2;
  return (sorted[Math.floor(k)] + sorted[Math.ceil(k)]) / 2;
}
