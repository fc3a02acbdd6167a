import type { Scenario } from "../../engine/index.ts";

/** A textbook market: n symmetric products of n vendors, unit demand, for three weeks. */
export function textbook({
  appeal = [2, 2],
  price = [1.5, 1.5],
  mu = 0.25,
  a0 = 0,
  exact = true,
  agents = 20_000,
} = {}): Scenario {
  const vendor = (j: number) => ({
    name: { en: `V${j}`, zh: `V${j}` },
    trust: 0,
    reach: 1,
    load: 1,
    cash: null,
    outlays: 0,
    captive: 0,
    strategy: { kind: "hold" },
    products: {
      p: {
        tier: "main",
        arena: "api",
        launch: null,
        reference: false,
        quality: 0,
        appeal: appeal[j],
        price: { input: price[j], output: price[j] },
        cost: { kind: "curve", input: 1, output: 1, referenceGpuPrice: 1 },
      },
    },
  });
  return {
    id: "textbook",
    title: { en: "Textbook", zh: "教科书" },
    question: { en: "?", zh: "？" },
    clock: { start: "2024-01-01", end: "2024-01-15", tickDays: 7, burnInWeeks: 0 },
    currency: "CNY",
    fx: {},
    sources: {},
    parameters: {},
    demand: { kind: "unit-logit", mu, a0, size: 1, exact, agents },
    costs: { gpuPrice: 1, referenceGpuPrice: 1, technology: 0, level: 1 },
    strategies: {},
    vendors: Object.fromEntries(appeal.map((_, j) => [`v${j}`, vendor(j)])),
    events: [],
    levers: [],
    off: [],
    expect: [],
  };
}
