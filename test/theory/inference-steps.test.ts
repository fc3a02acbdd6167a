import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Architecture,
  cacheRead,
  decodeFlop,
  decodeStep,
  demandBatch,
  expertsTouched,
  fullBatch,
  kvBytes,
  type KnownGpu,
  latencyBatch,
  memoryBatch,
  prefillFlop,
  replica,
  throughput,
  weightBytes,
  weightsRead,
  withAttention,
  WORKLOAD,
} from "../../engine/costs/inference.ts";
import { ARCHITECTURES, GPUS } from "../../engine/costs/catalogue.generated.ts";
import { gpuHours, prepare } from "../../engine/costs/roofline.ts";
import type { RooflineParameters } from "../../engine/costs/roofline-parameters.ts";
import { costModels, findArchitecture, findGpu, withDefaults } from "../../engine/index.ts";

const architecture = (id: string): Architecture => findArchitecture(id)!;
const gpu = (id: string): KnownGpu => findGpu(id) as KnownGpu;
const V2 = architecture("deepseek-v2");
const H800 = gpu("h800");
const roofline = costModels.get("roofline");
const prepared = (given: Partial<RooflineParameters> & { architecture: string; gpu: string }) =>
  prepare(withDefaults(roofline.parameters, given) as unknown as RooflineParameters);

const anyArchitecture = fc.constantFrom(...ARCHITECTURES);
const anyGpu = fc.constantFrom(...GPUS.filter((g): g is KnownGpu => g.bandwidth !== null));
const anyBatch = fc.integer({ min: 1, max: 4096 });
const anyContext = fc.integer({ min: 64, max: 65_536 });
const anyReplica = fc.tuple(anyArchitecture, anyGpu).map(([a, g]) => replica(a, g));

describe("KV cache", () => {
  test("per token falls from MHA through GQA to MQA, and bytes follow bits", () => {
    fc.assert(
      fc.property(anyArchitecture, fc.integer({ min: 2, max: 16 }), (a, bits) => {
        const [mha, gqa, mqa] = (["MHA", "GQA", "MQA"] as const).map((kind) => kvBytes(withAttention(a, kind), bits));
        expect(mha).toBeGreaterThanOrEqual(gqa);
        expect(gqa).toBeGreaterThan(mqa);
        expect(mha / mqa).toBeCloseTo(a.attention.heads, 9);
        expect(kvBytes(a, 2 * bits)).toBe(2 * kvBytes(a, bits));
      }),
    );
  });
  test("under MLA does not grow with the number of heads", () => {
    const latent = withAttention(architecture("llama-2-70b"), "MLA");
    const doubled = { ...latent, attention: { ...latent.attention, heads: 2 * latent.attention.heads } };
    expect(kvBytes(doubled, 16)).toBe(kvBytes(latent, 16));
    expect(withAttention(V2, "MLA")).toBe(V2);
  });
});

describe("MLA against GQA with 8 groups, all else DeepSeek-V2's", () => {
  const cheaper = (context: number) => {
    const rate = (a: Architecture) => throughput(replica(a, H800, { gpus: 8 }), { ...WORKLOAD, context }).output;
    return rate(V2) / rate(withAttention(V2, "GQA", 8));
  };
  test("decodes dearer below about 3k tokens of context: it trades memory for arithmetic", () => {
    for (const context of [500, 1000, 1500, 2000]) expect(cheaper(context)).toBeLessThan(1);
    expect(cheaper(3500)).toBeGreaterThan(1);
  });
  test("decodes about 1.8 times cheaper at 32k", () => {
    expect(cheaper(32_768)).toBeGreaterThan(1.7);
    expect(cheaper(32_768)).toBeLessThan(1.95);
  });
  test("does more arithmetic a token and reads less cache", () => {
    const gqa = withAttention(V2, "GQA", 8);
    expect(decodeFlop(V2, 4096)).toBeGreaterThan(decodeFlop(gqa, 4096));
    expect(cacheRead(V2, 16, 1, 4096)).toBeLessThan(cacheRead(gqa, 16, 1, 4096) / 3);
  });
});

