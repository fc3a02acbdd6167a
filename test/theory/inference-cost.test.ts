import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accountingCost,
  busyReplicas,
  deferredShare,
  experience,
  loadFactor,
  peakTariff,
  progressRatio,
  replicasNeeded,
  thinTraffic,
} from "../../engine/costs/inference.ts";
import { gpuHours, prepare } from "../../engine/costs/roofline.ts";
import type { RooflineParameters } from "../../engine/costs/roofline-parameters.ts";
import { COST_FACTORS, type CostConditions, costModels, costSheet, withDefaults } from "../../engine/index.ts";

const roofline = costModels.get("roofline");
const prepared = (given: Partial<RooflineParameters> & { architecture: string; gpu: string }) =>
  prepare(withDefaults(roofline.parameters, given) as unknown as RooflineParameters);
const plenty: CostConditions = { gpuPrice: 14.4, technology: 1, efficiency: 1, load: 1, cumulative: 0 };

describe("unit cost by the roofline", () => {
  test("of DeepSeek-V2 on H800s at 14.4 CNY an hour is where its experience curve starts, 0.36 and 0.89", () => {
    const { input, output } = roofline.unitCost(prepared({ architecture: "deepseek-v2", gpu: "h800" }), plenty);
    expect(input).toBeGreaterThan(0.36 / 1.05);
    expect(input).toBeLessThan(0.36 * 1.05);
    expect(output).toBeGreaterThan(0.89 / 1.05);
    expect(output).toBeLessThan(0.89 * 1.05);
  });
  test("of DeepSeek-V3 decodes within a quarter of what its maker measured, 14,800 tokens/s a node of 8", () => {
    const { full, serving } = prepared({ architecture: "deepseek-v3-r1", gpu: "h800", context: 4989 });
    const perNode = (8 * full.output) / serving.gpus;
    expect(Math.abs(perNode / 14_800 - 1)).toBeLessThan(0.25);
  });
  test("is the product of its five factors: their ratios explain any change of it, exactly", () => {
    const conditions = fc.record({
      gpuPrice: fc.double({ min: 1, max: 50, noNaN: true }),
      technology: fc.double({ min: 0.5, max: 20, noNaN: true }),
      efficiency: fc.double({ min: 0.5, max: 5, noNaN: true }),
      load: fc.double({ min: 0.05, max: 1, noNaN: true }),
      cumulative: fc.double({ min: 0, max: 1e9, noNaN: true }),
      traffic: fc.option(
        fc.record({
          input: fc.double({ min: 0, max: 1e7, noNaN: true }),
          output: fc.double({ min: 0, max: 1e7, noNaN: true }),
        }),
        { nil: undefined },
      ),
    });
    const models = [
      prepared({ architecture: "deepseek-v2", gpu: "h800", learning: 0.12 }),
      prepared({ architecture: "llama-3-70b", gpu: "a100" }),
    ];
    fc.assert(
      fc.property(conditions, fc.constantFrom(...models), (c, p) => {
        const { input, output, factors } = roofline.unitCost(p, c);
        expect(factors.length).toBe(COST_FACTORS.length);
        const product = factors.reduce((a, b) => a * b, 1);
        expect(Math.abs(product / (0.75 * input + 0.25 * output) - 1)).toBeLessThan(1e-12);
      }),
    );
  });
  test("is proportional to the GPU's price, and falls with bandwidth, technology and load", () => {
    const p = prepared({ architecture: "llama-3-70b", gpu: "h100" });
    const cost = (c: Partial<CostConditions>) => roofline.unitCost(p, { ...plenty, ...c }).output;
    expect(cost({ gpuPrice: 28.8 })).toBeCloseTo(2 * cost({}), 12);
    expect(cost({ technology: 2 })).toBeCloseTo(cost({}) / 2, 12);
    expect(cost({ load: 0.25 })).toBeCloseTo(4 * cost({}), 12);
    const faster = prepared({ architecture: "llama-3-70b", gpu: "h100", bandwidth: 4800 });
    expect(roofline.unitCost(faster, plenty).output).toBeLessThan(cost({}));
  });
  test("falls to the progress ratio with each doubling of own experience, and with own efficiency", () => {
    const p = prepared({ architecture: "deepseek-v2", gpu: "h800", learning: 0.15, reference: 1e6 });
    const cost = (c: Partial<CostConditions>) => roofline.unitCost(p, { ...plenty, ...c }).input;
    expect(cost({ cumulative: 1e6 }) / cost({})).toBeCloseTo(progressRatio(0.15), 12);
    expect(cost({ efficiency: 1.25 })).toBeCloseTo(cost({}) / 1.25, 12);
  });
  test("after a change of serving is what it would have been had it always been served so", () => {
    const start = { architecture: "deepseek-v2", gpu: "h800", gpus: 16, learning: 0.1 };
    const before = prepared({ ...start, weightBits: 16, kvBits: 16 });
    const changes = { weightBits: 8, kvBits: 6, mfuDecode: 0.6, mbu: 0.8, cacheHit: 0.3 };
    expect(roofline.change!(before, changes)).toEqual(prepared({ ...start, ...changes }));
    expect(roofline.change!(before, {})).toEqual(before);
  });
  test("charges a cache hit a fraction of a miss", () => {
    const cost = (cacheHit: number) =>
      roofline.unitCost(prepared({ architecture: "deepseek-v2", gpu: "h800", cacheHit }), plenty);
    expect(cost(0.5).input / cost(0).input).toBeCloseTo(1 - 0.5 * 0.9, 12);
    expect(cost(0.5).output).toBe(cost(0).output);
  });
});

