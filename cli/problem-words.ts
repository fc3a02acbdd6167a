import type { Text } from "../engine/index.ts";

/** What is wrong with a command line, and what would be right. */

export const expected = (flag: string, given: unknown, right: Text): Text => ({
  en: `${flag} ${String(given)}: expected ${right.en}`,
  zh: `${flag} ${String(given)}：应为${right.zh}`,
});

export const needs = (what: string, flag: string): Text => ({
  en: `${what} needs ${flag}`,
  zh: `${what} 需要与 ${flag} 同用`,
});
export const PATH: Text = { en: "the name of a file or folder", zh: "文件或文件夹的名称" };
export const needsOut = (what: string): Text => ({ en: `${what} needs --out`, zh: `${what} 需要 --out` });

/** A name there is none of, with the nearest there is and all there are. */
export const noSuchThing = (flag: string, id: string, near: string | null, ids: readonly string[]): Text => ({
  en: `${flag} ${id}: no such thing${near ? `; did you mean “${near}”?` : "."} There are ${ids.join(", ")}`,
  zh: `${flag} ${id}：没有这一项${near ? `，是否指“${near}”？` : "。"}可选：${ids.join("、")}`,
});
export const noScenarioOrFile = (name: string, near: string | null, ids: readonly string[]): Text => ({
  en: `no scenario or file “${name}”${near ? `; did you mean “${near}”?` : "."} Scenarios that come with pricewar: ${ids.join(", ")}`,
  zh: `没有名为“${name}”的情景或文件${near ? `，是不是“${near}”？` : "。"}自带情景：${ids.join("、")}`,
});
export const noDesign = (name: string, ids: readonly string[]): Text => ({
  en: `no design or file “${name}”. Designs that come with pricewar: ${ids.join(", ")}`,
  zh: `没有名为 “${name}” 的设计或文件。自带设计：${ids.join("、")}`,
});
export const noTable = (name: string): Text => ({
  en: `no file “${name}” next to the design`,
  zh: `设计文件旁没有名为“${name}”的文件`,
});
export const noVendor = (flag: string, id: string, ids: readonly string[]): Text => ({
  en: `${flag} ${id}: no such vendor; there are ${ids.join(", ")}`,
  zh: `${flag} ${id}：没有这家厂商；可选：${ids.join("、")}`,
});
export const noKind = (name: string, ids: readonly string[]): Text => ({
  en: `no kind “${name}”; there are ${ids.join(", ")}`,
  zh: `没有 “${name}” 这一类；可选：${ids.join("、")}`,
});
export const noCase = (name: string, ids: readonly string[]): Text => ({
  en: `no case “${name}”; there are ${ids.join(", ")}`,
  zh: `没有算例 “${name}”；可选：${ids.join(", ")}`,
});
export const noOutcomes = (name: string, ids: readonly string[]): Text => ({
  en: `no public outcomes for “${name}”; there are some for ${ids.join(", ")}`,
  zh: `情景 “${name}” 没有可比的公开数据；有数据的是：${ids.join("、")}`,
});
export const oneOf = (flag: string, given: unknown, ids: readonly string[]): Text => ({
  en: `${flag} ${String(given)}: expected ${ids.join(", ")}`,
  zh: `${flag} ${String(given)}：应为 ${ids.join("、")}`,
});

