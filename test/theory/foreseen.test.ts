import { describe, expect, test } from "vitest";
import { benchmarks } from "../../engine/benchmarks/benchmarks.ts";
import { foreseeingGame, learnedCosts } from "../../engine/benchmarks/foreseen.ts";
import { spreadBuyers } from "../../engine/benchmarks/spread-buyers.ts";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { ownership } from "../../engine/demand/priced-market.ts";
import { curvatureOf, ownerProfits, replaced, scanPrices } from "../../engine/equilibrium/pricing-game.ts";
import { compile, openMarket, type Scenario, tick } from "../../engine/index.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { priceEquilibrium } from "../../engine/equilibrium/nash.ts";
import { pricingGame } from "../../engine/equilibrium/pricing-game.ts";
import { library } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";

/** A market after its first tick, and its buyers as prices are computed on. */
function stepped(scenario: Scenario) {
  const model = compile(scenario);
  const market = openMarket(model);
  tick(model, market);
  return { model: spreadBuyers(model, {}), market };
}

const SEGMENTS = ["developers", "enterprises", "bulk"];
const everywhere = (set: Record<string, unknown>) =>
  Object.fromEntries(SEGMENTS.flatMap((s) => Object.entries(set).map(([k, x]) => [`demand.segments.${s}.${k}`, x])));
const china = (set: Record<string, unknown> = {}) =>
  library("no-trigger", { "demand.agents": 300, "clock.burnInWeeks": 2, ...set });

describe("sellers who look ahead", () => {
  test("post what static competition charges where nobody stays and nothing is learned", () => {
    const atOnce = { "attention.base": 50, "adoption.base": 50, "switching.mean": 0, "switching.sd": 0 };
    const { model, market } = stepped(china(everywhere(atOnce)));
    const plain = {
      ...market,
      products: { ...market.products, cumulative: market.products.cumulative.map(() => 1e15) },
    };
    const { foreseen, nash } = benchmarks(model, plain);
    foreseen.forEach((p, k) => expect(Math.abs(p / nash[k] - 1), String(k)).toBeLessThan(0.01));
  });

  test("post less the longer users stay", () => {
    const priceAt = (base: number) => {
      const { model, market } = stepped(china(everywhere({ "attention.base": base })));
      const { foreseen, nash } = benchmarks(model, market);
      return foreseen.reduce((sum, p, k) => sum + Math.log(p / nash[k]), 0) / nash.length;
    };
    const [seldom, often, always] = [0.01, 0.1, 1].map(priceAt);
    expect(seldom).toBeLessThan(often - 0.05);
    expect(often).toBeLessThan(always - 0.05);
    expect(always).toBeLessThan(0);
  });

  test("have marginal profits, curvature and searches that are those of their profits", () => {
    const { model, market } = stepped(china());
    const priced = demandOf(model).priced(model, market);
    const owner = ownership(model, priced.products);
    const game = foreseeingGame(model, market, priced, { nash: priced.price, owner });
    const p = priced.price.map((x) => 0.7 * x + 0.1);
    const { marginal } = game.conditions(p, owner);
    const curvature = curvatureOf(game, p, owner);
    const scale = Math.max(...game.profits(p));
    const own = (k: number, x: number) => ownerProfits(game.profits(replaced(p, k, x)), owner)[owner[k]];
    p.forEach((x, k) => {
      const h = 1e-5 * x;
      expect(Math.abs((own(k, x + h) - own(k, x - h)) / (2 * h) - marginal[k]) * x).toBeLessThan(1e-4 * scale);
      const slope = (y: number) => game.conditions(replaced(p, k, y), owner).marginal[k];
      const bend = (slope(x + h) - slope(x - h)) / (2 * h);
      expect(Math.abs(bend - curvature[k * p.length + k]) * x * x).toBeLessThan(2e-3 * scale);
    });
    const values = Array.from(p, (x) => Float64Array.of(0.5 * x, 2 * x));
    scanPrices(game, p, owner, values).forEach((found, k) =>
      found.forEach((profit, v) => expect(Math.abs(profit - own(k, values[k][v]))).toBeLessThan(1e-6 * scale)),
    );
  });

  test("count a cost that learns at its discounted mean (Spence 1981), and price by it as static sellers would", () => {
    const scenario = textbook();
    const { v0 } = scenario.vendors;
    const { p } = v0.products;
    const learner = { ...v0, products: { p: { ...p, cost: { ...p.cost, learning: 0.5, reference: 1 } } } };
    const { model, market } = stepped({ ...scenario, vendors: { ...scenario.vendors, v0: learner } });
    const [times, plain] = learnedCosts(model, market);
    expect(plain).toBe(1);
    const sold = market.flows.tokensInput[0] + market.flows.tokensOutput[0];
    const behind = 1 + market.products.cumulative[0];
    const r = 0.1 / (365 / 7);
    let mean = Math.exp(-r * 156) * ((behind + sold * 156) / behind) ** -0.5; // by weeks: another way to integrate
    for (let t = 0; t < 1560; t++) {
      const at = (t + 0.5) / 10;
      mean += (r / 10) * Math.exp(-r * at) * ((behind + sold * at) / behind) ** -0.5;
    }
    expect(Math.abs(times / mean - 1)).toBeLessThan(2e-3);
    const { foreseen, unitCost } = benchmarks(model, market);
    const logit = logitDemand({ appeal: Float64Array.of(2, 2), mu: 0.25, outside: 0, size: 1 });
    const byHand = priceEquilibrium(pricingGame(logit, [unitCost[0] * times, unitCost[1]]), Int32Array.of(0, 1));
    foreseen.forEach((p, k) => expect(p).toBeCloseTo(byHand.price[k], 9));
  });
});
