import type { Text } from "../../engine/index.ts";
import { zhJoin } from "../../words/punctuation.ts";

/** What is wrong with a table of prices that came. */

export const lacksColumns = (file: string, found: readonly string[]): Text => ({
  en: `${file}: a table of outcomes has the columns date, product, input; found ${found.join(", ") || "none"}`,
  zh: zhJoin(file, "：结果表须有 date、product、input 三列；现有", found.join("、") || "无"),
});
export const noDate = (file: string, line: number, found: string): Text => ({
  en: `${file}, line ${line}: “${found}” is not a date; write 2024-11-30`,
  zh: `${file} 第 ${line} 行：“${found}”不是日期，应写成 2024-11-30`,
});
export const noProduct = (file: string, line: number, found: string): Text => ({
  en: `${file}, line ${line}: the scenario has no product “${found}” (vendor.product)`,
  zh: `${file} 第 ${line} 行：情景中没有产品“${found}”（写作 厂商.产品）`,
});
export const noPrice = (file: string, line: number, found: string): Text => ({
  en: `${file}, line ${line}: “${found}” is no price; a number of 0 or more, per million tokens`,
  zh: `${file} 第 ${line} 行：“${found}”不是价格；应为不小于 0 的数，按每百万 token 计`,
});
interface Again {
  readonly what: string;
  readonly when: string;
  readonly before: number; // line
}
export const toldTwice = (file: string, line: number, { what, when, before }: Again): Text => ({
  en: `${file}, line ${line}: ${what} on ${when} stands in line ${before} already; a product has one price a day`,
  zh: `${file} 第 ${line} 行：${what} 在 ${when} 的价格已见第 ${before} 行；一个产品一天只有一个价格`,
});
export const atLine = (file: string, line: number, what: Text): Text => ({
  en: `${file}, line ${line}: ${what.en}`,
  zh: `${file} 第 ${line} 行：${what.zh}`,
});
export const nothingToScore = (file: string, last: string): Text => ({
  en: `${file}: no price to score; the forecasts are of days up to ${last}`,
  zh: zhJoin(file, `：没有可用来评分的价格；预测只到 ${last}`),
});
