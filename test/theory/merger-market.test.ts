import { describe, expect, test } from "vitest";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { benchmarks, compile, mergerTable, openMarket, type Scenario, withMoreAgents } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";

const global = (agents: number) => library("global", { "demand.agents": agents, "clock.burnInWeeks": 1 });
const opened = (scenario: Scenario) => {
  const model = compile(scenario);
  return { model, market: openMarket(model) };
};
const FEW = 60;
const three = textbook({ appeal: [2, 2, 2.2], price: [1.5, 1.5, 1.5] });

describe("mergers among heterogeneous buyers", () => {
  test("what is sold has the slopes that differences confirm, and profit is what is sold less its cost", () => {
    const { model, market } = opened(global(300));
    const { sold, price } = demandOf(model).priced(model, market);
    const jacobian = sold.jacobian(price);
    const n = price.length;
    for (let k = 0; k < n; k++) {
      const h = 1e-5 * price[k];
      const [up, down] = [h, -h].map((step) => sold.quantities(price.with(k, price[k] + step)));
      const own = Math.abs(jacobian[k * n + k]);
      for (let j = 0; j < n; j++)
        expect(Math.abs((up[j] - down[j]) / (2 * h) - jacobian[j * n + k])).toBeLessThan(5e-3 * own);
    }
  });

  test("few agents drawn at random leave steps and no equilibrium; as few spread evenly have one", () => {
    const { model, market } = opened(global(FEW));
    const search = (m: typeof model) => mergerTable(m, market, { merge: [0, 2] });
    expect(search(model).converged).toBe(false);
    const { found, agents } = withMoreAgents(model, {}, { search, settled: (t) => t.converged });
    expect(found.converged).toBe(true);
    expect(agents).toBe(FEW);
    const textbookAgents = withMoreAgents(opened(three).model, {}, { search: () => 0, settled: () => false }).agents;
    expect(textbookAgents).toBeNull();
  });

  test("a search that does not settle is made with twice as many agents, until it does", () => {
    const { model } = opened(global(FEW));
    const search = (m: typeof model) => m.scenario.demand.agents;
    const { found, agents } = withMoreAgents(model, {}, { search, settled: (n) => n > 3 * FEW });
    expect([found, agents]).toEqual([4 * FEW, 4 * FEW]);
  });

  test("prices that are held stay in a merger too, and the others answer them", () => {
    const { model, market } = opened(three);
    const held = mergerTable(model, market, { merge: [0, 1], hold: [2] });
    const free = mergerTable(model, market, { merge: [0, 1] });
    expect([held.before[2], held.after[2]]).toEqual([1.5, 1.5]);
    expect(held.after[0]).toBeGreaterThan(held.before[0]);
    expect(held.after[0]).not.toBeCloseTo(free.after[0], 3);
  });

  test("owners that a scenario states, against nobody owning another, are the merger that they are", () => {
    const owned = { ...three, vendors: { ...three.vendors, v1: { ...three.vendors.v1, owner: "v0" } } };
    const { model, market } = opened(owned);
    const stated = mergerTable(model, market, { stated: true });
    const plain = opened(three);
    expect(stated).toEqual(mergerTable(plain.model, plain.market, { merge: [0, 1] }));
  });
});

describe("competitive prices under a price floor", () => {
  const floored = (input: number) => {
    const { model, market } = opened(textbook());
    market.floor.input = input;
    return benchmarks(model, market);
  };

  test("lie on it where it binds, and where it does not as if it were not there", () => {
    const { nash } = floored(0);
    floored(0.9 * nash[0]).nash.forEach((p, k) => expect(p).toBeCloseTo(nash[k], 12));
    const high = floored(1.1 * nash[0]);
    expect(Array.from(high.nash)).toEqual([1.1 * nash[0], 1.1 * nash[0]]);
    expect(high.equilibrium.rest).toEqual(["floor", "floor"]);
  });

  test("keep every meter of a list at or above its own floor", () => {
    const { model, market } = opened(global(300));
    market.floor.input = 2;
    market.floor.output = 20;
    const { nash, products, price } = benchmarks(model, market);
    const list = market.products.price;
    products.forEach((j, k) => {
      expect((nash[k] * list.input[j]) / price[k]).toBeGreaterThanOrEqual(2 * (1 - 1e-12));
      expect((nash[k] * list.output[j]) / price[k]).toBeGreaterThanOrEqual(20 * (1 - 1e-12));
    });
  });
});

test("a cartel has one markup an arena: apps by the month and video by the second have their own", () => {
  const { model, market } = opened(library("whole-market", { "demand.agents": 600, "clock.burnInWeeks": 1 }));
  const { cartel, unitCost, products } = benchmarks(model, market);
  const markups = new Map<string, Set<string>>();
  products.forEach((j, k) => {
    const { arena } = model.products[j].product;
    markups.set(arena, (markups.get(arena) ?? new Set()).add((cartel[k] - unitCost[k]).toPrecision(6)));
  });
  const found = [...markups.values()].map((of) => [...of]);
  expect(found.map((of) => of.length)).toEqual([1, 1, 1]);
  expect(new Set(found.flat()).size).toBe(3);
});
