import { type Language, type Said, say, type Scenario, type Text, type TypicalWar } from "../engine/index.ts";
import { date, list, number, percent } from "./format.ts";
import { fullName, productName, vendorName } from "./names.ts";
import { zhJoin } from "./punctuation.ts";
import { plural } from "../engine/text/plural.ts";

interface Round {
  readonly day: number;
  readonly days: number;
  readonly vendors: number;
  readonly cuts: number;
}

const vendorsWord = (n: number) => (n === 1 ? "vendor" : "vendors");

const firstRound: Said<(days: number) => string> = {
  en: (days) => `Cascade, ${plural(days, "day")}`,
  zh: (days) => `第一轮，${days} 天`,
};
const laterRound: Said<(day: number) => string> = {
  en: (day) => `Again, day ${day}`,
  zh: (day) => `第 ${day} 天再起一轮`,
};
const roundSize: Said<(vendors: number, cuts: number) => string> = {
  en: (vendors, cuts) => `: ${vendors} ${vendorsWord(vendors)}, ${cuts} ${cuts === 1 ? "cut" : "cuts"}`,
  zh: (vendors, cuts) => `：${vendors} 家，${cuts} 次降价`,
};

/** “Cascade, 17 days: 5 vendors, 13 cuts”. */
export function roundWords({ day, days, vendors, cuts }: Round, k: number, lang: Language, brief: boolean): string {
  const name = k === 0 ? say(firstRound, lang)(days) : say(laterRound, lang)(day);
  return brief ? name : `${name}${say(roundSize, lang)(vendors, cuts)}`;
}

const trough: Said<(day: number, depth: string) => string> = {
  en: (day, depth) => `Trough, day ${day}, down ${depth}`,
  zh: (day, depth) => `第 ${day} 天见底，跌 ${depth}`,
};

export const troughWords = (war: TypicalWar, lang: Language): string =>
  say(trough, lang)(war.trough.day, percent(war.depth));

const TRIGGER: Text = { en: "trigger", zh: "触发" };
const daysLater: Said<(days: number) => string> = { en: (days) => `${days} d`, zh: (days) => `${days} 天` };

/** How many days after the trigger a vendor cut; null: it set the war off. */
export const lagWords = (lag: number | null, lang: Language): string =>
  lag === null ? say(TRIGGER, lang) : say(daysLater, lang)(lag);

const moved: Said<(products: number, free: number) => string> = {
  en: (products, free) => `${products} ${products === 1 ? "product" : "products"}${free > 0 ? `, ${free} free` : ""}`,
  zh: (products, free) => `${products} 款${free > 0 ? `，${free} 款免费` : ""}`,
};

export const whatMoved = ({ products, free }: { products: number; free: number }, lang: Language): string =>
  say(moved, lang)(products, free);

/** What a war is told from, in one language's words. */
interface Told {
  readonly name: string; // of the product that set it off
  readonly on: string;
  readonly launched: boolean;
  readonly followers: number;
  readonly lastCut: number | null; // day; null: still on
  readonly recovered: string;
  readonly severity: string;
  readonly range: string;
}

const told: Said<(war: Told) => string> = {
  en({ name, on, launched, followers, lastCut, recovered, severity, range }) {
    const over =
      lastCut === null
        ? "it is still on at the end"
        : `the last cut came on day ${lastCut}, and ${recovered} of the fall has been made good since`;
    return `Set off on ${on} by ${launched ? "the launch" : "a cut"} of ${name}; ${followers} ${vendorsWord(followers)} followed, and ${over}. Severity ${severity} (${range} over runs): the mean of how far the index fell, how many vendors cut, and how many tokens were sold below cost at the trough.`;
  },
  zh({ name, on, launched, followers, lastCut, recovered, severity, range }) {
    const over = lastCut === null ? "期末仍未停" : `最后一次降价在第 ${lastCut} 天，其后收复跌幅的 ${recovered}`;
    return `${zhJoin(on, "由", name, "的")}${launched ? "发布" : "降价"}触发，${followers} 家跟进；${over}。烈度 ${severity}（各次运行 ${range}）：指数跌幅、降价厂商比例、见底时低于成本卖出的 token 比例，三者平均。`;
  },
};

/** What set it off, how bad it was, whether it is over: one paragraph. */
export function warSentence(war: TypicalWar, s: Scenario, lang: Language): string {
  const { trigger, severity, severityRange, recovery, end, reactions } = war;
  const tell = say(told, lang);
  return tell({
    name: fullName(s, trigger.product, lang),
    on: date(trigger.date, lang),
    launched: trigger.kind === "launch",
    followers: reactions.length,
    lastCut: end ? end.day : null,
    recovered: percent(recovery),
    severity: number(severity, 2),
    range: severityRange.map((x) => number(x, 2)).join("–"),
  });
}

type Reaction = TypicalWar["reactions"][number];

const lane: Said<(name: string, reaction: Reaction, what: string) => string> = {
  en: (name, { lag, depth }, what) => `${name} after ${plural(lag, "day")}, by up to ${percent(depth)}, ${what}`,
  zh: (name, { lag, depth }, what) => `${name} ${lagWords(lag, "zh")}后，最多降 ${percent(depth)}，${what}`,
};
const summary: Said<(sentence: string, lanes: readonly string[], below: string) => string> = {
  en: (sentence, lanes, below) => `${sentence} ${lanes.join("; ")}. Below cost: ${below || "none"}.`,
  zh: (sentence, lanes, below) => `${sentence}${lanes.join("；")}。低于成本：${below || "无"}。`,
};

/** The timeline in words, vendor by vendor. */
export function warSummary(war: TypicalWar, s: Scenario, lang: Language): string {
  const lanes = war.reactions.map((r) => say(lane, lang)(vendorName(s, r.vendor, lang), r, whatMoved(r, lang)));
  const below = war.belowCost.map((b) => productName(s, b.product, lang));
  return say(summary, lang)(warSentence(war, s, lang), lanes, list(below, lang));
}
