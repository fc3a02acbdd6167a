import { describe, expect, test } from "vitest";
import { readScenario, scenarioJsonSchema } from "../../../engine/authoring.ts";
import {
  compile,
  costModels,
  fingerprint,
  type Market,
  openMarket,
  type Plugin,
  type Scenario,
  eventKinds,
  strategies,
  tick,
} from "../../../engine/index.ts";
import { simulate } from "../../support/scenarios.ts";

/** A market of three vendors with a main and a lite product each, in which any strategy has something to do. */
function scenarioWith(strategy: object): Scenario {
  const product = (tier: string, quality: number, price: number, cost: number) => ({
    tier,
    quality,
    price: { input: price, output: price },
    cost: { kind: "curve", input: cost, output: cost, learning: 0.12 },
  });
  const vendor = (own: object, cash?: string) => ({
    name: "V",
    ...(cash && { cash, outlays: "1e6 CNY/week" }),
    strategy: own,
    products: { main: product("main", -0.3, 12, 1), lite: product("lite", -0.8, 5, 0.2) },
  });
  const file = {
    extends: "base",
    id: "example",
    title: "Example",
    question: "?",
    clock: { start: "2024-04-01", weeks: 30 },
    vendors: {
      mine: vendor(strategy),
      rival: vendor({ kind: "follow" }, "10e6 CNY"),
      cheap: {
        ...vendor({ kind: "hold" }),
        products: { main: { ...product("main", -0.3, 2, 0.5), launch: "2024-05-06" } },
      },
    },
  };
  return readScenario(JSON.stringify(file), { resolve: () => ({ file: "base", text: BASE }) }).scenario;
}

const BASE = `
currency: CNY
demand:
  kind: mixed-logit
  agents: 300
  population: 1e5
  mu: 0.25
  fixedCost: {median: 0.1, sd: 0.8}
  volume: {level: 10 Mtok/week, sd: 1}
  outputShare: {from: 0.1, to: 0.4}
  segments:
    all: {label: All, weight: 1, lnV: {mean: 3.7, sd: 1}, attention: {base: 0.05}, adoption: {base: 0.05}}
`;

const named = <P extends Plugin>(list: readonly P[]) => list.map((p) => [p.id, p] as const);

describe("the example of every strategy", () => {
  test.each(named(strategies.list()))("%s runs, and its prices stay finite and at least 0", (id, { example }) => {
    const r = simulate(scenarioWith({ kind: id, ...example }));
    for (const column of [r.product.priceInput, r.product.priceOutput, r.product.tokensInput])
      expect(column.every((x) => Number.isFinite(x) && x >= 0)).toBe(true);
    const unknown = [r.product, r.vendor, r.market, r.segment]
      .flatMap((columns) => Object.entries(columns))
      .filter(([, column]) => column.some(Number.isNaN));
    expect(unknown.map(([name]) => name)).toEqual(["gpus", "utilisation"]); // nobody here has a fleet
    const mine = r.moves.filter((m) => r.productIds[m.product].startsWith("mine."));
    if (!["hold", "punish"].includes(id)) expect(mine.length).toBeGreaterThan(0);
    for (const m of mine) expect(m.rule).toBe(id);
  });
  test.each(named(strategies.list()))(
    "%s goes on to the same bits when the market is cloned midway",
    (id, { example }) => {
      const model = compile(scenarioWith({ kind: id, ...example }));
      const run = (market: Market, ticks: number) => {
        for (let k = 0; k < ticks; k++) tick(model, market);
        return market;
      };
      const whole = run(openMarket(model), 24);
      const saved = run(openMarket(model), 11);
      const resumed = run(structuredClone(saved), 13);
      expect(resumed.moves).toEqual(whole.moves);
      expect(fingerprint([...resumed.flows.tokensInput])).toBe(fingerprint([...whole.flows.tokensInput]));
    },
  );
  test.each(named(strategies.list()))("%s says who it is in both languages, parameter by parameter", (_, plugin) => {
    for (const text of [plugin.label, plugin.description, ...Object.values(plugin.parameters).map((p) => p.label)]) {
      expect(text.en.length).toBeGreaterThan(1);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

test("the schema of scenario files knows every plugin of the registries and every parameter of theirs", () => {
  const text = JSON.stringify(scenarioJsonSchema());
  for (const plugin of [...strategies.list(), ...costModels.list(), ...eventKinds.list()]) {
    expect(text).toContain(`"${plugin.id}"`);
    for (const name of Object.keys(plugin.parameters)) expect(text).toContain(`"${name}"`);
  }
});
