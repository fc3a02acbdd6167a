import type { Said, Text } from "../../engine/index.ts";
import type { Sentence, Value } from "./model.ts";
import { type Piece, plain, sentence } from "./sentence.ts";

/** Price war or competition, in sentences. */

type Verdict = Said<(word: Piece, sure: Piece) => Sentence>;

export const firmVerdict: Verdict = {
  en: (word, sure) => sentence`The verdict on the average basket is ${word}: ${sure} of runs agree.`,
  zh: (word, sure) => sentence`对一篮子平均价的判断：${word}（${sure}的运行一致）。`,
};
export const noFirmVerdict: Verdict = {
  en: (word, sure) =>
    sentence`The verdict on the average basket is undetermined: most often it is ${word}, but only ${sure} of runs say so.`,
  zh: (word, sure) => sentence`对一篮子平均价尚无定论：最常见的是${word}，但只有${sure}的运行如此。`,
};

export const ofProducts: Said<(all: Value) => Sentence> = {
  en: (all) => sentence`Of ${all} ${all.value === 1 ? "product" : "products"} whose price moved by a tenth or more, `,
  zh: (all) => sentence`价格变动达一成的${all} 款产品中，`,
};

/** How products may end, after their number. */
export const ENDS = {
  free: { en: "end free", zh: "款免费" },
  war: { en: "in a price war", zh: "款属价格战" },
  competition: { en: "in competition", zh: "款属竞争" },
  "pass-through": { en: "by cost passed on", zh: "款属成本传导" },
  margin: { en: "rose to win margin back", zh: "款为收回毛利而涨" },
  both: { en: "rose for cost and margin alike", zh: "款因成本与毛利而涨" },
  undetermined: { en: "undetermined", zh: "款尚无定论" },
  belowCost: { en: "end below cost", zh: "款低于成本" },
} as const satisfies Readonly<Record<string, Text>>;

export const NO_SUCH_END: Text = { en: "none ends free or below cost", zh: "没有一款免费或低于成本" };

export const whole: Said<(lead: Piece, ends: Piece) => Sentence> = {
  en: (lead, ends) => sentence`${lead}${ends}.`,
  zh: (lead, ends) => sentence`${lead}${ends}。`,
};
export const restUntold: typeof whole = {
  en: (lead, ends) =>
    sentence`${lead}${ends}; whether the others are price war or competition takes the price of competition (Nash) to tell.`,
  zh: (lead, ends) => sentence`${lead}${ends}；其余是价格战还是竞争，要与纯竞争（纳什）价格相比才能判断。`,
};

/** “5 end free, 9 in a price war and 4 in competition”. */
export const inARow: Said<(ends: readonly Sentence[]) => Sentence> = {
  en: (ends) => ends.reduce((a, b, k) => sentence`${a}${plain(k === ends.length - 1 ? " and " : ", ")}${b}`),
  zh: (ends) => ends.reduce((a, b) => sentence`${a}${plain("，")}${b}`),
};

export const equilibriaFound: Said<(found: Piece, runs: Piece) => Sentence> = {
  en: (found, runs) =>
    sentence`An equilibrium in pure strategies was found in ${found} of ${runs} runs; elsewhere verdicts use the low end of best replies.`,
  zh: (found, runs) => sentence`${runs} 次运行中只有${found} 次找到纯策略均衡，其余取最优反应变动区间的下端。`,
};