/** Numbers and dates. */
export const wholeNumberBetween = (flag: string, given: string, low: number, high: number): Text => ({
  en: `${flag} ${given}: expected a whole number from ${low} to ${high}`,
  zh: `${flag} ${given}：应为 ${low} 到 ${high} 之间的整数`,
});
export const numberBetween = (flag: string, given: string, low: number, high: number): Text => ({
  en: `${flag} ${given}: expected a number from ${low} to ${high}`,
  zh: `${flag} ${given}：应为 ${low} 到 ${high} 之间的数`,
});
export const numberInside = (flag: string, given: unknown, low: number, high: number): Text => ({
  en: `--${flag} ${String(given)}: expected a number, ${low} < x < ${high}`,
  zh: `--${flag} ${String(given)}：应为数，且 ${low} < x < ${high}`,
});
export const dayBetween = (flag: string, given: string, first: string, last: string): Text => ({
  en: `${flag} ${given}: expected a date from ${first} to ${last}`,
  zh: `${flag} ${given}：应为 ${first} 至 ${last} 之间的日期`,
});
export const outsideTime = (given: string, first: string, last: string): Text => ({
  en: `${given}: outside the scenario's time (${first} – ${last})`,
  zh: `${given}：不在情景的时间范围内（${first} – ${last}）`,
});
export const mustBeEarlier = (from: string, to: string): Text => ({
  en: `--from ${from}: must be earlier than --to ${to}`,
  zh: `--from ${from}：必须早于 --to ${to}`,
});
export const tooFewPairs = (runs: number): Text => ({
  en: `-n ${runs}: a paired comparison needs at least 2 runs`,
  zh: `-n ${runs}：成对比较至少需要 2 次运行`,
});

export const RIGHT = {
  backend: { en: "local or redis://host:port", zh: " local 或 redis://主机:端口" },
  date: { en: "a date such as 2024-06-30", zh: "日期，如 2024-06-30" },
  positive: { en: "a positive number", zh: "正数" },
  gpuPrice: {
    en: "the price of a GPU hour, like 14.4CNY or 2 USD/GPU/h",
    zh: " GPU 每小时的价格，例如 14.4CNY 或 2 USD/GPU/h",
  },
  volume: { en: "tokens a day, like 30 Gtok/day", zh: "每日 token 量，例如 30 Gtok/day" },
} as const satisfies Readonly<Record<string, Text>>;

/** How a flag is written. */
export const setHow = (given: string): Text => ({
  en: `--set ${given}: expected path=value, e.g. --set demand.mu=0.3`,
  zh: `--set ${given}：应写作“路径=值”，如 --set demand.mu=0.3`,
});
export const shardHow = (given: unknown): Text => ({
  en: `--shard ${String(given)}: expected i/n, like 2/5`,
  zh: `--shard ${String(given)}：应写作 i/n，如 2/5`,
});
export const probabilityHow = (given: string): Text => ({
  en: `--probability ${given}: expected “output < number” or “output > number”`,
  zh: `--probability ${given}：应写作“结果 < 数”或“结果 > 数”`,
});
export const kernelHow = (given: unknown, ids: readonly string[]): Text => ({
  en: `--kernel ${String(given)}: ${ids.join(" or ")}`,
  zh: `--kernel ${String(given)}：应为 ${ids.join(" 或 ")}`,
});
export const methodHow = (given: string, ids: readonly string[]): Text => ({
  en: `--method ${given}: expected ${ids.join(", ")}`,
  zh: `--method ${given}：可选 ${ids.join("、")}`,
});
/** Designs. */
export const noRanges = (name: string): Text => ({
  en: `scenario ${name} gives no ranges; write a design file that lists parameters`,
  zh: `情景 ${name} 没有给出任何范围；请写一个设计文件，列出 parameters`,
});

