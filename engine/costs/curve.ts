import { costModel } from "./cost-model.ts";
import { experience } from "./experience.ts";
import type { Traffic } from "./replicas.ts";

/**
 * Experience curve: c = c0 (GPU price / reference) (1 + Q/Q0)^-b (1 + Qmes/q) / (technology efficiency load), with own
 * experience Q, weekly volume q and progress ratio 2^-b. Volume below Qmes counts as Qmes: a launch is planned.
 */
export const curve = costModel({
  id: "curve",
  label: { en: "Experience curve", zh: "经验曲线" },
  description: {
    en: "A quoted cost that falls with the GPU price, technology and own experience (Wright 1936).",
    zh: "以给定成本为起点，随 GPU 价格、技术进步和自身经验下降（Wright 1936）。",
  },
  parameters: {
    input: {
      type: "number",
      unit: "money/Mtok",
      range: [0, 1e6],
      label: { en: "Input cost at full load", zh: "满载时的输入成本" },
    },
    output: {
      type: "number",
      unit: "money/Mtok",
      range: [0, 1e6],
      label: { en: "Output cost at full load", zh: "满载时的输出成本" },
    },
    learning: {
      type: "number",
      unit: "1",
      default: 0,
      range: [0, 2],
      label: { en: "Learning exponent b", zh: "学习指数 b" },
    },
    reference: {
      type: "number",
      unit: "Mtok",
      default: 1e7,
      range: [1e-9, 1e15],
      label: { en: "Tokens behind the quoted cost", zh: "对应起点成本的累计 token" },
    },
    referenceGpuPrice: {
      type: "number",
      unit: "money/GPU/h",
      default: null, // the scenario's costs.referenceGpuPrice
      range: [1e-9, 1e6],
      label: { en: "GPU price behind the quoted cost", zh: "对应起点成本的 GPU 价格" },
    },
    minimumScale: {
      type: "number",
      unit: "Mtok/week",
      default: 0,
      range: [0, 1e15],
      label: { en: "Volume at which thin traffic doubles the cost", zh: "使成本翻倍的小流量规模" },
    },
  },
  example: { input: 0.35, output: 0.85, learning: 0.12 },
  prepare: (p, quoted) => ({ ...p, referenceGpuPrice: p.referenceGpuPrice ?? quoted.referenceGpuPrice }),
  unitCost(p, { gpuPrice, technology, efficiency, load, cumulative, traffic }) {
    const learning = experience(cumulative, p.reference, p.learning) / efficiency;
    const factors = [gpuPrice / p.referenceGpuPrice, 1 / technology, learning, thin(p.minimumScale, traffic), 1 / load];
    const factor = factors.reduce((a, b) => a * b, 1);
    return { input: p.input * factor, output: p.output * factor, factors };
  },
});

/** 1 + Qmes/q: what volume below efficient scale adds to cost. */
function thin(minimumScale: number, traffic: Traffic | undefined): number {
  if (!traffic || minimumScale === 0) return 1;
  return 1 + minimumScale / Math.max(minimumScale, traffic.input + traffic.output);
}
