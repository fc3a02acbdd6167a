import type { Said } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

/** How likely each verdict is. */

export const ODDS_HEAD: Said<readonly string[]> = {
  en: ["who", "verdict", "odds [95 % interval]"],
  zh: ["对象", "判断", "各种说法的概率（95% 区间）"],
};
export const oddsOver: Said<(title: string, from: string, to: string, draws: number) => string> = {
  en: (title, from, to, draws) =>
    `${title}, ${from} to ${to}: ${plural(draws, "draw")} of every lever over its plausible range`,
  zh: (title, from, to, draws) => `${title}，${from} 至 ${to}：每个旋钮在合理区间内抽取 ${draws} 次`,
};
export const ODDS_NOTE: Said<(firm: string) => string> = {
  en: (firm) =>
    `Each draw has a seed of its own and is told six ways: cost by the books or long-run, the price of competition halved, as it is, and doubled. Where no word has ${firm}, the verdict is undetermined. The interval is what the number of draws leaves open.`,
  zh: (firm) =>
    `每次抽取各用一个种子，并按六种口径判断：成本取账面或长期口径，纯竞争价格取一半、原值和两倍。没有任何说法达到 ${firm} 时即尚无定论。区间反映抽取次数有限所留下的不确定。`,
};
