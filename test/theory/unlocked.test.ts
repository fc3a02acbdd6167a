import type { AgentMarket, AgentModel } from "../../engine/demand/mixed-logit/model.ts";
import { openAgents } from "../support/agents.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { chooseReference } from "../../engine/demand/mixed-logit/choose-reference.ts";
import { unlockedDemand } from "../../engine/demand/mixed-logit/unlocked.ts";
import { forAgents } from "../../engine/demand/mixed-logit/kept-choices.ts";
import { choiceTable } from "../../engine/demand/mixed-logit/tables.ts";
import { benchmarks } from "../../engine/benchmarks/benchmarks.ts";
import { diversion } from "../../engine/equilibrium/demand-system.ts";
import { priceEquilibrium } from "../../engine/equilibrium/nash.ts";
import { type PricedMarket, ownership } from "../../engine/demand/priced-market.ts";
import {
  curvatureOf,
  ownerProfits,
  type PricingGame,
  replaced,
  scanPrices,
} from "../../engine/equilibrium/pricing-game.ts";
import { compile, openMarket } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

let model: AgentModel;
let market: AgentMarket;
let priced: PricedMarket;
let owner: Int32Array;

beforeAll(() => {
  ({ model, market } = openAgents(library("china-2024", { "demand.agents": 1500, "clock.burnInWeeks": 1 })));
  priced = demandOf(model).priced(model, market);
  owner = ownership(model, priced.products);
});

/** A game without its analytic shortcuts: curvature and scans then come from profits and slopes alone. */
const plain = ({ goods, cost, floor, profits, conditions }: PricingGame): PricingGame => ({
  goods,
  cost,
  floor,
  profits,
  conditions,
});

describe("unlocked demand", () => {
  test("asks its people once at the same prices, and anew at others", () => {
    let asked = 0;
    const demand = unlockedDemand(model, market);
    const { lnFixedCost } = demand;
    const counted = {
      ...demand,
      get lnFixedCost() {
        asked++;
        return lnFixedCost;
      },
    };
    const levels = (p: Float64Array) => {
      const all: number[] = [];
      forAgents(counted, p, ({ level, adopts }) => void all.push(level, adopts));
      return all;
    };
    const first = levels(priced.price);
    const people = asked;
    expect(levels(priced.price.slice())).toEqual(first);
    expect(asked).toBe(people);
    expect(levels(priced.price.map((p) => 2 * p))).not.toEqual(first);
    expect(levels(priced.price)).toEqual(first);
    expect(asked).toBe(3 * people);
  });

  test("chooses to the same bits when one price moved as when all did", () => {
    const demand = unlockedDemand(model, market);
    const all = (from: typeof demand, p: Float64Array) => {
      const out: number[] = [];
      forAgents(from, p, ({ count, level, adopts, pick, billed }) => {
        out.push(level, adopts, ...pick.subarray(0, count), ...billed.subarray(0, count));
      });
      return out;
    };
    const still = all(unlockedDemand(model, market), priced.price);
    for (let k = 0; k < priced.price.length; k++) {
      const moved = priced.price.map((x, l) => (l === k ? 0.3 * x + 0.01 : x));
      expect(all(demand, moved)).toEqual(all(unlockedDemand(model, market), moved));
      expect(all(demand, priced.price)).toEqual(still);
    }
  });

  test("is what the choice kernel's agents do at first choice, within Monte-Carlo error", () => {
    const { population: p, demand } = model;
    const users = new Float64Array(model.products.length);
    let noise = 0;
    for (const s of model.segments) {
      const agents = Int32Array.from(
        { length: p.start[s.index + 1] - p.start[s.index] },
        (_, k) => p.start[s.index] + k,
      );
      const n = agents.length;
      const batch = {
        agents,
        count: n,
        held: new Int16Array(n).fill(-1),
        loyalty: new Float32Array(n),
        taste: p.taste,
        exclude: null,
        bonus: null,
        pick: new Int16Array(n),
        reach: new Float32Array(n),
      };
      const mu = demand.mu;
      chooseReference(p, choiceTable(model, market, s), batch, { mu, sameVendor: 0, vendorOf: model.vendorOf });
      agents.forEach((i, row) => {
        if (batch.reach[row] >= p.lnFixedCost[i] && batch.pick[row] >= 0) users[batch.pick[row]] += p.weight[i];
        noise += p.weight[i] * p.weight[i] * 0.25;
      });
    }
    const expected = priced.buyers.quantities(priced.price);
    priced.products.forEach((j, k) => expect(Math.abs(users[j] - expected[k])).toBeLessThan(4 * Math.sqrt(noise)));
    const total = (x: ArrayLike<number>) => Array.from(x).reduce((a, b) => a + b, 0);
    expect(Math.abs(total(users) / total(expected) - 1)).toBeLessThan(0.03);
  });

  test("has marginal profits that are the slope of profits", () => {
    const { game, price } = priced;
    const { marginal } = game.conditions(price, owner);
    const scale = Math.max(...game.profits(price));
    price.forEach((p, k) => {
      const h = 1e-5 * p;
      const at = (x: number) => ownerProfits(game.profits(replaced(price, k, x)), owner)[owner[k]];
      // Kinks where a good stops being an agent's best are small but there: compared to the scale of profits.
      expect(Math.abs((at(p + h) - at(p - h)) / (2 * h) - marginal[k]) * p).toBeLessThan(1e-4 * scale);
    });
  });

  test("has an analytic curvature that differences of marginal profits confirm", () => {
    const analytic = curvatureOf(priced.game, priced.price, owner);
    const differences = curvatureOf(plain(priced.game), priced.price, owner);
    const n = priced.price.length;
    let agree = 0;
    for (let k = 0; k < n; k++) {
      for (let l = 0; l < n; l++) {
        const size = Math.abs(analytic[k * n + k]);
        if (Math.abs(analytic[k * n + l] - differences[k * n + l]) < 1e-3 * size) agree++;
      }
    }
    expect(agree / (n * n)).toBeGreaterThan(0.98); // the rest: an agent's kink inside the difference
  });

  test("scans a price as profits do", () => {
    const { game, price } = priced;
    const values = Array.from(price, (p) => Float64Array.of(0, 0.3 * p, p, 3 * p));
    const fast = scanPrices(game, price, owner, values);
    const slow = scanPrices(plain(game), price, owner, values);
    fast.forEach((list, k) => list.forEach((x, v) => expect(Math.abs(x / slow[k][v] - 1)).toBeLessThan(1e-6)));
  });

  test("loses users to rivals and to buying nothing, and to nobody else", () => {
    const { buyers, price } = priced;
    const n = price.length;
    const d = diversion(buyers, price);
    for (const j of [0, 4, 9]) {
      const h = 1e-4 * price[j];
      const [up, down] = [replaced(price, j, price[j] + h), replaced(price, j, price[j] - h)];
      const lost = buyers.quantities(down)[j] - buyers.quantities(up)[j];
      const toNothing = (buyers.outside!(up) - buyers.outside!(down)) / lost;
      expect(Math.abs(d[j * n + j] - toNothing)).toBeLessThan(0.02);
    }
  });
});