describe("scale (M-6)", () => {
  const p = prepared({ architecture: "deepseek-v2", gpu: "h800", plannedReplicas: 0.001 });
  const cost = (volume: number) =>
    roofline.unitCost(p, { ...plenty, load: 0.5, traffic: { input: 0.75 * volume, output: 0.25 * volume } }).output;

  test("thin traffic is dear: a whole replica waits for it", () => {
    const full = roofline.unitCost(p, { ...plenty, load: 0.5 }).output;
    expect(cost(100) / full).toBeGreaterThan(20);
    expect(cost(1e7) / full).toBeLessThan(1.03);
  });
  test("doubling the volume never raises the unit cost, and never lowers the fleet", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (y) => {
        expect(thinTraffic(2 * y)).toBeLessThanOrEqual(thinTraffic(y));
        expect(replicasNeeded(2 * y)).toBeGreaterThanOrEqual(replicasNeeded(y));
        expect(replicasNeeded(y)).toBeGreaterThanOrEqual(y);
      }),
    );
  });
  test("matters below about five replicas and hardly above fifty", () => {
    expect(thinTraffic(0.1)).toBe(10);
    expect(thinTraffic(5)).toBeGreaterThan(1.15);
    expect(thinTraffic(50)).toBeLessThan(1.05);
  });
  test("a launch is planned: its first trickle does not price it", () => {
    const planned = prepared({ architecture: "deepseek-v2", gpu: "h800" });
    const at = (volume: number) =>
      roofline.unitCost(planned, { ...plenty, traffic: { input: volume, output: 0 } }).output;
    expect(at(0)).toBe(at(1));
    expect(at(0)).toBeCloseTo(thinTraffic(1) * roofline.unitCost(planned, plenty).output, 12);
  });
  test("on an experience curve, volume at the minimum efficient scale costs twice as much as any volume", () => {
    const curve = costModels.get("curve");
    const c = curve.prepare(withDefaults(curve.parameters, { input: 1, output: 2, minimumScale: 1000 }), {
      referenceGpuPrice: 14.4,
    });
    const at = (input: number) => curve.unitCost(c, { ...plenty, traffic: { input, output: 0 } }).output;
    expect(at(1000)).toBe(4);
    expect(at(1e9)).toBeCloseTo(2, 5);
    expect(at(3000)).toBeLessThan(at(2000));
  });
});

describe("what the fleet really costs", () => {
  const p = prepared({ architecture: "deepseek-v2", gpu: "h800", plannedReplicas: 0.001 });
  const traffic = { input: 60_000, output: 20_000 };

  test("is the long-run cost when the fleet is just what the traffic needs", () => {
    const load = 0.5;
    const needed = replicasNeeded(busyReplicas(p.full, traffic) / load);
    const real = accountingCost(gpuHours(p), traffic, { gpus: needed * p.serving.gpus, gpuPrice: 14.4 })!;
    const longRun = roofline.unitCost(p, { ...plenty, load, traffic });
    expect(real.input).toBeCloseTo(longRun.input, 12);
    expect(real.output).toBeCloseTo(longRun.output, 12);
    expect(costSheet(p, { gpuPrice: 14.4, load, traffic }).unitCost.output).toBeCloseTo(longRun.output, 12);
  });
  test("adds up to the rent of every GPU, idle or not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 10_000 }), fc.double({ min: 1, max: 1e5, noNaN: true }), (gpus, output) => {
        const served = { input: 3 * output, output };
        const { input, output: out } = accountingCost(gpuHours(p), served, { gpus, gpuPrice: 14.4 })!;
        expect((input * served.input + out * served.output) / (gpus * 168 * 14.4)).toBeCloseTo(1, 12);
      }),
    );
    expect(accountingCost(gpuHours(p), { input: 0, output: 0 }, { gpus: 8, gpuPrice: 14.4 })).toBeNull();
  });
});

describe("resource scheduling (M-8)", () => {
  test("jobs that can wait fill the valley: the load rises, until the day is flat", () => {
    const load = (deferrable: number) => loadFactor({ peakToMean: 2.5, deferrable, headroom: 0.1 });
    expect(load(0)).toBeCloseTo(0.36, 12);
    expect(load(0.2)).toBeGreaterThan(load(0));
    expect(load(0.6)).toBeCloseTo(0.9, 12);
    expect(load(0.9)).toBeCloseTo(0.9, 12);
  });
  test("DeepSeek's day of February 2025, 226.75 nodes on average and 278 at the peak, is a load of 82 %", () => {
    expect(loadFactor({ peakToMean: 278 / 226.75, deferrable: 0, headroom: 0 })).toBeCloseTo(0.8156, 4);
  });
  test("a discount moves who can wait, and the two prices earn what one did", () => {
    expect(deferredShare(0.4, 0.25, 0.5)).toBeCloseTo(0.2, 12);
    expect(deferredShare(0.4, 0.8, 0.5)).toBe(0.4);
    const { peak, offPeak } = peakTariff(2, 0.3, 0.5);
    expect(0.7 * peak + 0.3 * offPeak).toBeCloseTo(2, 12);
    expect(offPeak).toBeCloseTo(peak / 2, 12);
  });
});

describe("experience", () => {
  test("each doubling of what lies behind multiplies cost by the progress ratio", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        (b, q0) => {
          expect(experience(q0, q0, b)).toBeCloseTo(progressRatio(b), 12);
          expect(experience(3 * q0, q0, b)).toBeCloseTo(progressRatio(b) ** 2, 12);
        },
      ),
    );
    expect(experience(0, 1, 0.3)).toBe(1);
  });
});
