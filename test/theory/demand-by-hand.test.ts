import { describe, expect, test } from "vitest";
import { readScenario } from "../../engine/authoring.ts";
import { compile, type Scenario, simulateModel } from "../../engine/index.ts";
import { type HandTick, workOut } from "../support/hand-market.ts";

interface Twist {
  readonly clock?: object;
  readonly demand?: object;
  readonly segment?: object;
  readonly a?: object; // vendor a, and its two products
  readonly big?: object;
  readonly lite?: object;
}

const curve = (input: number, output: number) => ({ kind: "curve", input, output, referenceGpuPrice: 10 });
const hold = { kind: "hold" };

/** 300 people, three vendors, one of which comes later and one of which cuts its price to a fourth. */
function market({ clock, demand, segment, a, big, lite }: Twist): Scenario {
  const file = {
    id: "by-hand",
    title: "By hand",
    question: "?",
    clock: { start: "2024-01-01", end: "2024-03-10", tickDays: 7, burnInWeeks: 0, ...clock },
    currency: "CNY",
    demand: {
      kind: "mixed-logit",
      agents: 300,
      population: 10_000,
      mu: 0.22,
      fixedCost: { median: 0.1, sd: 0.8 },
      volume: { level: 2, slope: -0.1, sd: 1.2, tilt: 0.6 },
      outputShare: { from: 0.1, to: 0.4 },
      ramp: { weeks: 12, start: 0.05 },
      loyalty: { weeks: 13, sameVendor: 0.4 },
      segments: {
        dev: {
          label: "D",
          weight: 1,
          lnV: { mean: 2, sd: 1.05 },
          attention: { base: 1e6 },
          adoption: { base: 1e6 },
          ...segment,
        },
      },
      ...demand,
    },
    costs: { gpuPrice: 10, referenceGpuPrice: 10 },
    vendors: {
      a: {
        name: "A",
        trust: 0.1,
        load: 0.5,
        cash: 1e7,
        outlays: 1000,
        strategy: hold,
        products: {
          big: { quality: -0.1, price: { input: 6, output: 18 }, cost: curve(1, 3), ...big },
          lite: { quality: -0.7, price: { input: 1, output: 2 }, cost: curve(0.2, 0.5), ...lite },
        },
        ...a,
      },
      b: {
        name: "B",
        trust: -0.1,
        load: 0.4,
        cash: 1e7,
        strategy: hold,
        products: { main: { quality: -0.3, price: { input: 3, output: 9 }, cost: curve(0.8, 2) } },
      },
      c: {
        name: "C",
        load: 0.4,
        cash: 1e7,
        strategy: hold,
        products: {
          late: { quality: -0.2, launch: "2024-01-22", price: { input: 1, output: 3 }, cost: curve(0.5, 1) },
        },
      },
    },
    events: [
      { date: "2024-02-05", kind: "price", product: "b.main", price: { input: 0.75, output: 2.25 } },
      { date: "2024-02-19", kind: "price", product: "a.big", price: { input: 9, output: 20 } },
    ],
  };
  return readScenario(JSON.stringify(file)).scenario;
}

const floors = { qualityFloor: [{ share: 0.5 }, { share: 0.5, atLeast: -0.4 }] };
const stay = { switching: { mean: 0.5, sd: 0.25 } };
const homes = { multihoming: { share: 0.5, volume: 0.3 } };
const pay = { free: { quota: 0.5, beyond: "pay" } };
const platform = { ecosystem: { weight: 0.1, decay: 0.1, scale: 20 } };

const twists: Record<string, Twist> = {
  "prices, quality and taste alone": {},
  "users in full from the first day": { demand: { ramp: { weeks: 12, start: 1 } } },
  "needs that grow": { demand: { growth: 1.2 } },
  "switching costs": { segment: stay },
  "quality floors": { segment: floors },
  "platforms that attract": { demand: platform },
  "cache hits": { segment: { cachedShare: 0.5 }, big: { price: { input: 6, output: 18, cached: 1 } } },
  "negotiated discounts": { segment: { discount: { base: 0.05, slope: 0.2, most: 0.4 } } },
  "credits for new customers": { a: { credits: { amount: 20 } } },
  "a second vendor next to the first": { segment: { ...homes, ...stay } },
  "an allowance": { lite: pay },
  "a product that does not fit": { big: { fit: { dev: 0.8 } } },
  "learning by serving": { big: { cost: { ...curve(1, 3), learning: 0.3, reference: 1000 } } },
  "days for weeks": { clock: { tickDays: 1, end: "2024-02-20" }, segment: stay, demand: platform },
  "all of them": {
    demand: { growth: 1.2, ...platform },
    segment: { ...floors, ...stay, ...homes, discount: { base: 0.05, slope: 0.2 } },
    lite: pay,
    a: { credits: { amount: 20 } },
  },
};

describe("with everybody awake, the engine's market is the equations worked out agent by agent, with", () => {
  test.each(Object.entries(twists))("%s", (_, twist) => {
    const scenario = market(twist);
    const model = compile(scenario, { seed: 3 });
    const r = simulateModel(model);
    const [n, m] = [r.productIds.length, r.vendorIds.length];
    const same = (what: string, got: number, byHand: number) =>
      expect(Math.abs(got - byHand) / Math.max(1, Math.abs(byHand)), what).toBeLessThan(1e-9);
    workOut(scenario, model).forEach((tick: HandTick, t) => {
      const at = (what: string) => `${what}, tick ${t}`;
      for (let j = 0; j < n; j++) {
        const [k, { product }] = [t * n + j, r];
        same(at("users"), product.users[k], tick.users[j]);
        same(at("tokens"), product.tokensInput[k] + product.tokensOutput[k], tick.tokens[j]);
        same(at("output tokens"), product.tokensOutput[k], tick.output[j]);
        same(at("revenue"), product.revenue[k], tick.revenue[j]);
        same(at("cost"), product.costOfRevenue[k], tick.cost[j]);
      }
      for (let v = 0; v < m; v++) {
        same(at("profit"), r.vendor.profit[t * m + v], tick.profit[v]);
        same(at("cash"), r.vendor.cash[t * m + v], tick.cash[v]);
        same(at("credits"), r.vendor.credits[t * m + v], tick.credits[v]);
      }
      same(at("surplus"), r.segment.surplus[t], tick.surplus);
    });
  });
});
