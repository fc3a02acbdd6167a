import type { Said, Text } from "../../engine/index.ts";
import type { Sentence } from "./model.ts";
import { type Piece, sentence } from "./sentence.ts";

/** Labels and notes of the numbers a report opens with. */

type Note = Said<(value: Piece) => Sentence>;

export const LIST_PRICES: Text = { en: "List prices", zh: "目录价" };
export const listPricesBy: Said<(scope: string) => string> = {
  en: (scope) => `List prices, ${scope}`,
  zh: (scope) => `目录价（${scope}）`,
};
export const paidOnAverage: Note = {
  en: (paid) => sentence`paid on average ${paid}`,
  zh: (paid) => sentence`实付均价${paid}`,
};
export const inBaseline: Note = { en: (value) => sentence`baseline ${value}`, zh: (value) => sentence`基准${value}` };
export const NOT_IN_BASELINE: Text = { en: "not in the baseline", zh: "基准中没有" };
export const atStart: Note = { en: (value) => sentence`${value} at the start`, zh: (value) => sentence`期初${value}` };

export const MARGIN: Text = { en: "Margin in the fall", zh: "跌价中的让利" };
export const TWO_WAYS: Text = { en: "two ways of counting", zh: "两种算法；其余为成本" };
export const SMALL_FALL: Text = { en: "a fall under a tenth is not split", zh: "跌幅不到一成，不作拆分" };
export const FAR_APART: Text = { en: "cost and price too far apart to split", zh: "成本与价格相去太远，不作拆分" };

export const SHARE: Text = { en: "Share", zh: "份额" };
export const NOTHING_SOLD: Text = { en: "nothing was sold", zh: "无人售出" };
export const shareOf: Said<(who: string) => string> = { en: (who) => `${who}: share`, zh: (who) => `${who}份额` };
export const wasAndGap: Said<(was: Piece, gap: Piece) => Sentence> = {
  en: (was, gap) => sentence`${was}, ${gap}`,
  zh: (was, gap) => sentence`${was}，${gap}`,
};

export const TOKENS_GREW: Text = { en: "Tokens, times the start's", zh: "token 量，期初的倍数" };
export const USERS_GAIN_OVER_BASE: Text = { en: "Users' gain a week, vs base", zh: "用户每周得益，较基准" };
export const vendorsGain: Note = {
  en: (gain) => sentence`vendors ${gain}`,
  zh: (gain) => sentence`厂商毛利${gain}`,
};
export const vendorsGainOf: Note = {
  en: (gain) => sentence`vendors' gross profit ${gain} a week`,
  zh: (gain) => sentence`厂商毛利${gain}/周`,
};
