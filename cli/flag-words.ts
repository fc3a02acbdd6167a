import { type Language, type Text } from "../engine/text/text.ts";

/** A flag as commander writes it, what help says of it, and its value when it is not given. */
export type Flag = readonly [flag: string, words: Text, usual?: string | boolean];

export const SAID = {
  product: { en: "A price-war simulator of the LLM-API market", zh: "大模型 API 市场的价格战模拟器" },
  version: { en: "show the version", zh: "显示版本号" },
  language: { en: "language", zh: "语言" },
  example: { en: "Example", zh: "示例" },
} as const satisfies Readonly<Record<string, Text>>;

/** Flags that verbs share; a verb has those that it uses. */
export const SHARED = {
  set: [
    "--set <path=value>",
    {
      en: "change one value of the scenario; repeatable, units allowed",
      zh: "修改情景中的一个值，可重复，可带单位",
    },
  ],
  plugin: [
    "--plugin <file>",
    {
      en: "load strategies, cost models or metrics of your own; repeatable",
      zh: "加载自己写的策略、成本模型或指标，可重复",
    },
  ],
  seed: ["--seed <seed>", { en: "seed of all draws", zh: "随机种子" }, "1"],
  agents: ["--agents <n>", { en: "how many agents are simulated", zh: "模拟的用户数" }],
  weeks: ["--weeks <n>", { en: "stop after n weeks", zh: "只跑前 n 周" }],
  workers: ["--workers <n>", { en: "how many runs at once", zh: "并行进程数" }],
  kernel: [
    "--kernel <js|wasm>",
    {
      en: "who computes the hot loops, to the same bits; default: the fastest there is",
      zh: "热点循环用哪种实现，结果逐位相同；默认用最快的",
    },
  ],
} as const satisfies Readonly<Record<string, Flag>>;

/** Of these, those that can be given more than once. */
export const REPEATABLE: readonly string[] = ["set", "plugin"];

/** The flags that every verb understands. */
export const commonFlags = (lang: Language, writes: boolean): readonly Flag[] => [
  ["--lang <zh|en>", SAID.language, lang],
  ["--json", { en: "machine-readable result", zh: "机器可读的结果" }, false],
  ["--quiet", { en: "nothing but the result", zh: "只输出结果" }, false],
  ["--out <path>", writes ? WRITES : PRINTS],
];

const WRITES: Text = { en: "write the result to a folder or file", zh: "把结果写到文件夹或文件" };
const PRINTS: Text = { en: "write what is printed to a file too", zh: "把打印的内容也写到文件" };
