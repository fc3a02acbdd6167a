import { readScenario } from "../../engine/authoring.ts";
import type { Scenario } from "../../engine/index.ts";

/** A textbook market: n products of n vendors, unit demand, unit cost 1 unless given, for two weeks and a day. */
export const textbook = (given?: Parameters<typeof textbookFile>[0]): Scenario =>
  readScenario(textbookFile(given)).scenario;

/** The same as a file; `demand` and `clock` say what else these hold. */
export function textbookFile({
  appeal = [2, 2],
  price = [1.5, 1.5],
  mu = 0.25,
  a0 = 0,
  exact = true,
  agents = 20_000,
  cost = [] as readonly number[],
  demand = {},
  clock = {},
} = {}): string {
  const vendor = (j: number) => ({
    name: `V${j}`,
    load: 1,
    strategy: { kind: "hold" },
    products: {
      p: {
        appeal: appeal[j],
        price: { input: price[j], output: price[j] },
        cost: { kind: "curve", input: cost[j] ?? 1, output: cost[j] ?? 1, referenceGpuPrice: 1 },
      },
    },
  });
  const file = {
    id: "textbook",
    title: "Textbook",
    question: "?",
    clock: { start: "2024-01-01", end: "2024-01-15", burnInWeeks: 0, ...clock },
    currency: "CNY",
    demand: { kind: "unit-logit", mu, a0, size: 1, exact, agents, ...demand },
    costs: { gpuPrice: 1, referenceGpuPrice: 1 },
    vendors: Object.fromEntries(appeal.map((_, j) => [`v${j}`, vendor(j)])),
  };
  return JSON.stringify(file);
}