describe("a free product", () => {
  test("stands in a game of prices as one that is listed in the proportions of its costs", () => {
    const priceOf = (input: number, output: number) =>
      openAgents(
        library("china-2024", {
          "demand.agents": 300,
          "clock.burnInWeeks": 1,
          "vendors.zhipu.products.glm-4.price": { input, output },
        }),
      );
    const free = priceOf(0, 0);
    const j = free.model.products.findIndex(({ id }) => id === "zhipu.glm-4");
    const { input, output } = free.market.products.cost;
    const listed = priceOf(9 * input[j], 9 * output[j]);
    const [a, b] = [free, listed].map(({ model: m, market: k }) => unlockedDemand(m, k).rows);
    expect(input[j]).not.toBe(output[j]);
    a.forEach((row, s) => {
      const at = row.goods.indexOf(unlockedDemand(free.model, free.market).products.indexOf(j));
      expect(row.inputOverQuality[at]).toBeCloseTo(b[s].inputOverQuality[at], 12);
      expect(row.outputOverQuality[at]).toBeCloseTo(b[s].outputOverQuality[at], 12);
    });
  });
});

test("a market opens before anybody has earned anything", () => {
  const { vendors } = openMarket(compile(library("china-2024", { "demand.agents": 50 })));
  expect(vendors.map(({ profit }) => profit).filter((profit) => profit !== 0)).toEqual([]);
});

describe("Nash prices of the China 2024 market", () => {
  test("are an equilibrium: gradients vanish, no owner's search finds better, every start agrees", () => {
    const { game, price } = priced;
    const from = (start?: Float64Array) => priceEquilibrium(game, owner, { start });
    const [a, b, c] = [from(), from(price), from(game.cost.map((x) => 8 * x))];
    for (const e of [a, b, c]) {
      expect(e.converged).toBe(true);
      expect(e.residual).toBeLessThan(1e-8);
      expect(e.secondOrder).toBe(true);
      expect(e.bestDeviation).toBeLessThan(1e-7);
    }
    a.price.forEach((p, k) => {
      // Sampled agents make small kinks, where one's best good changes; equilibria a kink apart are all equilibria.
      expect(Math.abs(b.price[k] / p - 1)).toBeLessThan(0.02);
      expect(Math.abs(c.price[k] / p - 1)).toBeLessThan(0.02);
    });
  });

  test("lie between cost and cartel in joint profit, and a merger of all vendors earns more than any rivalry", () => {
    const b = benchmarks(model, market);
    const total = (x: Float64Array) => x.reduce((s, v) => s + v, 0);
    const [nash, cartel] = [total(b.equilibrium.profit), total(priced.game.profits(b.cartel))];
    expect(nash).toBeGreaterThan(0);
    expect(cartel).toBeGreaterThan(nash);
    const together = priceEquilibrium(priced.game, new Int32Array(b.price.length), { start: b.cartel });
    expect(total(together.profit)).toBeGreaterThanOrEqual(cartel * (1 - 1e-9));
    expect(b.gain).toBeGreaterThan(0);
  });

  test("fall with unit cost, on average and nearly all", () => {
    const cheaper = compile(
      library("china-2024", { "demand.agents": 1500, "clock.burnInWeeks": 1, "costs.level": 0.5 }),
    );
    const [a, b] = [benchmarks(model, market), benchmarks(cheaper, openMarket(cheaper))];
    const fall = Array.from(a.nash, (p, k) => Math.log(b.nash[k] / p));
    expect(fall.reduce((x, y) => x + y, 0) / fall.length).toBeLessThan(-0.05);
    expect(fall.filter((x) => x < 0).length).toBeGreaterThan(0.8 * fall.length);
  });
});
