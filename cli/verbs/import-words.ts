import { type Language, type Said, say, type Text } from "../../engine/index.ts";
import type { Problem } from "../../engine/text/errors.ts";
import { labelled } from "../../words/punctuation.ts";

export const SCENARIO: Text = { en: "scenario's price list", zh: "情景的价目" };
export const OWN: Text = { en: "the scenario's sources", zh: "以情景所列来源为准" };
export const NO_DATE: Text = {
  en: "--from: expected a date, like 2026-12-01",
  zh: "--from：应为日期，例如 2026-12-01",
};
export const HINT: Text = {
  en: "Nothing is written yet: --out mine.yaml makes a scenario of it, --csv prices.csv a table.",
  zh: "尚未写入任何文件：--out mine.yaml 生成情景，--csv prices.csv 生成表格。",
};

export const noPrices = (file: string): Text => ({
  en:
    `${file}: no prices found in it. Expected litellm's price map, OpenRouter's list, genai-prices, models.dev, or a table ` +
    "(CSV, Excel, pasted) whose headings name a model and an input price",
  zh:
    `${file}：其中没有找到价格。可以是 litellm 价格表、OpenRouter 模型列表、genai-prices、models.dev，或表头含模型与输入价的表格` +
    "（CSV、Excel、粘贴文本）",
});

const MOST_SAID = 3;

const saidOf = (problems: readonly Problem[], lang: Language): string =>
  problems
    .slice(0, MOST_SAID)
    .map(
      ({ path, text }) => `\n  ${path.length > 0 ? labelled(path.join("."), say(text, lang), lang) : say(text, lang)}`,
    )
    .join("");

export const unsound = (file: string, problems: readonly Problem[]): Text => ({
  en: `${file} is not written, for it would not be a sound scenario:${saidOf(problems, "en")}`,
  zh: `未写入 ${file}：这些价目写成情景后不成立：${saidOf(problems, "zh")}`,
});

export const more: Said<(count: number) => string> = {
  en: (count) => `and ${count.toLocaleString("en")} more`,
  zh: (count) => `等，另有 ${count.toLocaleString("en")} 行`,
};

export const wrote: Said<(file: string) => string> = {
  en: (file) => `Wrote ${file}.`,
  zh: (file) => `已写好 ${file}。`,
};

export const next: Said<(base: string, file: string) => string> = {
  en: (base, file) => `Next: pricewar compare ${base} ${file}    pricewar report ${file} ${base} --out reports`,
  zh: (base, file) => `下一步：pricewar compare ${base} ${file}    pricewar report ${file} ${base} --out reports`,
};

export const NOTHING: Text = {
  en: "no price list of the file can be used: nothing to write. Without --out the preview says why",
  zh: "文件里没有可用的价目，不写入任何文件；不加 --out 可看预览与原因",
};
export const SAME: Text = {
  en: "No price of the file is otherwise than the record's: there is nothing to write.",
  zh: "文件中的价格与记录一致，没有需要写入的内容。",
};
