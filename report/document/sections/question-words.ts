import type { Said } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { type Piece, sentence } from "../sentence.ts";

/** Questions for a class, and their answers. */

export const QUESTIONS: Said<(vendors: number) => readonly string[]> = {
  en: (vendors) => [
    "How far will list prices fall? Write your number down before you look.",
    vendors > 1 ? "Who gains most share, who loses most, and why?" : "With one vendor only, has it a reason to cut?",
    "How much of the fall is cost, how much margin given up?",
    "Who gains more from the cuts, users or vendors?",
    "Which one condition would you remove to change the ending?",
  ],
  zh: (vendors) => [
    "目录价会跌多少？先写下你的数字，再往下看。",
    vendors > 1 ? "谁的份额涨得最多，谁丢得最多？为什么？" : "只有一家厂商时，它有理由降价吗？",
    "跌价里有多少是成本下降，多少是让利？",
    "用户与厂商，谁从降价中得利更多？",
    "去掉哪一个条件，结局会完全不同？",
  ],
};

type Moved = Said<(who: Piece, from: Piece, to: Piece) => Sentence>;

export const gainsMost: Moved = {
  en: (who, from, to) => sentence`${who} gains most, from ${from} to ${to} of tokens.`,
  zh: (who, from, to) => sentence`份额涨得最多的是${who}：从${from}到${to}。`,
};
export const losesMost: Moved = {
  en: (who, from, to) => sentence`${who} loses most, from ${from} to ${to} of tokens.`,
  zh: (who, from, to) => sentence`份额丢得最多的是${who}：从${from}到${to}。`,
};

export const marginInFall: Said<(held: Piece, oneForOne: Piece) => Sentence> = {
  en: (held, oneForOne) =>
    sentence`Margin given up is ${held} of the fall if markups are held, ${oneForOne} if price falls one for one with cost; the rest is cost.`,
  zh: (held, oneForOne) =>
    sentence`让利占跌幅的${held}（假定加价倍数不变）或${oneForOne}（假定成本每降一元售价降一元），其余是成本。`,
};
