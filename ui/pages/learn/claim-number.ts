import { type Expectation, findSeries, type Language, parsePath, type Said, say } from "../../../engine/index.ts";
import { money, number, percent, priceUnit, tokens } from "../../../words/format.ts";

interface Context {
  readonly currency: string;
  readonly lang: Language;
}

/**
 * The middle of what runs came to, as people say it: a share in per cent, a price with its unit, whether a vendor is
 * there.
 */
export function claimNumber(
  { metric }: Pick<Expectation, "metric">,
  values: readonly number[],
  { currency, lang }: Context,
): string {
  const at = parsePath(metric);
  const found = at && findSeries(at);
  const x = middle(values);
  switch (found?.format) {
    case "flag":
      return say(ALIVE, lang)[x >= 0.5 ? 1 : 0];
    case "share": // far below cost the margin is no number anybody can picture: how many times the revenue the cost is
      return x < -1 ? say(timesRevenue, lang)(number(1 - x)) : percent(x);
    case "price":
      return say(pricePerMtok, lang)(x, currency);
    case "tokens":
      return say(tokensAWeek, lang)(x);
    case "money": {
      const amount = money(x, currency, lang);
      return found.unit === "money" ? amount : say(aWeek, lang)(amount);
    }
    default:
      return number(x);
  }
}

const ALIVE: Said<readonly [no: string, yes: string]> = { en: ["has left", "is there"], zh: ["已退出", "还在"] };
const timesRevenue = {
  en: (times: string) => `cost ${times} times revenue`,
  zh: (times: string) => `成本是收入的 ${times} 倍`,
} satisfies Said<(times: string) => string>;
const pricePerMtok = {
  en: (x: number, currency: string) => `${money(x, currency, "en")} per Mtok`,
  zh: (x: number, currency: string) => `${number(x)} ${priceUnit(currency, "zh")}`,
} satisfies Said<(x: number, currency: string) => string>;
const aWeek = {
  en: (amount: string) => `${amount} a week`,
  zh: (amount: string) => `${amount}/周`,
} satisfies Said<(amount: string) => string>;
const tokensAWeek = {
  en: (mtok: number) => `${tokens(mtok, "en")} tokens a week`,
  zh: (mtok: number) => `${tokens(mtok, "zh")} token/周`,
} satisfies Said<(mtok: number) => string>;

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const k = (sorted.length - 1) / 2;
  return (sorted[Math.floor(k)] + sorted[Math.ceil(k)]) / 2;
}
