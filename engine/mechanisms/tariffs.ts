import type { Answers, TrafficLaw } from "../scenario/traffic.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { editProducts, editSegments } from "./edit.ts";
import type { Mechanism } from "./mechanism.ts";

const FILES = ["engine/tariff/answers.ts", "engine/tariff/integrate.ts"];

/** Segments whose buyers answer tariffs otherwise. */
const answering = (s: Scenario, edit: (answers: Answers) => Partial<Answers>): Scenario =>
  editSegments(s, ({ traffic }) => ({ traffic: withAnswers(traffic, edit) }));

const withAnswers = (traffic: TrafficLaw, edit: (answers: Answers) => Partial<Answers>): TrafficLaw => ({
  ...traffic,
  answers: { ...traffic.answers, ...edit(traffic.answers) },
});

/** How buyers answer tariffs and plans: mechanisms of 2026, not of the article. */
export const tariffMechanisms: readonly Mechanism[] = [
  {
    id: "T-1",
    title: { en: "Work that waits for cheap hours", zh: "任务移至低价时段" },
    claim: {
      en: "DeepSeek, August 2026: off-peak prices guide work to idle hours. How much can wait is an assumption.",
      zh: "DeepSeek 2026 年 8 月：低谷价引导任务错峰。可以等待的份额为假设。",
    },
    files: [...FILES, "engine/market/scheduling.ts"],
    parameters: ["demand.segments.*.deferrable", "demand.segments.*.traffic.answers.wait"],
    off: (s) => editSegments(s, () => ({ deferrable: 0 })),
  },
  {
    id: "T-2",
    title: { en: "Batch by who can wait a day", zh: "能等一天的任务走批处理" },
    claim: {
      en: "Batch interfaces sell at half price (OpenAI and others). The share that can wait is an assumption.",
      zh: "OpenAI 等的批处理接口半价。能等的份额为假设。",
    },
    files: FILES,
    parameters: ["vendors.*.products.*.tariff.batch", "demand.segments.*.traffic.answers.batch"],
    off: (s) => answering(s, ({ batch }) => ({ batch: { ...batch, share: 0 } })),
  },
  {
    id: "T-3",
    title: { en: "Shorter prompts where length is dear", zh: "长提示词贵时缩短" },
    claim: {
      en: "Prices step with prompt length (Gemini, Haiku 5.5, Doubao). The elasticity of length is an assumption.",
      zh: "价格随提示词长度分段（Gemini、Haiku 5.5、豆包）。长度弹性为假设。",
    },
    files: FILES,
    parameters: ["vendors.*.products.*.tariff.brackets", "demand.segments.*.traffic.answers.trim"],
    off: (s) => answering(s, () => ({ trim: { elasticity: 0 } })),
  },
  {
    id: "T-4",
    title: { en: "Prompts made cacheable", zh: "让提示词命中缓存" },
    claim: {
      en: "Xiaomi, May 2026: hit rates of 93 to 95 % at a fiftieth of the price. The cost of it is an assumption.",
      zh: "小米 2026 年 5 月：缓存价低至五十分之一后命中率 93 % 至 95 %。改造代价为假设。",
    },
    files: FILES,
    parameters: ["demand.segments.*.cachedShare", "demand.segments.*.traffic.answers.cache"],
    off: (s) => answering(s, ({ cache }) => ({ cache: { ...cache, share: 0 } })),
  },
  {
    id: "T-5",
    title: { en: "Tasks routed down a tier", zh: "任务下沉到便宜档位" },
    claim: {
      en: "Tunguz, August 2026: when frontier prices rise, work is routed down a tier rather than stopped.",
      zh: "Tunguz 2026 年 8 月：旗舰涨价时，任务先下沉一档，而不是停用。",
    },
    files: ["engine/demand/routing.ts", "engine/demand/deliver.ts"],
    parameters: ["demand.segments.*.traffic.answers.route"],
    off: (s) => answering(s, ({ route }) => ({ route: { ...route, share: 0 } })),
  },
  {
    id: "T-6",
    title: { en: "Cost per task, not per token", zh: "按任务而非按 token 计成本" },
    claim: {
      en: "Studies of 2025 find up to 23 times the tokens for the same result between models.",
      zh: "2025 年的研究发现，不同模型完成同一任务的 token 可差 23 倍。",
    },
    files: ["engine/demand/terms.ts", "engine/demand/deliver.ts"],
    parameters: ["vendors.*.products.*.tokensPerTask", "vendors.*.products.*.outputPerTask"],
    off: (s) => editProducts(s, () => ({ tokensPerTask: 1, outputPerTask: 1 })),
  },
  {
    id: "T-7",
    title: { en: "Plans against paying by the token", zh: "套餐与按量计费的选择" },
    claim: {
      en: "Coding plans by the month (Zhipu, Volcengine) compete with the same vendors' API: tokens per yuan.",
      zh: "智谱、火山引擎等的按月编程套餐与各自 API 竞争：比的是每元 token 数。",
    },
    files: ["engine/demand/plans.ts", "engine/scenario/plans.ts", "engine/demand/mixed-logit/bonus.ts"],
    parameters: ["vendors.*.products.*.plan", "demand.segments.*.also"],
    off: (s) => editSegments(s, () => ({ also: [] })),
  },
  {
    id: "T-8",
    title: { en: "Printed ends of promotions foreseen", zh: "预见促销公布的结束日" },
    claim: {
      en: "Google prints ends with its prices (Gemini 3.8 Flash: 31 December 2026). How far buyers look is assumed.",
      zh: "谷歌公布优惠价的截止日（Gemini 3.8 Flash：2026 年 12 月 31 日）。买家看多远为假设。",
    },
    files: ["engine/tariff/foresight.ts", "engine/demand/mixed-logit/tables.ts"],
    parameters: ["vendors.*.products.*.tariff.promotions", "demand.segments.*.traffic.answers.foresee"],
    off: (s) => answering(s, () => ({ foresee: { weeks: 0 } })),
  },
  {
    id: "T-9",
    title: { en: "Terms by volume, each buyer by its own bill", zh: "用量条款按各自的账单计" },
    claim: {
      en: "Volume steps and commitments (clouds' price lists) are reached by large buyers, not by the mean one.",
      zh: "云厂商价目中的用量分档与承诺消费，只有用量大的买家才够得着，而不是“平均买家”。",
    },
    files: ["engine/tariff/own-terms.ts", "engine/demand/mixed-logit/own-bill.ts"],
    parameters: ["vendors.*.products.*.tariff.volume", "demand.segments.*.traffic.answers.bill"],
    off: (s) => answering(s, () => ({ bill: "mean" })),
  },
];
