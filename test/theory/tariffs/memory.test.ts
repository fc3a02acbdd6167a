import { describe, expect, test } from "vitest";
import { compile } from "../../../engine/index.ts";
import { findArchitecture, findGpu } from "../../../engine/costs/catalogue.ts";
import type { KnownGpu } from "../../../engine/costs/gpu.ts";
import { replica, throughput, WORKLOAD } from "../../../engine/costs/inference.ts";
import { last, run, smallMarket } from "../../support/tariffs.ts";

const ROOFLINE = "{kind: roofline, architecture: llama-3-70b, gpu: h100, context: 1500, plannedReplicas: 1000000}";
const CURVE = "{kind: curve, input: 0.4, output: 1.6}";
const product = (cost: string, more = "") => `p: {price: {input: 2, output: 8}, cost: ${cost}${more}}`;
const points = (...lengths: number[]) =>
  `, traffic: {prompts: {points: [${lengths.map((tokens) => `{tokens: ${tokens}, share: 1}`).join(", ")}]}`;
const market = (segment: string, cost = ROOFLINE, more = "") =>
  smallMarket({ products: product(cost, more), segment: segment && `${segment}}` });

/** Tokens a second of a replica at so many tokens of context. */
const rate = (context: number) =>
  throughput(replica(findArchitecture("llama-3-70b")!, findGpu("h100") as KnownGpu), { ...WORKLOAD, context });

describe("a long prompt takes its KV memory", () => {
  const times = (segment: string) => compile(market(segment)).segments[0].context;
  const cost = (segment: string, more?: string) => {
    const r = run(market(segment, ROOFLINE, more));
    return { input: last(r, "v.p", "unitCostInput"), output: last(r, "v.p", "unitCostOutput") };
  };

  test("usual prompts need the context that the product states", () => {
    expect(times("")).toBe(1);
  });

  test("of two lengths in equal numbers the longer is in memory as much more often as it is longer", () => {
    expect(times(points(1000, 3000)) / times(points(1000))).toBeCloseTo((1 + 9) / (1 + 3), 12);
  });

  test("contexts several times as long leave room for as many fewer sequences, and cost as much more", () => {
    const longer = times(points(60_000));
    const [then, before] = [rate(WORKLOAD.context * longer), rate(WORKLOAD.context)];
    const [long, usual] = [cost(points(60_000)), cost("")];
    expect(long.output / usual.output).toBeCloseTo(before.output / then.output, 9);
    expect(long.input / usual.input).toBeCloseTo(before.input / then.input, 9);
    expect(long.output / usual.output).toBeGreaterThan(1.5);
  });

  test("prompts made shorter where length is dear take less of it", () => {
    const steps = ", tariff: {brackets: {steps: [{above: 32k, times: 4}]}}";
    const trimming = `${points(60_000)}, answers: {trim: {elasticity: 0.3}}`;
    expect(cost(trimming, steps).output).toBeLessThan(cost(points(60_000), steps).output * 0.9);
  });

  test("who sends them bears it: a vendor's costs are those of its segments, each at its own length", () => {
    const long = ", traffic: {prompts: {points: [{tokens: 60000, share: 1}]}}";
    const more = (segment: string) =>
      `{label: Long, weight: 1, lnV: {mean: 4, sd: 0.5}, attention: {base: 1}, adoption: {base: 1}${segment}}`;
    const scenario = smallMarket({ products: product(ROOFLINE), segment: `}\n    long: ${more(long).slice(0, -1)}` });
    const r = run(scenario);
    const { segment: s, product: p } = r;
    const [devs, longs] = [s.cost.length - 2, s.cost.length - 1];
    const k = p.costOfRevenue.length - 1;
    expect((s.cost[devs] + s.cost[longs]) / p.costOfRevenue[k]).toBeCloseTo(1, 12);
    expect(s.cost[longs] / s.tokens[longs]).toBeGreaterThan((1.3 * s.cost[devs]) / s.tokens[devs]);
  });

  test("a cost that knows no memory is the same for any length", () => {
    const of = (segment: string) => last(run(market(segment, CURVE)), "v.p", "unitCostOutput");
    expect(of(points(60_000))).toBe(of(""));
  });
});
