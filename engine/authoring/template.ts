import { type Language, type Said, say } from "../text/text.ts";

type Template = (id: string, from: string) => string;

const english: Template = (
  id,
  from,
) => `# A scenario of your own. It says only what differs from ${from}; everything else is taken from there.
#   pricewar check ${id}.yaml      is it right?
#   pricewar run ${id}.yaml        what happens?
#   pricewar compare ${from} ${id}.yaml      what changed?
extends: ${from}
id: ${id}
title: {en: "My scenario", zh: "我的情景"}
question: {en: "What do I want to know?", zh: "我想知道什么？"}

# Any number may be plain, carry its unit, or say where it comes from:
#   2        2 CNY/Mtok        {value: 2 CNY/Mtok, source: assumption, range: [1, 4]}
# vendors:
#   deepseek:
#     products:
#       v2: {price: {input: 2 CNY/Mtok, output: 4 CNY/Mtok}}

# What happens on a date: price, quality, trust, retire, gpu-price, technology (pricewar list events).
# events:
#   - {date: 2024-06-18, kind: price, product: baidu.ernie-4, price: {input: 30 CNY/Mtok, output: 60 CNY/Mtok}}

# A claim of yours, checked over 20 seeds by the tests of a scenario library:
# expect:
#   - {claim: {en: "Prices fall by half.", zh: "价格跌一半。"}, metric: market.priceIndex, at: 2024-12-31, below: 0.5}
`;

const chinese: Template = (id, from) => `# 你自己的情景：只写与 ${from} 不同的地方，其余照用。
#   pricewar check ${id}.yaml      检查写得对不对
#   pricewar run ${id}.yaml        看会发生什么
#   pricewar compare ${from} ${id}.yaml      看差在哪里
extends: ${from}
id: ${id}
title: {en: "My scenario", zh: "我的情景"}
question: {en: "What do I want to know?", zh: "我想知道什么？"}

# 数可以直接写，可以带单位，也可以注明来源和合理范围：
#   2        2 元/百万token        {value: 2 CNY/Mtok, source: assumption, range: [1, 4]}
# vendors:
#   deepseek:
#     products:
#       v2: {price: {input: 2 CNY/Mtok, output: 4 CNY/Mtok}}

# 在某一天发生的事：price、quality、trust、retire、gpu-price、technology（见 pricewar list events）。
# events:
#   - {date: 2024-06-18, kind: price, product: baidu.ernie-4, price: {input: 30 CNY/Mtok, output: 60 CNY/Mtok}}

# 你的判断，情景库的测试会用 20 个种子检验：
# expect:
#   - {claim: {en: "Prices fall by half.", zh: "价格跌一半。"}, metric: market.priceIndex, at: 2024-12-31, below: 0.5}
`;

const TEMPLATE: Said<Template> = { en: english, zh: chinese };

/** A commented scenario file to start from: it extends another and shows what can be changed. */
export const newScenarioText = ({ id, from, lang, schema }: NewScenario): string =>
  `# yaml-language-server: $schema=${schema}\n${say(TEMPLATE, lang)(id, from)}`;

interface NewScenario {
  readonly id: string;
  readonly from: string;
  readonly lang: Language;
  readonly schema: string; // where an editor finds it: a path from the file, or an address
}
