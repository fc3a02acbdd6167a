import { changeServing, reach, reachProblem } from "./serving.ts";
import { eventKind } from "./event-kind.ts";

const bits = { type: "number", unit: "1", default: null, range: [1, 32] } as const;

export const quantisation = eventKind({
  id: "quantisation",
  label: { en: "Quantisation", zh: "量化" },
  description: {
    en: "Weights or KV cache are stored in fewer bits from a date on: more room for a batch, less to read.",
    zh: "自某日起权重或 KV 缓存用更少的比特存储：批可以更大，读取量更小。",
  },
  parameters: {
    ...reach,
    weightBits: { ...bits, label: { en: "Bits a weight", zh: "权重位宽" } },
    kvBits: { ...bits, label: { en: "Bits a cached number", zh: "KV 缓存位宽" } },
  },
  example: { product: "zhipu.glm-4", weightBits: 8, kvBits: 8 },
  problem: (scenario, event) => {
    if (event.weightBits !== null || event.kvBits !== null) return reachProblem(scenario, event);
    return { en: "changes nothing: give weightBits or kvBits", zh: "没有改变任何东西：请给出 weightBits 或 kvBits" };
  },
  apply(model, market, event) {
    const { weightBits, kvBits } = event;
    changeServing(model, market, event, { weightBits, kvBits });
  },
});
