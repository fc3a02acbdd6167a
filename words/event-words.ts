import {
  eventKinds,
  type Language,
  type MarketEvent,
  type Said,
  say,
  type Scenario,
  strategies,
  type Text,
} from "../engine/index.ts";
import { currencyWord, date, FREE, list, meteredPrice, percent, price, setting } from "./format.ts";
import { fullName, vendorName } from "./names.ts";
import { labelled } from "./punctuation.ts";

/** What happens on a date, as a person would write it down: whose, what, from when. */

/** Prices as they are posted: of input and output, where they differ. */
interface Posted {
  readonly input: number;
  readonly output: number;
}

const PER_MILLION: Said<(both: string, unit: string) => string> = {
  en: (both, unit) => `${both} ${unit} per million tokens`,
  zh: (both, unit) => `${both} ${unit}/百万 token`,
};

const inputAndOutput: Said<(input: string, output: string) => string> = {
  en: (input, output) => `${input} in / ${output} out`,
  zh: (input, output) => `输入 ${input}、输出 ${output}`,
};

/** “0.5 in / 1 out”, “free”; of what is sold otherwise, its one price. */
function bare({ input, output }: Posted, meter: "token" | "month" | "second", lang: Language): string {
  if (input === 0 && output === 0) return say(FREE, lang);
  if (meter !== "token") return meteredPrice(input, meter, lang);
  return input === output ? price(input, lang) : say(inputAndOutput, lang)(price(input, lang), price(output, lang));
}

const isFree = ({ input, output }: Posted): boolean => input === 0 && output === 0;

/** A price list before and after, the unit once. */
function posted(from: Posted | null, to: Posted, product: string, s: Scenario, lang: Language): string {
  const [vendor, name] = [product.split(".")[0], product.slice(product.indexOf(".") + 1)];
  const meter = s.arenas[s.vendors[vendor]?.products[name]?.arena ?? ""]?.meter ?? "token";
  const unit = currencyWord(s.currency, lang);
  const whole = (x: Posted) =>
    meter !== "token" || isFree(x) ? bare(x, meter, lang) : say(PER_MILLION, lang)(bare(x, meter, lang), unit);
  if (from === null) return whole(to);
  const alike = isFree(from) === isFree(to); // then the unit is said once
  return `${alike ? bare(from, meter, lang) : whole(from)} → ${whole(to)}`;
}

const since: Said<(what: string, day: string) => string> = {
  en: (what, day) => `${what}, from ${day}`,
  zh: (what, day) => `${what}，${day}起`,
};
const onDay: Said<(what: string, day: string) => string> = {
  en: (what, day) => `${what} on ${day}`,
  zh: (what, day) => `${day}：${what}`,
};
const followsScript: Said<(who: string) => string> = {
  en: (who) => `${who} changes its prices only as set here and reacts to nobody`,
  zh: (who) => `${who}只按此处设定调价，不对他人作出反应`,
};
const prices: Said<(who: string, rule: string) => string> = {
  en: (who, rule) => `${who} prices by another rule: ${rule}`,
  zh: (who, rule) => `${who}改用定价规则“${rule}”`,
};
const LIST_PRICE: Text = { en: "list price", zh: "目录价" };

/** A price list before and after. */
interface Step {
  readonly from: Posted;
  readonly to: Posted;
}

/** @param step what the event did to a price, where a run says it */
export function eventText(event: MarketEvent, s: Scenario, lang: Language, step: Step | null = null): string {
  const day = date(event.date, lang);
  if (event.kind === "price" && typeof event.product === "string") {
    const to = step?.to ?? priceOf(event);
    const what = to ? posted(step?.from ?? null, to, event.product, s, lang) : say(LIST_PRICE, lang);
    return say(since, lang)(labelled(fullName(s, event.product, lang), what, lang), day);
  }
  if (event.kind === "strategy") {
    const { kind } = event.strategy as { readonly kind: string };
    const who = vendorName(s, String(event.vendor), lang);
    const rule = strategies.has(kind) ? say(strategies.get(kind).label, lang) : kind;
    return say(since, lang)(kind === "hold" ? say(followsScript, lang)(who) : say(prices, lang)(who, rule), day);
  }
  return say(onDay, lang)(plainly(event, s, lang), day);
}

/** What an event says of itself; of what is not billed by the token a run has to say it. */
function priceOf({ price: given }: MarketEvent): Posted | null {
  const { input, output } = (given ?? {}) as Partial<Posted>;
  return input === undefined || output === undefined ? null : { input, output };
}

/** Any kind of event: its name, whom it is about, and its numbers. */
function plainly(event: MarketEvent, s: Scenario, lang: Language): string {
  const kind = eventKinds.has(event.kind) ? eventKinds.get(event.kind) : null;
  const about = typeof event.product === "string" ? fullName(s, event.product, lang) : null;
  const who = about ?? (typeof event.vendor === "string" ? vendorName(s, event.vendor, lang) : null);
  const numbers = Object.entries(kind?.parameters ?? {}).flatMap(([key, { label, unit }]) => {
    const x = event[key];
    if (typeof x !== "number") return [];
    return [`${say(label, lang)} ${unit === "1" ? percent(x) : setting(x)}`];
  });
  const name = kind ? say(kind.label, lang) : event.kind;
  const named = who === null ? name : labelled(who, name, lang);
  return numbers.length === 0 ? named : labelled(named, list(numbers, lang), lang);
}
