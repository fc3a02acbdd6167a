import { changeServing, reach, reachProblem } from "./serving.ts";
import { eventKind } from "./event-kind.ts";

export const attention = eventKind({
  id: "attention",
  label: { en: "Attention optimisation", zh: "注意力优化" },
  description: {
    en:
      "Products are served with another attention from a date on: less KV cache, larger batches " +
      "(DeepSeek-AI 2024, arXiv 2405.04434).",
    zh: "自某日起换用另一种注意力机制：KV 缓存更小，批更大（DeepSeek-AI 2024，arXiv 2405.04434）。",
  },
  parameters: {
    ...reach,
    attention: { type: "choice", choices: ["MHA", "GQA", "MQA", "MLA"], label: { en: "Attention", zh: "注意力机制" } },
    kvHeads: {
      type: "integer",
      unit: "1",
      default: 8,
      range: [1, 1024],
      label: { en: "KV heads of GQA", zh: "GQA 的 KV 头数" },
    },
  },
  example: { product: "zhipu.glm-4", attention: "MLA" },
  problem: reachProblem,
  apply(model, market, event) {
    const { attention: kind, kvHeads } = event;
    changeServing(model, market, event, { attention: kind, kvHeads });
  },
});
