import type { Said, Text } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { type Piece, sentence } from "../sentence.ts";

/** What holds for every answer. */
export const CAVEAT: Text = {
  en: "This follows from what was assumed; it is no forecast. Ranges hold chance alone, not that a parameter or the model is wrong.",
  zh: "这是在所述假设下的推演，不是预测；区间只反映随机性，不反映参数或模型本身可能有错。",
};

/** One assumption at both ends of what is plausible. */
export const leverMoves: Said<(lever: Piece, ends: readonly Piece[], gaps: readonly Piece[]) => Sentence> = {
  en: (lever, [from, to], [low, high]) => sentence`“${lever}” (${low} at ${from}, ${high} at ${to})`,
  zh: (lever, [from, to], [low, high]) => sentence`“${lever}”（取${from}时${low}，取${to}时${high}）`,
};
export const hangsOn: Said<(what: Piece, listed: Piece) => Sentence> = {
  en: (what, listed) => sentence`What would change it: the assumptions that move ${what} most are ${listed}.`,
  zh: (what, listed) => sentence`什么会改变它：对${what}影响最大的假设是${listed}。`,
};