/** Files. */
export const noFile = (file: string): Text => ({ en: `${file}: no such file`, zh: `${file}：没有这个文件` });
export const notAFile = (name: string): Text => ({ en: `${name}: not a file`, zh: `${name}：不是普通文件` });
export const isFolder = (name: string): Text => ({
  en: `${name}: a folder; expected a scenario file`,
  zh: `${name}：这是文件夹，应为情景文件`,
});
export const scenarioTooLarge = (file: string, size: string): Text => ({
  en: `${file}:1:1  the file is too large (over ${size}); a scenario file has at most 1 MB`,
  zh: `${file}:1:1  文件过大（超过 ${size}），情景文件上限为 1 MB`,
});
export const designTooLarge = (name: string): Text => ({
  en: `${name}: the file is too large; a design or a table has at most 5 MB`,
  zh: `${name}：文件过大，设计或表格上限为 5 MB`,
});
export const leftAsItIs = (file: string): Text => ({
  en: `${file} exists; it is left as it is`,
  zh: `${file} 已经存在，不会覆盖`,
});
export const notJson = (file: string, why: string): Text => ({
  en: `${file}: not valid JSON (${why})`,
  zh: `${file}：不是有效的 JSON（${why}）`,
});
export const lacks = (file: string, keys: readonly string[]): Text => ({
  en: `${file}: lacks ${keys.join(", ")}`,
  zh: `${file}：缺少 ${keys.join("、")}`,
});
export const NO_APP: Text = { en: "dist/app is missing: npm run build", zh: "没有 dist/app，请先运行 npm run build" };

/** Plugins, queues, ports. */
export const inFile = (file: string, what: Text): Text => ({ en: `${file}: ${what.en}`, zh: `${file}：${what.zh}` });
export const NEEDS_TYPESCRIPT: Text = {
  en: "a TypeScript plugin needs tsx or Node 22.18: npm install tsx, or write it as .mjs",
  zh: "读取 TypeScript 插件需要 tsx 或 Node 22.18 以上：请运行 npm install tsx，或改写成 .mjs",
};
export const unreadablePlugin = (why: string): Text => ({
  en: `the plugin cannot be read: ${why}`,
  zh: `无法读取插件：${why}`,
});
export const portTaken = (port: number): Text => ({ en: `port ${port} is taken`, zh: `端口 ${port} 已被占用` });

/** Reports. */
export const tooManyScenarios = (most: number): Text => ({
  en: `at most ${most} scenarios make a report`,
  zh: `一份报告最多 ${most} 个情景`,
});
export const tooLarge = (runs: number, need: string, have: string, most: number): Text => ({
  en: `-n ${runs}: a report holds every run at once, about ${need} GB, and about ${have} GB is free. Use -n ${most} or less; pricewar ensemble takes any number.`,
  zh: `-n ${runs}：报告需要同时保留所有运行，约 ${need} GB，可用约 ${have} GB。请用 -n ${most} 以内；更大的样本用 pricewar ensemble。`,
});

export const noFocus = (given: string): Text => ({
  en: `--focus ${given}: write vendors.<id>.tokenShare@2024-12-31, products.<id>.priceInput or market.hhi`,
  zh: `--focus ${given}：请写成 vendors.<id>.tokenShare@2024-12-31、products.<id>.priceInput 或 market.hhi`,
});
export const noPicture = (path: string): Text => ({
  en: `--logo ${path}: a png, jpg or svg file is needed`,
  zh: `--logo ${path}：需要 png、jpg 或 svg 文件`,
});

export const noSuchCurrency = (given: string): Text => ({
  en: `--currency: “${given}” is no currency; write USD, CNY or EUR`,
  zh: `--currency：“${given}”不是已知币种；请写 USD、CNY 或 EUR`,
});
export const noRate = (from: string, to: string): Text => ({
  en: `--currency: the scenario has no rate from ${from} to ${to}; give one: --set fx.${to}='<rate> ${from}/${to}'`,
  zh: `--currency：情景里没有 ${from} 与 ${to} 之间的汇率；可自行给出：--set fx.${to}='<汇率> ${from}/${to}'`,
});
export const AS_RECORDED: Text = {
  en: "--currency: csv, json and parquet hold the run as it was recorded, in its own currency; xlsx, html and charts convert",
  zh: "--currency：csv、json、parquet 保存运行的原始记录，币种不变；xlsx、html 与图表可以折算",
};

export const STUCK: Text = {
  en: "ended before it was done: something waits for what can come no more; a plugin, if one was given, should be looked at",
  zh: "没有做完就结束了：有一步在等待不会再来的结果；如果用了插件，请先检查插件",
};
