import type { Said, Text } from "../../../engine/index.ts";
import type { Sentence, Value } from "../model.ts";
import { type Piece, sentence } from "../sentence.ts";

/** The report in one paragraph. `doubt`, `tail` and `spread` are empty or bring their own mark. */

type Pieces = readonly Piece[];

export const DIRECTIONS = {
  fall: { more: { en: "a larger fall", zh: "跌得更深" }, less: { en: "a smaller fall", zh: "跌得更少" } },
  level: { more: { en: "higher", zh: "更高" }, less: { en: "lower", zh: "更低" } },
  amount: { more: { en: "more", zh: "更多" }, less: { en: "less", zh: "更少" } },
} as const satisfies Readonly<Record<string, { readonly more: Text; readonly less: Text }>>;

export const agreed: Said<(word: Piece, way: Piece, pairs: Piece, runs: Piece) => Sentence> = {
  en: (word, way, pairs, runs) => sentence`${word} ${way}, in ${pairs} of ${runs} pairs`,
  zh: (word, way, pairs, runs) => sentence`${word}${way}，${runs} 对中有${pairs} 对如此`,
};
export const openQuestion: Said<(pairs: Piece, runs: Piece) => Sentence> = {
  en: (pairs, runs) => sentence`which way is an open question; ${pairs} of ${runs} pairs agree`,
  zh: (pairs, runs) => sentence`孰高孰低难说，${runs} 对中同向的有${pairs} 对`,
};
/** The mean has a sign that most pairs do not share: few of them are far off. */
export const onAverage: Said<(way: Piece, pairs: Piece, runs: Piece) => Sentence> = {
  en: (way, pairs, runs) => sentence`${way} on average, but only in ${pairs} of ${runs} pairs`,
  zh: (way, pairs, runs) => sentence`平均而言${way}，但${runs} 对中只有${pairs} 对如此`,
};

/** Prices against a baseline: titles and courses of both. */
type PairOfRuns = Said<(titles: Pieces, courses: Pieces, runs: Piece) => Sentence>;

export const onePair: PairOfRuns = {
  en: ([titleA, titleB], [a, b]) =>
    sentence`In one pair of runs, list prices ${a} in “${titleA}” and ${b} in “${titleB}”.`,
  zh: ([titleA, titleB], [a, b]) => sentence`一次配对运行中，“${titleA}”的目录价${a}，“${titleB}”${b}。`,
};
export const bothAlike: PairOfRuns = {
  en: ([titleA, titleB], [a], runs) =>
    sentence`Over ${runs} paired runs, list prices ${a} on average in both “${titleA}” and “${titleB}”.`,
  zh: ([titleA, titleB], [a], runs) => sentence`${runs} 次配对运行中，“${titleA}”与“${titleB}”的目录价平均都${a}。`,
};
export const manyPairs: Said<(titles: Pieces, courses: Pieces, runs: Piece, how: Piece) => Sentence> = {
  en: ([titleA, titleB], [a, b], runs, how) =>
    sentence`Over ${runs} paired runs, list prices ${a} on average in “${titleA}” and ${b} in “${titleB}”: ${how}.`,
  zh: ([titleA, titleB], [a, b], runs, how) =>
    sentence`${runs} 次配对运行中，“${titleA}”的目录价平均${a}，“${titleB}”${b}：${how}。`,
};

/** Shares against a baseline. */
export const SHARES_ALIKE: Text = {
  en: "No vendor's share at the end differs by half a point.",
  zh: "各家期末份额与基准相差不到半个百分点。",
};
export const afterComma: Said<(how: Piece) => Sentence> = {
  en: (how) => sentence`, ${how}`,
  zh: (how) => sentence`，${how}`,
};
export const inParentheses: Said<(how: Piece) => Sentence> = {
  en: (how) => sentence` (${how})`,
  zh: (how) => sentence`（${how}）`,
};
export const shareDiffers: Said<(who: Piece, shares: Pieces, gap: Piece, doubt: Piece, tail: Piece) => Sentence> = {
  en: (who, [to, from], gap, doubt, tail) =>
    sentence`${who}'s share of tokens at the end differs most: ${to} against ${from}, ${gap}${doubt}${tail}.`,
  zh: (who, [to, from], gap, doubt, tail) =>
    sentence`期末 token 份额差别最大的是${who}：${to}，基准为${from}，相差${gap}${doubt}${tail}。`,
};

