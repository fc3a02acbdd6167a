import type { Said } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { name, type Piece, sentence } from "../sentence.ts";

/** What was simulated, and what differs. */

export const shape: Said<(vendors: number, products: number, agents: Piece, span: readonly Piece[]) => Sentence> = {
  en(vendors, products, agents, [from, to]) {
    const [v, p] = [name(String(vendors)), name(String(products))];
    return sentence`${v} ${vendors === 1 ? "vendor" : "vendors"}, ${p} ${products === 1 ? "product" : "products"}, ${agents} simulated users, ${from} to ${to}.`;
  },
  zh(vendors, products, agents, [from, to]) {
    const [v, p] = [name(String(vendors)), name(String(products))];
    return sentence`${v} 家厂商、${p} 款产品、${agents} 个模拟用户，${from}至${to}。`;
  },
};
export const andMore: Said<(rest: number) => string> = {
  en: (rest) => `and ${rest} more; the manifest holds both scenarios in full.`,
  zh: (rest) => `另有 ${rest} 处，见清单中的完整情景。`,
};
export const theSame: Said<(title: Piece) => Sentence> = {
  en: (title) => sentence`It is the same as “${title}”.`,
  zh: (title) => sentence`与“${title}”完全相同。`,
};
export const startsFrom: Said<(title: Piece) => Sentence> = {
  en: (title) => sentence`It starts from “${title}”, with these changes:`,
  zh: (title) => sentence`以“${title}”为起点，改动如下：`,
};

/** Of amounts that were in another currency. */
export const converted: Said<(title: Piece, from: string, to: string, rate: Piece) => Sentence> = {
  en: (title, from, to, rate) =>
    sentence`Amounts of “${title}” are turned from ${from} into ${to} at ${rate} ${to} per ${from}.`,
  zh: (title, from, to, rate) => sentence`“${title}”的金额按 1 ${from} = ${rate} ${to} 折算。`,
};
