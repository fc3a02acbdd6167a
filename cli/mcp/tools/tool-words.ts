import type { Text } from "../../../engine/index.ts";

interface Words {
  readonly title: Text;
  readonly description: Text;
}

/** What assistants read of each tool. */
export const LIST: Words = {
  title: { en: "What there is", zh: "有哪些可选项" },
  description: {
    en: "What there is to choose from: scenarios with the question each asks, strategies, event kinds, designs, and the metric paths (outputs) that other tools take.",
    zh: "列出可选项：情景及其问题、定价策略、事件类型、实验设计，以及其他工具可用的指标路径（outputs）。",
  },
};

export const DESCRIBE: Words = {
  title: { en: "What a scenario holds", zh: "情景里有什么" },
  description: {
    en: "A scenario without running it: its question, days, vendors, products, levers (what may be moved, from where to where) and the facts its numbers rest on. path narrows the facts to one branch (vendors.deepseek) and adds the schema of that field.",
    zh: "不运行，只看情景：它的问题、起止日期、厂商、产品、可调节项及其范围，以及各数值所依据的事实。path 把事实限定在一支（如 vendors.deepseek），并附该字段的 schema。",
  },
};

export const CHECK: Words = {
  title: { en: "Is a scenario valid?", zh: "检查情景" },
  description: {
    en: "Reads a scenario (a library id or YAML text, with values set over it) without running it. Every fault is told with line, column, what was expected and the nearest valid name.",
    zh: "只读取情景（自带情景名或 YAML 文本，可再改动若干值），不运行。每处错误都给出行、列、应有的写法和最接近的正确名称。",
  },
};

export const RUN: Words = {
  title: { en: "Run a scenario", zh: "运行情景" },
  description: {
    en: "Runs a scenario once or over many seeds: who wins, how far prices and costs fall, and any metric path, each with its band over the runs. set changes values first: that is a what-if.",
    zh: "运行情景一次或多次（换随机种子）：谁赢、价格和成本跌多少，以及任意指标，各附运行之间的区间。用 set 先改动若干值，即可回答“如果”。",
  },
};

export const COMPARE: Words = {
  title: { en: "Compare two scenarios", zh: "对照两个情景" },
  description: {
    en: "What changes between two scenarios, or between one and a what-if of it: other less base over paired runs that share their draws, with 95 % intervals. For 'what if' questions this is surer than two runs.",
    zh: "两个情景之间，或某情景与其“如果”之间有何变化：成对运行（共用随机数）的 other 减 base，附 95% 区间。回答“如果”时，比各跑一次更可靠。",
  },
};

export const EXPLAIN: Words = {
  title: { en: "Why did prices move?", zh: "价格为什么变" },
  description: {
    en: "Pass-through or price war: splits each price change between two days into cost and margin, holds it against the price of competition (static Nash), and gives a verdict with how many runs agree. nash: true takes a minute a run for a large market; false is quick, with weaker verdicts.",
    zh: "成本传导还是价格战：把两日之间的每个价格变化拆成成本与毛利两部分，与竞争价格（静态 Nash）对照，给出结论及多少次运行一致。nash: true 在大市场每次运行约需一分钟；false 很快，但结论较弱。",
  },
};

export const EXPERIMENT: Words = {
  title: { en: "Many runs to a purpose", zh: "批量实验" },
  description: {
    en: "sweep: outputs over ranges of parameters. sensitivity: what drives an outcome. optimise: the best setting under noise. calibrate: fit to observations. equilibrium: cost, Nash and cartel prices of a scenario on one day, or a merger's with merge (a minute or two in a large market). The first four take a design: an id, or the object a design file would hold.",
    zh: "sweep：在参数范围内看结果；sensitivity：哪些参数左右结果；optimise：随机扰动下的最优取值；calibrate：拟合观测值；equilibrium：某情景某日的成本、Nash 价与卡特尔价，或用 merge 看合并（大市场需一两分钟）。前四种需要 design：自带设计名，或与设计文件同样的对象。",
  },
};

export const REPORT: Words = {
  title: { en: "A report to hand in", zh: "生成报告" },
  description: {
    en: "A report on a scenario, or on a scenario against a baseline (the second), as text: Markdown, one HTML page, or JSON. Nothing is written to disk. Templates: brief, board (two pages about focus) and more; every sentence holds numbers with their paths.",
    zh: "生成一份报告：单个情景，或与基准（第二个）对照；以文本返回：Markdown、单页 HTML 或 JSON，不写入磁盘。可选模板 brief、board（围绕 focus 的两页）等；每句话里的数都带路径。",
  },
};