export const entersWith: Said<(who: Piece, to: Piece) => Sentence> = {
  en: (who, to) => sentence`${who}, which the baseline has not, ends with ${to} of tokens.`,
  zh: (who, to) => sentence`基准中没有的${who}，期末 token 份额为${to}。`,
};
export const isMissing: Said<(who: Piece, from: Piece) => Sentence> = {
  en: (who, from) => sentence`${who}, which ends with ${from} of tokens in the baseline, is not in this market.`,
  zh: (who, from) => sentence`基准中期末 token 份额为${from}的${who}不在这个市场中。`,
};

/** Who benefits, against a baseline. */
export const BENEFITS_ALIKE: Text = {
  en: "Users' surplus and vendors' gross profit end the same.",
  zh: "期末的用户剩余与厂商毛利与基准相同。",
};
const more = (x: Value) => (x.value >= 0 ? "more" : "less");
const moreZh = (x: Value) => (x.value >= 0 ? "多" : "少");
export const benefitsDiffer: Said<(users: Value, vendors: Value, tail: Piece) => Sentence> = {
  en: (users, vendors, tail) =>
    sentence`In the last week users' surplus is ${users} ${more(users)}${tail} and vendors' gross profit ${vendors} ${more(vendors)}.`,
  zh: (users, vendors, tail) =>
    sentence`期末每周，用户剩余${moreZh(users)}${users}${tail}，厂商毛利${moreZh(vendors)}${vendors}。`,
};

/** Prices on their own. */
export const oneDay: Said<(day: Piece) => Sentence> = {
  en: (day) => sentence`Only one day is recorded, ${day}: there is no change to speak of.`,
  zh: (day) => sentence`只记录了${day}一天：没有变化可言。`,
};
export const nobodyMoves: Said<(span: Pieces, runs: Value) => Sentence> = {
  en: ([from, to], runs) =>
    sentence`Over ${runs} ${runs.value === 1 ? "run" : "runs"} from ${from} to ${to} nobody moves a price.`,
  zh: ([from, to], runs) => sentence`${runs} 次运行中，${from}至${to}没有人调价。`,
};
export const oneRun: Said<(span: Pieces, course: Piece, moves: Piece) => Sentence> = {
  en: ([from, to], course, moves) =>
    sentence`In one run, from ${from} to ${to}, list prices ${course} over ${moves} moves; a single run says nothing about the range.`,
  zh: ([from, to], course, moves) =>
    sentence`一次运行中，${from}至${to}目录价${course}，共调价${moves} 次；只有一次运行，谈不上波动范围。`,
};
export const manyRuns: Said<(span: Pieces, course: Piece, spread: Piece, moves: Piece, runs: Piece) => Sentence> = {
  en: ([from, to], course, spread, moves, runs) =>
    sentence`Over ${runs} runs from ${from} to ${to}, list prices ${course} on average${spread}, in ${moves} moves.`,
  zh: ([from, to], course, spread, moves, runs) =>
    sentence`${runs} 次运行中，${from}至${to}目录价平均${course}${spread}，平均调价${moves} 次。`,
};

/** Shares on their own. */
export const NOTHING_SOLD: Text = {
  en: "No tokens are sold, so there are no shares.",
  zh: "没有售出任何 token，份额无从谈起。",
};
export const SHARES_STILL: Text = { en: "No share changes by half a point.", zh: "各家份额变化不到半个百分点。" };
export const onlyVendor: Said<(who: Piece) => Sentence> = {
  en: (who) => sentence`${who} is the only vendor, so nobody contests shares.`,
  zh: (who) => sentence`市场上只有${who}一家厂商，没有份额之争。`,
};
export const shareChanges: Said<(who: Piece, from: Piece, to: Piece, spread: Piece) => Sentence> = {
  en: (who, from, to, spread) =>
    sentence`${who}'s share of tokens changes most: ${from} at the start, ${to} at the end${spread}.`,
  zh: (who, from, to, spread) => sentence`份额变化最大的是${who}：期初占 token 的${from}，期末${to}${spread}。`,
};