describe("a decoding step", () => {
  test("takes longer with a larger batch or context, but less time a token", () => {
    fc.assert(
      fc.property(anyReplica, anyBatch, anyContext, (s, batch, context) => {
        const t = decodeStep(s, batch, context).seconds;
        const larger = decodeStep(s, 2 * batch, context).seconds;
        expect(larger).toBeGreaterThan(t);
        expect(larger / 2).toBeLessThan(t);
        expect(decodeStep(s, batch, 2 * context).seconds).toBeGreaterThanOrEqual(t);
      }),
    );
  });
  test("is the slower of arithmetic and memory, plus what does not overlap", () => {
    const { compute, memory, collective, overhead, seconds } = decodeStep(replica(V2, H800), 512, 4096);
    expect(seconds).toBe(Math.max(compute, memory) + collective + overhead);
    expect(decodeStep(replica(architecture("llama-2-7b"), gpu("a100"), { gpus: 1 }), 8, 512).collective).toBe(0);
  });
  test("can be asked of a model that would not fit", () => {
    const squeezed = replica(architecture("deepseek-v3-r1"), gpu("a100"), { gpus: 1 });
    expect(memoryBatch(squeezed, 1000)).toBeLessThan(0);
    expect(decodeStep(squeezed, 1, 1000).seconds).toBeGreaterThan(0);
  });
  test("of a mixture touches k/E of the experts alone, and nearly all in a large batch: sparsity needs batch", () => {
    expect(expertsTouched({ routed: 160, active: 6 }, 1)).toBeCloseTo(6 / 160, 12);
    const read = (batch: number) => weightsRead(V2, 8, batch) / weightBytes(V2, 8);
    expect(read(1)).toBeLessThan(0.1);
    expect(read(512)).toBeGreaterThan(0.99);
    const dense = architecture("llama-3-70b");
    expect(weightsRead(dense, 16, 1)).toBe(weightsRead(dense, 16, 512));
  });
  test("reading a prompt is not absorbed: less arithmetic a token than decoding under MLA", () => {
    expect(prefillFlop(V2, 8192)).toBeLessThan(decodeFlop(V2, 8192));
  });
});

describe("the batch", () => {
  test("is the largest that fits in memory and keeps the speed: one more breaks what binds", () => {
    fc.assert(
      fc.property(anyReplica, anyContext, fc.integer({ min: 5, max: 60 }), (s, context, minSpeed) => {
        const { batch, binding } = fullBatch(s, context, minSpeed);
        const tooSlow = (b: number) => decodeStep(s, b, context).seconds * minSpeed > 1;
        if (binding === "memory") expect(memoryBatch(s, context)).toBeLessThanOrEqual(batch);
        else expect(tooSlow(batch + 1)).toBe(true);
        if (batch > 1) expect(tooSlow(batch)).toBe(false);
        expect(latencyBatch(s, context, minSpeed)).toBeGreaterThanOrEqual(batch > 1 ? batch : 0);
      }),
    );
  });
  test("under less traffic follows Little's law: sequences under way = rate x time of a step", () => {
    const s = replica(V2, H800);
    const full = fullBatch(s, 1500, 20).batch;
    for (const rate of [500, 5000, 20_000]) {
      const batch = demandBatch(s, 1500, { rate, full });
      expect(batch).toBeCloseTo(rate * decodeStep(s, batch, 1500).seconds, 6);
      expect(batch).toBeLessThan(full);
    }
    expect(demandBatch(s, 1500, { rate: 1e9, full })).toBe(full);
  });
  test("grows under quantisation where memory binds, and cost falls", () => {
    const at = (kvBits: number, weightBits: number) =>
      prepared({ architecture: "qwen-72b", gpu: "h800", gpus: 8, context: 4096, kvBits, weightBits });
    const [plain, cache, weights] = [at(16, 16), at(8, 16), at(16, 8)];
    expect(plain.full.binding).toBe("memory");
    expect(cache.full.batch).toBeGreaterThanOrEqual(2 * plain.full.batch);
    expect(weights.full.batch).toBeGreaterThan(plain.full.batch);
    for (const better of [cache, weights]) expect(gpuHours(better).output).toBeLessThan(gpuHours(plain).output);
  });
});
