import {
  FIRM,
  type Headline,
  type Language,
  type Meter,
  type Said,
  say,
  type Scenario,
  type Text,
} from "../engine/index.ts";
import { change, date, list, money, number, percent, points } from "./format.ts";
import { productName, vendorName } from "./names.ts";
import { capitalised } from "./sentence.ts";
import { plural } from "../engine/text/plural.ts";

/** One answer of the headline: a question, the answer, and a line of detail. */
export interface Answer {
  readonly id: "prices" | "cost" | "share" | "below" | "benefit";
  readonly question: string;
  readonly answer: string;
  readonly detail: string;
}

const QUESTIONS: Readonly<Record<Answer["id"], Text>> = {
  prices: { en: "How far did prices fall?", zh: "价格跌了多少？" },
  cost: { en: "Did costs fall as much?", zh: "成本也跌了这么多吗？" },
  share: { en: "Who gained share?", zh: "谁的份额涨了？" },
  below: { en: "Who sells below cost?", zh: "谁在亏本卖？" }, // what is paid against what serving costs
  benefit: { en: "Who benefits?", zh: "谁得利？" },
};

/** What is asked instead where prices rose. */
const OF_RISES: Partial<typeof QUESTIONS> = {
  prices: { en: "How far did prices rise?", zh: "价格涨了多少？" },
  cost: { en: "Did costs rise as much?", zh: "成本也涨了这么多吗？" },
};

/**
 * The five answers a page opens with. What users gain is a difference between two scenarios: over one path use grows
 * for many reasons, so it is told against a baseline or not at all.
 */
export function headlineAnswers(h: Headline, scenario: Scenario, lang: Language, baseline?: Headline): Answer[] {
  const answers = { prices, cost, share, below, benefit };
  return (Object.keys(answers) as Answer["id"][]).map((id) => ({
    id,
    question: say((h.priceFall < 0 && OF_RISES[id]) || QUESTIONS[id], lang),
    ...answers[id](h, scenario, lang, baseline),
  }));
}

const BETWEEN: Text = { en: "; ", zh: "；" };
type Told = Pick<Answer, "answer" | "detail">;

/** What list prices are per, where a market has several kinds. */
const PER_METER: Readonly<Record<Meter, Text>> = {
  token: { en: "per token", zh: "按 token 计" },
  month: { en: "by the month", zh: "包月" },
  second: { en: "by the second", zh: "按秒计" },
};

const priceDetail: Said<(since: string, paid: string, moves: number) => string> = {
  en: (since, paid, moves) => `since ${since}; paid on average ${paid}; ${moves} ${moves === 1 ? "move" : "moves"}`,
  zh: (since, paid, moves) => `目录价，自${since}起；平均支付\u00a0${paid}；调价 ${moves} 次`,
};

function prices(h: Headline, _s: Scenario, lang: Language): Told {
  const detail = say(priceDetail, lang)(date(h.from, lang), change(-h.paidFall), h.moves);
  const others = h.others.map(({ meter, priceFall }) => `${say(PER_METER[meter], lang)} ${change(-priceFall)}`);
  const scope = others.length === 0 ? [] : [say(PER_METER[h.meter], lang), ...others];
  return { answer: change(-h.priceFall), detail: [...scope, detail].join(say(BETWEEN, lang)) };
}

const unitCost: Said<(change: string, of: Text | null) => string> = {
  en: (moved, of) => `unit cost${of ? ` ${of.en}` : ""} ${moved}`,
  zh: (moved, of) => `单位成本${of ? `（${of.zh}）` : ""} ${moved}`,
};
const COURSE = {
  still: { en: "prices hardly moved", zh: "价格变化不大" },
  alike: { en: "prices moved as far as costs: passed on", zh: "价格与成本变动幅度相当：成本传导" },
  gaveUp: { en: "prices fell faster than costs: the rest is margin", zh: "价格比成本跌得更快：其余来自让利" },
  gaveUpAlone: { en: "prices fell, costs did not: it is margin", zh: "价格下跌而成本未降：来自让利" },
  cheaper: { en: "costs fell faster than prices: margins widened", zh: "成本比价格跌得更快：毛利在改善" },
  rose: { en: "prices rose faster than costs: margins widened", zh: "价格比成本涨得更快：毛利在改善" },
  roseAlone: { en: "prices rose, costs did not: margins widened", zh: "价格上涨而成本未涨：毛利在改善" },
  dearer: { en: "costs rose faster than prices: margins narrowed", zh: "成本比价格涨得更快：毛利在收窄" },
} as const satisfies Readonly<Record<string, Text>>;

