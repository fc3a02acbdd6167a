/** Powers of money, tokens, time, GPUs and users. */
export type Dimensions = readonly [money: number, tokens: number, time: number, gpus: number, users: number];

/** What a word stands for: `times` x 10^`ten` of base units, which are Mtok, days, GPUs and users. */
export interface Measure {
  readonly kind: "measure";
  readonly ten: number;
  readonly times: number;
  readonly dimensions: Dimensions;
}

export type Meaning =
  | Measure
  | { readonly kind: "scale"; readonly ten: number }
  /** Of one of these currencies: the scenario's own where it is among them, else the first that has a rate. */
  | { readonly kind: "money"; readonly ten: number; readonly of: readonly string[] }
  | { readonly kind: "own" } // money of the scenario's currency, as canonical units say it
  | { readonly kind: "per" | "filler" };

const NONE: Dimensions = [0, 0, 0, 0, 0];
const TOKENS: Dimensions = [0, 1, 0, 0, 0];
const TIME: Dimensions = [0, 0, 1, 0, 0];
const GPUS: Dimensions = [0, 0, 0, 1, 0];
const USERS: Dimensions = [0, 0, 0, 0, 1];

const measure = (dimensions: Dimensions, ten: number, times = 1): Meaning => ({
  kind: "measure",
  ten,
  times,
  dimensions,
});
const scale = (ten: number): Meaning => ({ kind: "scale", ten });
const money = (ten: number, ...of: string[]): Meaning => ({ kind: "money", ten, of });

/** Tokens where a number of them is left unsaid: “5 元/百万” is a price of a million tokens. */
export const ONE_TOKEN = measure(TOKENS, -6) as Measure;

const DOLLARS = ["USD", "HKD", "SGD", "TWD", "AUD", "CAD", "NZD"];

/** A further word is one here; a further row where it means something new. */
const ROWS: readonly (readonly [words: string, meaning: Meaning])[] = [
  ["token tokens tok toks 词元", measure(TOKENS, -6)],
  ["ktok ktoken ktokens", measure(TOKENS, -3)],
  ["Mtok Mtoken Mtokens", measure(TOKENS, 0)],
  ["Gtok Gtoken Gtokens Btok Btoken Btokens", measure(TOKENS, 3)],
  ["Ttok Ttoken Ttokens", measure(TOKENS, 6)],
  ["s sec second seconds 秒", measure(TIME, 0, 1 / 86_400)],
  ["min minute minutes 分钟", measure(TIME, 0, 1 / 1440)],
  ["h hr hrs hour hours 小时 时", measure(TIME, 0, 1 / 24)],
  ["d day days 天 日", measure(TIME, 0, 1)],
  ["w wk week weeks 周 星期", measure(TIME, 0, 7)],
  ["mo month months 月 个月", measure(TIME, 0, 365 / 12)],
  ["quarter quarters 季度", measure(TIME, 0, 365 / 4)],
  ["y yr year years 年", measure(TIME, 0, 365)],
  ["GPU GPUs 卡", measure(GPUS, 0)],
  ["GPUh GPU-hour GPU-hours 卡时", measure([0, 0, 1, 1, 0], 0, 1 / 24)],
  ["user users seat seats 用户 人 席位", measure(USERS, 0)],
  ["% percent pct", measure(NONE, -2)],
  ["‰", measure(NONE, -3)],
  ["十", scale(1)],
  ["百 hundred", scale(2)],
  ["千 k thousand", scale(3)],
  ["万", scale(4)],
  ["M mn million", scale(6)],
  ["亿", scale(8)],
  ["B G bn billion", scale(9)],
  ["T tn trillion", scale(12)],
  ["CNY RMB CN¥ 元 圆 块 人民币 yuan", money(0, "CNY")],
  ["角 毛", money(-1, "CNY")],
  ["分", money(-2, "CNY")],
  ["厘", money(-3, "CNY")],
  ["USD US$ 美元 美金", money(0, "USD")],
  ["美分 cent cents ¢", money(-2, "USD")],
  ["EUR € 欧元", money(0, "EUR")],
  ["GBP £ 英镑", money(0, "GBP")],
  ["HKD HK$ 港元 港币", money(0, "HKD")],
  ["JPY 日元", money(0, "JPY")],
  ["$ dollar dollars", money(0, ...DOLLARS)],
  ["¥", money(0, "CNY", "JPY")],
  ["money", { kind: "own" }],
  ["/ per 每 a an", { kind: "per" }],
  ["个 · * of the", { kind: "filler" }],
];

const WORDS = new Map(ROWS.flatMap(([words, meaning]) => words.split(" ").map((word) => [word, meaning] as const)));

/** Words in small letters, longer than one letter: `MTok` is `Mtok`, but `m` could be milli or million. */
const SMALL = new Map([...WORDS].filter(([word]) => word.length > 1).map(([w, meaning]) => [w.toLowerCase(), meaning]));
SMALL.set("k", scale(3)); // “1K tokens”: nothing else is called so

const LONGEST = Math.max(...[...WORDS.keys()].map((word) => word.length));
const LETTER = /[A-Za-z]/;

/** The longest known word that a text begins with, and what it means; Latin words end where their letters end. */
export function firstWord(text: string): { readonly word: string; readonly meaning: Meaning } | null {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const word = text.slice(0, length);
    const meaning = WORDS.get(word) ?? SMALL.get(word.toLowerCase());
    const cut = LETTER.test(word.at(-1)!) && LETTER.test(text[length] ?? "");
    if (meaning && !cut) return { word, meaning };
  }
  const code = /^[A-Z]{3}(?![A-Za-z])/.exec(text);
  return code ? { word: code[0], meaning: money(0, code[0]) } : null;
}
