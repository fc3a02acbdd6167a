import type { VerbEntry } from "../verb.ts";

/**
 * The table of verbs, in the order of help. A new one is a file next to this one and an entry here, which says what
 * help lists. The file loads when the verb is asked for: with all that they need, all verbs take half a second to load.
 */
export const verbs: readonly VerbEntry[] = [
  {
    name: "list",
    args: "[kind]",
    summary: {
      en: "Scenarios, strategies, cost models, event kinds, architectures, GPUs, metrics, charts and validation cases",
      zh: "列出情景、策略、成本模型、事件类型、模型架构、GPU、指标、图表和验证算例",
    },
    load: async () => (await import("./list.ts")).list,
  },
  {
    name: "new",
    args: "<file>",
    summary: { en: "A commented scenario file to start from", zh: "生成带注释的情景文件，供你修改" },
    load: async () => (await import("./new.ts")).create,
  },
  {
    name: "import",
    args: "<file>",
    summary: {
      en: "Prices from a file (litellm, OpenRouter, genai-prices, models.dev, CSV, Excel, a paste), with a preview",
      zh: "从文件导入价格（litellm、OpenRouter、genai-prices、models.dev、CSV、Excel、粘贴文本），先预览",
    },
    load: async () => (await import("./import.ts")).importVerb,
  },
  {
    name: "check",
    args: "<scenario>",
    summary: {
      en: "Validates a scenario; errors with file, line, column and the nearest valid name",
      zh: "检查情景文件；报错给出文件、行、列和最接近的正确写法",
    },
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "run",
    args: "<scenario>",
    summary: { en: "One replication: headline answers and terminal charts", zh: "运行一次：给出主要结论和终端图表" },
    load: async () => (await import("./run.ts")).runVerb,
  },
  {
    name: "bill",
    args: "<scenario> <product>",
    summary: {
      en: "What a segment's traffic costs at a product's tariff, line by line",
      zh: "按产品的价目规则，逐行列出某用户群用量的账单",
    },
    load: async () => (await import("./bill.ts")).bill,
  },
  {
    name: "compare",
    args: "<a> <b> [more...]",
    summary: {
      en: "Paired runs of two or more scenarios, differences with bands",
      zh: "成对运行两个以上情景，给出差异及其区间",
    },
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "ensemble",
    args: "<scenario>",
    summary: {
      en: "One scenario over many seeds: quantile bands and probabilities",
      zh: "同一情景换多个随机种子运行：分位区间与概率",
    },
    load: async () => (await import("./ensemble.ts")).ensemble,
  },
  {
    name: "sweep",
    args: "<design>",
    summary: {
      en: "Many runs over ranges of parameters: grid, Latin hypercube or Sobol' sequence; resumable",
      zh: "在参数范围内批量运行：网格、拉丁超立方或 Sobol' 序列；可中断续跑",
    },
    load: async () => (await import("./sweep.ts")).sweep,
  },
  {
    name: "merge",
    args: "<shards...>",
    summary: {
      en: "Put the shards of a sweep together; the same bytes as one machine would have written",
      zh: "把一次批量运行的各个分片合并，结果与单机运行逐字节相同",
    },
    load: async () => (await import("./merge.ts")).merge,
  },
  {
    name: "worker",
    args: "",
    summary: {
      en: "A worker process that takes runs of sweeps from a Redis queue, on this machine or another",
      zh: "工作进程：从 Redis 队列领取批量运行的任务，可在任意机器上启动",
    },
    load: async () => (await import("./worker.ts")).worker,
  },
  {
    name: "status",
    args: "",
    summary: {
      en: "What a queue is doing: workers, batches, how far each sweep is",
      zh: "队列的状态：工作进程、批次、各次批量运行的进度",
    },
    load: async () => (await import("./status.ts")).status,
  },
  {
    name: "sensitivity",
    args: "<scenario|design>",
    summary: {
      en: "Which parameters drive an outcome: one at a time, Morris or Sobol' indices, with intervals",
      zh: "哪些参数左右结果：逐一变动、Morris 筛选或 Sobol' 指数，附区间",
    },
    load: async () => (await import("./sensitivity.ts")).sensitivityVerb,
  },
  {
    name: "optimise",
    args: "<design>",
    summary: {
      en: "The best setting of some parameters, or the one that reaches a goal, under noise",
      zh: "在随机扰动下寻找使某个结果最优、或恰好达到目标的参数取值",
    },
    load: async () => (await import("./optimise.ts")).optimise,
  },
  {
    name: "calibrate",
    args: "<design>",
    summary: {
      en: "Fit parameters to observed numbers and series, with a hold-out and a warning where the data cannot tell",
      zh: "用观测到的数值和序列拟合参数，留出一部分作检验，并指出数据无法识别的参数",
    },
    load: async () => (await import("./calibrate.ts")).calibrate,
  },
  {
    name: "posterior",
    args: "<design>",
    summary: {
      en: "What observations leave open of some parameters: equally likely draws, for --draws of an ensemble",
      zh: "观测值给参数留下的余地：若干组同等可能的取值，供 ensemble 的 --draws 使用",
    },
    load: async () => (await import("./posterior.ts")).posterior,
  },
  {
    name: "report",
    args: "<scenario> [baseline] [more...]",
    summary: {
      en: "A report worth handing in, on a scenario alone or against a baseline",
      zh: "生成可以直接上交的报告：单个情景，或与基准对照",
    },
    load: async () => (await import("./report.ts")).reportVerb,
  },
  {
    name: "export",
    args: "<folder>",
    summary: {
      en: "A run folder's tables as CSV, JSON lines or Parquet, its charts and data as SVG, PNG, Excel and more",
      zh: "把结果文件夹中的表导出为 CSV、JSON（逐行）或 Parquet，或把图表与数据导出为 SVG、PNG、Excel 等",
    },
    load: async () => (await import("./export.ts")).exportVerb,
  },
  {
    name: "elasticity",
    args: "<scenario>",
    summary: {
      en: "How much less is sold where prices rise, by segment and product; with bands over what is not known",
      zh: "涨价后销量减少多少：按用户群和产品，某一天，可含未知参数的区间",
    },
    load: async () => (await import("./elasticity.ts")).elasticityVerb,
  },
  {
    name: "cost",
    args: "<architecture>",
    summary: {
      en: "Inference cost of a model on a GPU, and the roofline behind it",
      zh: "某模型在某 GPU 上的推理成本，以及背后的屋顶线分析",
    },
    load: async () => (await import("./cost.ts")).cost,
  },
  {
    name: "equilibrium",
    args: "<scenario>",
    summary: {
      en: "Prices against theory on one day: unit cost, Nash, cartel",
      zh: "某一天的价格与理论对照：单位成本、Nash 价、卡特尔价",
    },
    load: async () => (await import("./equilibrium.ts")).equilibriumVerb,
  },
  {
    name: "learning",
    args: "<scenario>",
    summary: {
      en: "Where pricing algorithms that learn by trying end up (Q-learning, as in Calvano et al. 2020)",
      zh: "只靠试错学习的定价算法最终停在哪里（Q 学习，依 Calvano 等 2020）",
    },
    load: async () => (await import("./learning.ts")).learningVerb,
  },
  {
    name: "explain",
    args: "<scenario>",
    summary: {
      en: "Pass-through or price war: what made prices fall, what it did, and whether it paid",
      zh: "成本传导还是价格战：价格为什么跌、带来什么、值不值",
    },
    load: async () => (await import("./explain.ts")).explainVerb,
  },
  {
    name: "validate",
    args: "[case]",
    summary: {
      en: "Published results against ours: expected, got, tolerance, verdict, source",
      zh: "用已发表的结果检验引擎：期望值、所得值、容差、结论、出处",
    },
    load: async () => (await import("./validate.ts")).validateVerb,
  },
  {
    name: "backtest",
    args: "[scenario]",
    summary: {
      en: "A history scenario against public outcomes: what was fitted, what is a test, errors with bands",
      zh: "用公开数据检验历史情景：哪些是拟合的、哪些是检验，误差及其区间",
    },
    load: async () => (await import("./backtest.ts")).backtestVerb,
  },
  {
    name: "mcp",
    args: "",
    summary: {
      en: "A server for assistants (Model Context Protocol): they ask, each number says where it comes from",
      zh: "供 AI 助手调用的服务（Model Context Protocol）：每个数都说明来历",
    },
    load: async () => (await import("./mcp.ts")).mcp,
  },
  {
    name: "diff",
    args: "<version>",
    summary: {
      en: "What this version answers otherwise than another, over the whole library: how much, and why",
      zh: "本版本与另一版本在整个情景库上的差异：差多少、为什么",
    },
    load: async () => (await import("./diff.ts")).diff,
  },
  {
    name: "serve",
    args: "",
    summary: { en: "Serves the app on this machine", zh: "在本机启动网页应用" },
    load: async () => (await import("./serve.ts")).serve,
  },
  {
    name: "class",
    args: "[game]",
    summary: {
      en: "A game for a class: people join from their phones by a code, you have the board",
      zh: "课堂对局：学生用手机输入课堂码加入，教师掌控面板",
    },
    load: async () => (await import("./class.ts")).classVerb,
  },
  {
    name: "pack",
    args: "<lesson|game>",
    summary: {
      en: "A lesson or a game against bots as homework: one HTML file, or a SCORM package",
      zh: "把课程或人机对局打包成作业：单个 HTML 文件或 SCORM 包",
    },
    load: async () => (await import("./pack.ts")).pack,
  },
  {
    name: "start",
    args: "",
    summary: {
      en: "Runs China 2024, prints the headline answers and serves the app",
      zh: "运行“中国 2024”，给出主要结论并启动网页应用",
    },
    load: async () => (await import("./start.ts")).start,
  },
];
