import type { Language, Scenario, TypicalWar } from "../engine/index.ts";
import { date, list, number, percent, zhJoin } from "./format.ts";
import { fullName, productName, vendorName } from "./names.ts";

interface Round {
  readonly day: number;
  readonly days: number;
  readonly vendors: number;
  readonly cuts: number;
}

const vendorsWord = (n: number) => (n === 1 ? "vendor" : "vendors");

/** “Cascade, 17 days: 5 vendors, 13 cuts”. */
export function roundWords({ day, days, vendors, cuts }: Round, k: number, lang: Language, brief: boolean): string {
  if (lang === "zh") {
    const name = k === 0 ? `第一轮，${days} 天` : `第 ${day} 天再起一轮`;
    return brief ? name : `${name}：${vendors} 家，${cuts} 次降价`;
  }
  const name = k === 0 ? `Cascade, ${days} days` : `Again, day ${day}`;
  return brief ? name : `${name}: ${vendors} ${vendorsWord(vendors)}, ${cuts} ${cuts === 1 ? "cut" : "cuts"}`;
}

export function troughWords({ trough, depth }: TypicalWar, lang: Language): string {
  return lang === "zh"
    ? `第 ${trough.day} 天见底，跌 ${percent(depth)}`
    : `Trough, day ${trough.day}, down ${percent(depth)}`;
}

export function lagWords(lag: number | null, lang: Language): string {
  if (lag === null) return lang === "zh" ? "触发" : "trigger";
  return lang === "zh" ? `${lag} 天` : `${lag} d`;
}

export function whatMoved({ products, free }: { products: number; free: number }, lang: Language): string {
  if (lang === "zh") return free > 0 ? `${products} 款，${free} 款免费` : `${products} 款`;
  return `${products} ${products === 1 ? "product" : "products"}${free > 0 ? `, ${free} free` : ""}`;
}

/** What set it off, how bad it was, whether it is over: one paragraph. */
export function warSentence(war: TypicalWar, s: Scenario, lang: Language): string {
  const { trigger, severity, severityRange, recovery, end, reactions } = war;
  const name = fullName(s, trigger.product, lang);
  const [low, high] = severityRange.map((x) => number(x, 2));
  if (lang === "zh") {
    const over = end ? `最后一次降价在第 ${end.day} 天，其后收复跌幅的 ${percent(recovery)}` : "期末仍未停";
    return `${zhJoin(date(trigger.date, lang), "由", name, "的")}${trigger.kind === "launch" ? "发布" : "降价"}触发，${reactions.length} 家跟进；${over}。烈度 ${number(severity, 2)}（各次运行 ${low}–${high}）：指数跌幅、降价厂商比例、见底时低于成本的产品比例，三者平均。`;
  }
  const over = end
    ? `the last cut came on day ${end.day}, and ${percent(recovery)} of the fall has been made good since`
    : "it is still on at the end";
  return `Set off on ${date(trigger.date, lang)} by ${trigger.kind === "launch" ? "the launch" : "a cut"} of ${name}; ${reactions.length} ${vendorsWord(reactions.length)} followed, and ${over}. Severity ${number(severity, 2)} (${low}–${high} over runs): the mean of how far the index fell, how many vendors cut, and how many products were below cost at the trough.`;
}

/** The timeline in words, vendor by vendor. */
export function warSummary(war: TypicalWar, s: Scenario, lang: Language): string {
  const lanes = war.reactions.map((r) =>
    lang === "zh"
      ? `${vendorName(s, r.vendor, lang)} ${lagWords(r.lag, lang)}后，最多降 ${percent(r.depth)}，${whatMoved(r, lang)}`
      : `${vendorName(s, r.vendor, lang)} after ${r.lag} days, by up to ${percent(r.depth)}, ${whatMoved(r, lang)}`,
  );
  const below = war.belowCost.map((b) => productName(s, b.product, lang));
  if (lang === "zh") return `${warSentence(war, s, lang)}${lanes.join("；")}。低于成本：${list(below, lang) || "无"}。`;
  return `${warSentence(war, s, lang)} ${lanes.join("; ")}. Below cost: ${list(below, lang) || "none"}.`;
}