/** Who benefits, on its own. */
const higher = (x: Value) => (x.value >= 0 ? "higher" : "lower");
const higherZh = (x: Value) => (x.value >= 0 ? "增加" : "减少");
export const benefitsChange: Said<(vendors: Value, times: Piece) => Sentence> = {
  en: (vendors, times) =>
    sentence`Against the start, vendors' gross profit a week is ${vendors} ${higher(vendors)}, and ${times} times the tokens are used; what users gain shows only against another scenario.`,
  zh: (vendors, times) =>
    sentence`期末与期初相比，每周厂商毛利${higherZh(vendors)}${vendors}，token 量是期初的${times} 倍；用户得利多少，要与另一情景相比才看得出。`,
};

/** Cost and margin. */
type Basket = readonly [from: Piece, to: Piece, unit: Piece];

export const farApart: Said<(basket: Basket) => Sentence> = {
  en: ([from, to, unit]) =>
    sentence`Products on sale throughout fell from ${from} to ${to} (${unit}); cost and price have grown so far apart that shares of the fall mean nothing.`,
  zh: ([from, to, unit]) =>
    sentence`期初期末都在售的产品，平均价从${from}降到${to}（${unit}）；成本与价格走得太远，按加价倍数拆分得不出有意义的份额。`,
};
export const marginInFall: Said<(basket: Basket, held: Piece, oneForOne: Piece) => Sentence> = {
  en: ([from, to, unit], held, oneForOne) =>
    sentence`Products on sale throughout fell from ${from} to ${to} (${unit}); of that fall ${held} is margin given up if markups are held (price falls in proportion to cost), ${oneForOne} if price falls one for one with cost; the rest is cost.`,
  zh: ([from, to, unit], held, oneForOne) =>
    sentence`期初期末都在售的产品，平均价从${from}降到${to}（${unit}）；其中让利所占的份额，假定加价倍数不变（售价随成本同比例下降）为${held}，假定成本每降一元售价降一元为${oneForOne}；其余是成本。`,
};

/** What is free or below cost at the end. `given` names the free ones, or is empty. */
const areProducts = (n: Value): Sentence => (n.value === 1 ? sentence`${n} product is` : sentence`${n} products are`);

export const NOTHING_FREE: Text = {
  en: "At the end nothing is free and nothing sells below cost.",
  zh: "期末没有免费的产品，也没有低于成本的售价。",
};
export const onlyFree: Said<(free: Value, given: Piece) => Sentence> = {
  en: (free, given) => sentence`At the end ${areProducts(free)} free${given}; nothing else sells below cost.`,
  zh: (free, given) => sentence`期末有${free} 款产品免费${given}，没有低于成本的售价。`,
};
export const onlyBelow: Said<(below: Value) => Sentence> = {
  en: (below) => sentence`At the end ${areProducts(below)} sold below unit cost.`,
  zh: (below) => sentence`期末有${below} 款产品以低于单位成本的价格出售。`,
};
export const freeAndBelow: Said<(free: Value, given: Piece, below: Value) => Sentence> = {
  en: (free, given, below) =>
    sentence`At the end ${areProducts(free)} free${given} and ${below} more sell below unit cost.`,
  zh: (free, given, below) => sentence`期末有${free} 款产品免费${given}，另有${below} 款以低于单位成本的价格出售。`,
};

/** Who leaves. */
export const aliveIn: Said<(who: Piece, alive: Piece) => Sentence> = {
  en: (who, alive) => sentence`${who} (alive at the end in ${alive} of runs)`,
  zh: (who, alive) => sentence`${who}（撑到期末的运行占${alive}）`,
};
export const vendorsLeft: Said<(listed: Piece) => Sentence> = {
  en: (listed) => sentence`Vendors that leave: ${listed}.`,
  zh: (listed) => sentence`退出市场的有：${listed}。`,
};
