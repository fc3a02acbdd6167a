import { describe, expect, test } from "vitest";
import { compile, elasticitiesOf, marketAt, type Scenario } from "../../engine/index.ts";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { library } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";

function opened(scenario: Scenario, tick = 0) {
  const model = compile(scenario, { seed: 1 });
  const steps = marketAt(model, tick);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { model, market: step.value };
}

describe("elasticities", () => {
  test("of a plain logit are -p (1 - s)/mu for a product's own price, -p s0/mu for all prices", () => {
    const { model, market } = opened(textbook({ price: [1.5, 1.5] }));
    const { market: all, products } = elasticitiesOf(model, market);
    const e = Math.exp((2 - 1.5) / 0.25);
    const [share, outside] = [e / (1 + 2 * e), 1 / (1 + 2 * e)];
    for (const { own } of products) expect(own).toBeCloseTo((-1.5 * (1 - share)) / 0.25, 12);
    expect(all.all).toBeCloseTo((-1.5 * outside) / 0.25, 12);
    expect(all.own).toBeCloseTo(products[0].own, 12); // both alike: their mean, by what is sold, is each's
    expect(all.users).toBeCloseTo(all.all, 12); // a buyer buys one unit: fewer units are fewer buyers
  });

  test("of a scenario's segments are what raising every price by a millionth does to what is sold", () => {
    const { model, market } = opened(library("china-2024", { "demand.agents": 300, "clock.burnInWeeks": 4 }), 60);
    const found = elasticitiesOf(model, market);
    const { price, segments } = demandOf(model).priced(model, market);
    const step = 1e-6;
    for (const { id, sold } of segments!) {
      const total = (times: number) => sold.quantities(price.map((p) => p * times)).reduce((a, b) => a + b, 0);
      const slope = (Math.log(total(1 + step)) - Math.log(total(1 - step))) / (2 * step);
      expect(found.segments[id].all, id).toBeCloseTo(slope, 4);
      expect(found.segments[id].own).toBeLessThan(found.segments[id].all); // rivals are a way out of one price
    }
  });
});
