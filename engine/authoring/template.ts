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
  `${schemaLine(schema)}${say(TEMPLATE, lang)(id, from)}`;

interface NewScenario {
  readonly id: string;
  readonly from: string;
  readonly lang: Language;
  readonly schema: string; // where an editor finds it: a path from the file, or an address
}

/** Tells editors where the schema is. */
const schemaLine = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

const BLANK_BODY = `clock: {start: 2026-01-01, weeks: 52}
currency: USD
demand:
  kind: mixed-logit
  agents: 4000                    # simulated; they stand for \`population\` users
  population: 100000
  mu: 0.25
  fixedCost: {median: 1.2, sd: 0.4}
  volume: {level: 50 Mtok/week, sd: 1.2}
  outputShare: {from: 0.15, to: 0.35}
  segments:
    developers:
      label: {en: Developers, zh: 开发者}
      weight: 1
      lnV: {mean: 1.6, sd: 0.8}     # ln of what a million tokens are worth, USD
      switching: {mean: 0.3, sd: 0.2}
      attention: {base: 0.05}       # part of users who reconsider, a week
      adoption: {base: 0.05}
costs: {gpuPrice: 2 USD/GPU/h, referenceGpuPrice: 2 USD/GPU/h, technology: 40 %/year}
vendors:
  incumbent:
    name: {en: Incumbent, zh: 在位者}
    trust: 0.2
    strategy: {kind: best-response, reviewDays: 28}
    products:
      large:
        price: {input: 2 USD/Mtok, output: 8 USD/Mtok}
        cost: {kind: curve, input: 0.4, output: 1.6, learning: 0.1}
  entrant:
    name: {en: Entrant, zh: 新进入者}
    strategy: {kind: hold}
    products:
      model:
        quality: -0.1               # ln g, 0 is the incumbent's
        launch: 2026-04-01
        price: {input: 0.5 USD/Mtok, output: 2 USD/Mtok}
        cost: {kind: curve, input: 0.2, output: 0.8, learning: 0.1}
`;

const BLANK: Said<(id: string) => string> = {
  en: (
    id,
  ) => `# A small market from nothing: two vendors, one kind of user. Every number is an assumption: put in yours.
#   pricewar check ${id}.yaml      is it right?
#   pricewar run ${id}.yaml        what happens?
#   pricewar list events           what can happen on a date
id: ${id}
title: {en: "My market", zh: "我的市场"}
question: {en: "What do I want to know?", zh: "我想知道什么？"}
${BLANK_BODY}`,
  zh: (id) => `# 从零开始的小市场：两家厂商、一类用户。所有数字都是假设，请换成你自己的。
#   pricewar check ${id}.yaml      检查写得对不对
#   pricewar run ${id}.yaml        看会发生什么
#   pricewar list events           某一天可以发生哪些事
id: ${id}
title: {en: "My market", zh: "我的市场"}
question: {en: "What do I want to know?", zh: "我想知道什么？"}
${BLANK_BODY}`,
};

/** A small scenario that extends nothing, runs as it is and says what its numbers mean. */
export const blankScenarioText = ({ id, lang, schema }: Omit<NewScenario, "from">): string =>
  `${schemaLine(schema)}${say(BLANK, lang)(id)}`;
