import { changeServing, reach, reachProblem } from "./serving.ts";
import { eventKind } from "./event-kind.ts";

const share = { type: "number", unit: "1", default: null, range: [0, 1] } as const;
const utilisation = { type: "number", unit: "1", default: null, range: [0.001, 1] } as const;

export const batching = eventKind({
  id: "batching",
  label: { en: "Batching and caching", zh: "批处理与缓存" },
  description: {
    en: "Better batching, kernels, overlap or prefix caching from a date on: more of the hardware's peak is used.",
    zh: "自某日起批处理、算子、通信重叠或前缀缓存得到改进，硬件峰值利用得更充分。",
  },
  parameters: {
    ...reach,
    mfuDecode: { ...utilisation, label: { en: "MFU, decoding", zh: "解码算力利用率（MFU）" } },
    mbu: { ...utilisation, label: { en: "Share of memory bandwidth reached (MBU)", zh: "显存带宽利用率（MBU）" } },
    overlap: { ...share, label: { en: "Communication hidden behind arithmetic", zh: "被计算掩盖的通信比例" } },
    cacheHit: { ...share, label: { en: "Input found in the prefix cache", zh: "输入命中缓存的比例" } },
  },
  example: { product: "deepseek.v2", cacheHit: 0.5 },
  problem: (scenario, event) => {
    const given = [event.mfuDecode, event.mbu, event.overlap, event.cacheHit].some((x) => x !== null);
    if (given) return reachProblem(scenario, event);
    return {
      en: "changes nothing: give mfuDecode, mbu, overlap or cacheHit",
      zh: "没有改变任何东西：请给出 mfuDecode、mbu、overlap 或 cacheHit",
    };
  },
  apply(model, market, event) {
    const { mfuDecode, mbu, overlap, cacheHit } = event;
    changeServing(model, market, event, { mfuDecode, mbu, overlap, cacheHit });
  },
});
