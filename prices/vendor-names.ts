import type { Text } from "../engine/text/text.ts";

interface Known {
  readonly name: Text;
  readonly also: readonly string[]; // as price files call them
}

/** Vendors by their id in scenarios, and what price files call them. A further one is a line. */
const VENDORS: Readonly<Record<string, Known>> = {
  openai: { name: { en: "OpenAI", zh: "OpenAI" }, also: ["text-completion-openai"] },
  anthropic: { name: { en: "Anthropic", zh: "Anthropic" }, also: ["claude"] },
  google: { name: { en: "Google", zh: "谷歌" }, also: ["gemini", "vertex_ai-language-models", "google-ai-studio"] },
  xai: { name: { en: "xAI", zh: "xAI" }, also: ["x-ai", "grok"] },
  mistral: { name: { en: "Mistral", zh: "Mistral" }, also: ["mistralai"] },
  deepseek: { name: { en: "DeepSeek", zh: "DeepSeek" }, also: ["deepseek-ai", "深度求索", "深度求索（deepseek）"] },
  zhipu: { name: { en: "Zhipu AI", zh: "智谱" }, also: ["zhipuai", "z-ai", "zai", "bigmodel", "智谱ai", "zhipu"] },
  moonshot: { name: { en: "Moonshot AI", zh: "月之暗面" }, also: ["moonshotai", "kimi", "moonshot", "月暗"] },
  minimax: { name: { en: "MiniMax", zh: "MiniMax" }, also: ["稀宇", "稀宇科技"] },
  xiaomi: { name: { en: "Xiaomi", zh: "小米" }, also: ["mimo", "xiaomimimo"] },
  bytedance: {
    name: { en: "ByteDance", zh: "字节跳动" },
    also: ["volcengine", "bytedance-seed", "doubao", "ark", "字节", "火山引擎", "火山", "豆包"],
  },
  alibaba: {
    name: { en: "Alibaba Cloud", zh: "阿里云" },
    also: ["alibaba", "aliyun", "dashscope", "qwen", "bailian", "阿里", "阿里巴巴", "通义", "通义千问", "百炼"],
  },
  tencent: { name: { en: "Tencent", zh: "腾讯" }, also: ["hunyuan", "混元", "腾讯云", "腾讯混元"] },
  baidu: { name: { en: "Baidu", zh: "百度" }, also: ["qianfan", "ernie", "wenxin", "文心", "千帆", "百度智能云"] },
  iflytek: { name: { en: "iFlytek", zh: "科大讯飞" }, also: ["讯飞", "spark", "讯飞星火", "星火"] },
  stepfun: { name: { en: "StepFun", zh: "阶跃星辰" }, also: ["stepfun-ai", "阶跃"] },
};

/** Names without case, spaces and marks, so that “GLM 4-Plus” and “glm-4-plus” are one. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const byName = new Map(
  Object.entries(VENDORS).flatMap(([id, { name, also }]) =>
    [id, name.en, name.zh, ...also].map((known) => [plainName(known), id] as const),
  ),
);

interface Named {
  readonly name: Text;
  readonly short?: Text;
}

/** Tells which vendor a file means: one of those given by any of its names, else one that is known here; or null. */
export function namesOf(given: Readonly<Record<string, Named>>): (named: string) => string | null {
  const own = new Map(
    Object.entries(given).flatMap(([id, { name, short }]) =>
      [id, name.en, name.zh, short?.en, short?.zh].flatMap((x) =>
        x === undefined ? [] : [[plainName(x), id] as const],
      ),
    ),
  );
  return (named) => own.get(plainName(named)) ?? byName.get(plainName(named)) ?? null;
}

/** A name for people of a vendor that a scenario does not have yet. */
export const vendorName = (id: string, named: string): Text => VENDORS[id]?.name ?? { en: named, zh: named };

/** An id as scenarios write them; names that have no Latin letter get a number of their own. */
export const idOf = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "");
