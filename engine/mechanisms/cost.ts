import { dropEvents, editProducts, editSegments, editVendors } from "./edit.ts";
import type { Mechanism } from "./mechanism.ts";

/** Why serving a token gets cheaper: technology, attention, scale, research, scheduling. */
export const costMechanisms: readonly Mechanism[] = [
  {
    id: "M-1",
    title: { en: "Inference technology", zh: "推理技术进步" },
    claim: {
      en: "Guosheng: cuts may come from better inference technology and falling inference cost.",
      zh: "国盛证券：降价可能源于推理技术进步、推理成本下降。",
    },
    files: ["engine/market/phases/costs.ts", "engine/events/technology.ts", "engine/market/spillover.ts"],
    parameters: ["costs.technology", "events: technology, attention, quantisation, batching"],
    off: (s) =>
      dropEvents({ ...s, costs: { ...s.costs, technology: 0 } }, "technology", "attention", "quantisation", "batching"),
  },
  {
    id: "M-2",
    title: { en: "Attention and the KV cache", zh: "注意力优化与 KV 缓存" },
    claim: {
      en: "Huatai: DeepSeek-V2's attention needs far less KV cache, so it serves more per GPU.",
      zh: "华泰证券：DeepSeek-V2 的注意力优化大幅减少 KV 缓存，提高单卡效率。",
    },
    files: ["engine/costs/kv-cache.ts", "engine/costs/batch.ts", "engine/events/attention.ts"],
    parameters: ["cost.architecture", "events: attention"],
    off: (s) => dropEvents(s, "attention"),
  },
  {
    id: "M-6",
    title: { en: "Scale", zh: "规模效应" },
    claim: { en: "Zhou Jingren: prices fall because of scale.", zh: "周靖人：价格下降来自规模效应。" },
    files: ["engine/costs/replicas.ts", "engine/costs/experience.ts", "engine/costs/curve.ts"],
    parameters: ["cost.learning", "cost.minimumScale", "cost.plannedReplicas"],
    off: (s) => editProducts(s, ({ cost }) => ({ cost: { ...cost, learning: 0, ...flatScale(cost.kind) } })),
  },
  {
    id: "M-7",
    title: { en: "Research makes better and cheaper", zh: "研发提升质量与效率" },
    claim: { en: "Zhou Jingren: … and because of good technology.", zh: "周靖人：……也来自优质技术。" },
    files: ["engine/research/progress.ts"],
    parameters: ["vendors.*.research"],
    off: (s) =>
      editVendors(s, ({ research }) => ({
        research: research && { ...research, arrivals: 0, efficiency: 0, catchUp: 0 },
      })),
  },
  {
    id: "M-8",
    title: { en: "Resource scheduling", zh: "资源调度" },
    claim: { en: "Zhou Jingren: … and because of resource scheduling.", zh: "周靖人：……也来自资源调度。" },
    files: ["engine/costs/load.ts", "engine/market/scheduling.ts", "engine/events/off-peak.ts"],
    parameters: ["vendors.*.load", "vendors.*.offPeak", "demand.segments.*.deferrable"],
    off(s) {
      const flat = editVendors(s, ({ offPeak }) => ({ offPeak: { ...offPeak, discount: 0 } }));
      return dropEvents(
        editSegments(flat, () => ({ deferrable: 0 })),
        "off-peak",
      );
    },
  },
];

/**
 * Without scale effects a curve has no minimum scale, and a roofline plans on a fleet too large for its size to matter.
 */
function flatScale(kind: string): Readonly<Record<string, number>> {
  return kind === "roofline" ? { plannedReplicas: 1e6 } : kind === "curve" ? { minimumScale: 0 } : {};
}