const SMALL = Math.log(1 / 0.9); // a tenth, as for a verdict
const ALIKE = 0.05; // of the larger move

/** How list prices went against costs, both as logarithms: a fall of half and a doubling count alike. */
function courseOf({ priceFall, costFall }: Headline): keyof typeof COURSE {
  const [price, unit] = [Math.log(1 - priceFall), Math.log(1 - costFall)];
  if (Number.isNaN(unit) || Math.abs(price) < SMALL) return "still";
  if (Math.abs(price - unit) <= ALIKE * Math.max(Math.abs(price), Math.abs(unit))) return "alike";
  if (price < 0) return unit >= 0 ? "gaveUpAlone" : price < unit ? "gaveUp" : "cheaper";
  return unit <= 0 ? "roseAlone" : price > unit ? "rose" : "dearer";
}

function cost(h: Headline, _s: Scenario, lang: Language): Told {
  return { answer: say(unitCost, lang)(change(-h.costFall), scopeIn(h)), detail: say(COURSE[courseOf(h)], lang) };
}

const NOBODY: Text = { en: "nobody", zh: "无人" };
const mostLost: Said<(who: string) => string> = { en: (who) => `most lost: ${who}`, zh: (who) => `跌得最多：${who}` };
const inRuns: Said<(times: number, runs: number) => string> = {
  en: (times, runs) => `gained most in ${times} of ${plural(runs, "run")}`,
  zh: (times, runs) => `${runs} 次运行中 ${times} 次涨得最多`,
};
const OF_TOKENS: Text = { en: "of tokens, without video", zh: "按 token 计，不含视频" };

function share({ gainer, loser, others, meter, runs }: Headline, s: Scenario, lang: Language): Told {
  const moved = ({ vendor, from, to }: NonNullable<Headline["gainer"]>) =>
    `${vendorName(s, vendor, lang)} ${points(to - from, lang)}`;
  if (!gainer || gainer.to <= gainer.from) return { answer: say(NOBODY, lang), detail: "" };
  const some = meter !== "second" && others.some((other) => other.meter === "second");
  const lost = loser && loser.to < loser.from ? [say(mostLost, lang)(moved(loser))] : [];
  const odds = runs > 1 ? [say(inRuns, lang)(gainer.times, runs)] : [];
  const detail = [...(some ? [say(OF_TOKENS, lang)] : []), ...odds, ...lost].join(say(BETWEEN, lang));
  return { answer: moved(gainer), detail };
}

/** How many are sold below cost at the end, and how many given away; whether any was before. */
function soldBelow(count: number, free: number, before: boolean): Text {
  if (count === 0 && free === 0)
    return before ? { en: "nobody at the end", zh: "期末没有" } : { en: "nobody", zh: "没有" };
  if (count === 0) return { en: `${free} free`, zh: `${free} 款免费` };
  const products = { en: `${count} ${count === 1 ? "product" : "products"}`, zh: `${count} 款` };
  return free === 0 ? products : { en: `${products.en} + ${free} free`, zh: `${products.zh}，另有 ${free} 款免费` };
}

const lossDays: Said<(who: string, days: number) => string> = {
  en: (who, days) => `${who} ${plural(days, "day")}`,
  zh: (who, days) => `${who} ${days} 天`,
};
const losses: Said<(vendors: string) => string> = {
  en: (vendors) => `gross margin below zero: ${vendors}`,
  zh: (vendors) => `毛利率为负：${vendors}`,
};
const NO_LOSSES: Text = { en: "no vendor's gross margin is below zero", zh: "没有厂商的毛利率为负" };

function below(h: Headline, s: Scenario, lang: Language): Told {
  const loss = h.negativeMargin.map(({ vendor, days }) => say(lossDays, lang)(vendorName(s, vendor, lang), days));
  const longest = h.belowDays.toSorted((a, b) => b.days - a.days).slice(0, 3);
  const products = longest.map(({ product, days }) => say(lossDays, lang)(productName(s, product, lang), days));
  return {
    answer: say(soldBelow(h.belowCost.length, h.free.length, h.belowDays.length > 0), lang),
    detail: loss.length > 0 ? say(losses, lang)(list(loss, lang)) : list(products, lang) || say(NO_LOSSES, lang),
  };
}

