import type { Headline, Language, Scenario, Text } from "../engine/index.ts";
import { change, date, list, money, number, percent, points } from "./format.ts";
import { productName, vendorName } from "./names.ts";

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
  below: { en: "Who sells below cost?", zh: "谁在亏本卖？" },
  benefit: { en: "Who benefits?", zh: "谁得利？" },
};

/** The five answers a page opens with, in either language. */
export function headlineAnswers(h: Headline, scenario: Scenario, lang: Language): Answer[] {
  const parts = { prices, cost, share, below, benefit };
  return (Object.keys(parts) as Answer["id"][]).map((id) => ({
    id,
    question: QUESTIONS[id][lang],
    ...parts[id](h, scenario, lang),
  }));
}

type Said = Pick<Answer, "answer" | "detail">;

function prices(h: Headline, _s: Scenario, lang: Language): Said {
  const since = date(h.from, lang);
  return {
    answer: lang === "zh" ? `${change(-h.priceFall)}` : `${change(-h.priceFall)}`,
    detail:
      lang === "zh"
        ? `目录价，自${since}起；平均支付\u00a0${change(-h.paidFall)}；调价 ${h.moves} 次`
        : `since ${since}; paid on average ${change(-h.paidFall)}; ${h.moves} moves`,
  };
}

function cost(h: Headline, _s: Scenario, lang: Language): Said {
  const part = h.paidFall > 0.1 ? Math.max(0, Math.min(1, h.costFall / h.paidFall)) : NaN;
  if (lang === "zh") {
    return {
      answer: `单位成本 ${change(-h.costFall)}`,
      detail: Number.isNaN(part) ? "价格变化不大" : comparison(h, lang),
    };
  }
  return {
    answer: `unit cost ${change(-h.costFall)}`,
    detail: Number.isNaN(part) ? "prices hardly moved" : comparison(h, lang),
  };
}

function comparison(h: Headline, lang: Language): string {
  const faster = h.paidFall > h.costFall;
  if (lang === "zh") return faster ? "价格比成本跌得更快：其余来自让利" : "成本比价格跌得更快：毛利在改善";
  return faster
    ? "prices fell faster than costs: the rest is margin"
    : "costs fell faster than prices: margins widened";
}

function share(h: Headline, s: Scenario, lang: Language): Said {
  const name = (id: string) => vendorName(s, id, lang);
  if (!h.gainer || h.gainer.to <= h.gainer.from) return { answer: lang === "zh" ? "无人" : "nobody", detail: "" };
  const lost =
    h.loser && h.loser.to < h.loser.from ? `${name(h.loser.vendor)} ${points(h.loser.to - h.loser.from, lang)}` : "";
  return {
    answer: `${name(h.gainer.vendor)} ${points(h.gainer.to - h.gainer.from, lang)}`,
    detail: lost && (lang === "zh" ? `跌得最多：${lost}` : `most lost: ${lost}`),
  };
}

/** How many are sold below cost, and how many given away. */
function soldBelow(count: number, free: number): Text {
  if (count === 0) return free === 0 ? { en: "nobody", zh: "没有" } : { en: `${free} free`, zh: `${free} 款免费` };
  const products = { en: `${count} ${count === 1 ? "product" : "products"}`, zh: `${count} 款` };
  return free === 0 ? products : { en: `${products.en} + ${free} free`, zh: `${products.zh}，另有 ${free} 款免费` };
}

function below(h: Headline, s: Scenario, lang: Language): Said {
  const count = h.belowCost.length;
  const free = h.free.length;
  const loss = h.negativeMargin.map(({ vendor, days }) =>
    lang === "zh" ? `${vendorName(s, vendor, lang)} ${days} 天` : `${vendorName(s, vendor, lang)} ${days} days`,
  );
  const paid =
    count > 0
      ? list(
          h.belowCost.slice(0, 3).map((id) => productName(s, id, lang)),
          lang,
        )
      : "";
  if (lang === "zh") {
    return {
      answer: soldBelow(count, free).zh,
      detail: loss.length > 0 ? `毛利率为负：${list(loss, lang)}` : paid || "没有厂商的毛利率为负",
    };
  }
  return {
    answer: soldBelow(count, free).en,
    detail:
      loss.length > 0
        ? `gross margin below zero: ${list(loss, lang)}`
        : paid || "no vendor's gross margin is below zero",
  };
}

function benefit(h: Headline, s: Scenario, lang: Language): Said {
  const perWeek = (x: number) => `${x > 0 ? "+" : ""}${money(x, s.currency, lang)}`;
  if (lang === "zh") {
    return {
      answer: `用户 ${perWeek(h.surplusGain)}/周`,
      detail: `厂商毛利 ${perWeek(h.profitGain)}/周；token 量为期初的 ${number(h.tokenGrowth)} 倍`,
    };
  }
  return {
    answer: `users ${perWeek(h.surplusGain)} a week`,
    detail: `vendors' gross profit ${perWeek(h.profitGain)}; ${number(h.tokenGrowth)} times the tokens`,
  };
}

/** Which way list prices went, and how far; no way at all where they end within a tenth of a per cent. */
function pricesWent(fall: number, lang: Language): string {
  const zh = lang === "zh";
  if (Math.abs(fall) < 0.001) return zh ? "目录价涨跌相抵" : "List prices ended where they began";
  const size = percent(Math.abs(fall));
  if (fall < 0) return zh ? `目录价涨了 ${size}` : `List prices rose ${size}`;
  return zh ? `目录价跌了 ${size}` : `List prices fell ${size}`;
}

/** A headline of one sentence: what happened. */
export function headlineTitle(h: Headline, s: Scenario, lang: Language): string {
  const gainer = h.gainer && h.gainer.to - h.gainer.from > 0.005 ? vendorName(s, h.gainer.vendor, lang) : null;
  const prices = pricesWent(h.priceFall, lang);
  if (h.moves === 0) {
    return lang === "zh" ? "没有人动价格。" : "Nobody moved a price.";
  }
  if (lang === "zh") {
    return `${prices}${gainer ? `，${gainer}的份额涨得最多` : ""}${
      h.exits.length > 0
        ? `；${list(
            h.exits.map((e) => vendorName(s, e.vendor, lang)),
            lang,
          )}退出`
        : "。"
    }`;
  }
  return `${prices}${gainer ? ` and ${gainer} gained most` : ""}${
    h.exits.length > 0
      ? `; ${list(
          h.exits.map((e) => vendorName(s, e.vendor, lang)),
          lang,
        )} left`
      : ""
  }.`;
}
