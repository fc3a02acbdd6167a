import { type Language, type Said, say, type Scenario, type Text } from "../../engine/index.ts";
import { fullName, vendorName } from "../../words/names.ts";
import { zhJoin } from "../../words/punctuation.ts";

/** What a number of a scenario file is called; the path itself where there is no better word. */

const KEYS: Readonly<Record<string, Text>> = {
  launch: { en: "launch", zh: "发布日期" },
  "price.input": { en: "input price", zh: "输入价" },
  "price.output": { en: "output price", zh: "输出价" },
  "price.month": { en: "price per month", zh: "月价" },
  "price.second": { en: "price per second", zh: "每秒价格" },
  quality: { en: "quality", zh: "质量" },
  cash: { en: "cash", zh: "现金" },
  purse: { en: "parent’s purse", zh: "母公司支持" },
  trust: { en: "trust", zh: "信任度" },
  captive: { en: "captive use", zh: "自用量" },
  "strategy.kind": { en: "pricing rule", zh: "定价规则" },
};

const ownedBy: Said<(whose: string, word: string) => string> = {
  en: (whose, word) => `${whose}: ${word}`,
  zh: (whose, word) => zhJoin(whose, "的", word),
};

export function pathName(path: string, scenario: Scenario, lang: Language): string {
  const lever = scenario.levers.find(({ paths }) => paths[0].path === path);
  if (lever) return say(lever.label, lang);
  const [, vendor, product, key] = /^vendors\.([^.]+)(?:\.products\.([^.]+))?\.(.+)$/.exec(path) ?? [];
  const word = key === undefined ? undefined : KEYS[key];
  if (!word || !scenario.vendors[vendor]) return path;
  const whose =
    product === undefined ? vendorName(scenario, vendor, lang) : fullName(scenario, `${vendor}.${product}`, lang);
  return say(ownedBy, lang)(whose, say(word, lang));
}