const usersGain: Said<(gain: string) => string> = {
  en: (gain) => `users ${gain} a week`,
  zh: (gain) => `用户 ${gain}/周`,
};
const overBaseline: Said<(vendors: string) => string> = {
  en: (vendors) => `over the baseline, at the end; vendors' gross profit ${vendors} a week since the start`,
  zh: (vendors) => `期末较基准；厂商毛利较期初 ${vendors}/周`,
};
const usersUse: Said<(times: string) => string> = {
  en: (times) => `users, with ${times} times the tokens`,
  zh: (times) => `用户，token 量为期初的 ${times} 倍`,
};
const vendorsGain: Said<(gain: string) => string> = {
  en: (gain) => `vendors' gross profit ${gain} a week; what users gain shows against another scenario`,
  zh: (gain) => `厂商毛利 ${gain}/周；用户得利多少，要与另一情景相比`,
};

function benefit(h: Headline, s: Scenario, lang: Language, baseline?: Headline): Told {
  const gain = (x: number) => `${x > 0 ? "+" : ""}${money(x, s.currency, lang)}`;
  if (!baseline)
    return { answer: say(usersUse, lang)(number(h.tokenGrowth)), detail: say(vendorsGain, lang)(gain(h.profitGain)) };
  return {
    answer: say(usersGain, lang)(gain(h.surplus - baseline.surplus)),
    detail: say(overBaseline, lang)(gain(h.profitGain)),
  };
}

/** What an index is of, where there are prices of other kinds; null where it is of all. */
export const scopeOf = ([main, ...others]: readonly Meter[]): Text | null =>
  others.length === 0 ? null : PER_METER[main];

const scopeIn = ({ meter, others }: Headline) => scopeOf([meter, ...others.map((other) => other.meter)]);

/** “List prices”, and of what, where there are others. */
export const listPricesOf = (h: Headline): Text => {
  const scope = scopeIn(h);
  return scope ? { en: `list prices ${scope.en}`, zh: `${scope.zh}的目录价` } : { en: "list prices", zh: "目录价" };
};

/** Which way list prices went, and how far; no way at all where they end within a tenth of a per cent. */
function pricesWent(h: Headline): Text {
  const { en, zh } = listPricesOf(h);
  const size = percent(Math.abs(h.priceFall));
  if (Math.abs(h.priceFall) < 0.001) return { en: `${capitalised(en)} ended where they began`, zh: `${zh}涨跌相抵` };
  return h.priceFall < 0
    ? { en: `${capitalised(en)} rose ${size}`, zh: `${zh}涨了 ${size}` }
    : { en: `${capitalised(en)} fell ${size}`, zh: `${zh}跌了 ${size}` };
}

const STILL: Text = { en: "Nobody moved a price.", zh: "没有人动价格。" };
const whatHappened: Said<(prices: string, gained: string, left: string) => string> = {
  en: (went, gained, left) => `${went}${gained ? ` and ${gained}` : ""}${left ? `; ${left} left` : ""}.`,
  zh: (went, gained, left) => `${went}${gained ? `，${gained}` : ""}${left ? `；${left}退出` : ""}。`,
};
const gainedMost: Said<(who: string) => string> = {
  en: (who) => `${who} gained most`,
  zh: (who) => `${who}的份额涨得最多`,
};
const gainedMostIn: Said<(who: string, times: number, runs: number) => string> = {
  en: (who, times, runs) => `${who} gained most in ${times} of ${plural(runs, "run")}`,
  zh: (who, times, runs) => `${runs} 次运行中 ${times} 次由${who}的份额涨得最多`,
};

/** Who gained most; in how many runs, where fewer say so than make a verdict. */
function gained({ gainer, runs }: Headline, s: Scenario, lang: Language): string {
  if (!gainer || gainer.to - gainer.from <= 0.005) return "";
  const who = vendorName(s, gainer.vendor, lang);
  return gainer.times >= FIRM * runs ? say(gainedMost, lang)(who) : say(gainedMostIn, lang)(who, gainer.times, runs);
}

/** A headline of one sentence: what happened. */
export function headlineTitle(h: Headline, s: Scenario, lang: Language): string {
  if (h.moves === 0) return say(STILL, lang);
  const left = h.exits.map((e) => vendorName(s, e.vendor, lang));
  return say(whatHappened, lang)(say(pricesWent(h), lang), gained(h, s, lang), list(left, lang));
}
