import { describe, expect, test } from "vitest";
import { blendedCost, blendedPrice, type Recording, type Scenario } from "../../../engine/index.ts";
import { simulate, variant } from "../../support/scenarios.ts";

/** Two apps sold by the month at 10 a month; one's vendor plays a strategy, the other follows `rival`. */
const market = (strategy: string, { rival = "{kind: hold}", price = "10", more = "" } = {}): Scenario =>
  variant(`clock: {end: 2024-09-30, burnInWeeks: 20}
arenas: {app: {meter: month}}
demand:
  agents: 600
  segments:
    consumers:
      label: {en: Consumers, zh: 消费者}
      side: consumer
      arena: app
      weight: 20
      lnV: {mean: 4, sd: 1}
      lnX: -3
      attention: {base: 0.2}
      adoption: {base: 0.2}
vendors:
  zhipu:
    products:
      seat:
        name: Seat
        tier: lite
        arena: app
        price: {month: ${price}}
        cost: {kind: curve, input: 1, output: 2, learning: 0}
        strategy: ${strategy}
  moonshot:
    products:
      desk:
        name: Desk
        tier: lite
        arena: app
        price: {month: 9}
        cost: {kind: curve, input: 1, output: 2, learning: 0}
        strategy: ${rival}
${more}`);

const MONTH = 365 / 84; // weeks, as a month's price is kept

/** A product's price and unit cost by the month, tick by tick. */
function course(r: Recording, id: string): { price: number[]; cost: number[] } {
  const [n, j] = [r.productIds.length, r.productIds.indexOf(id)];
  const by = (all: Float64Array) => r.dates.map((_, t) => all[t * n + j] * MONTH);
  return { price: by(blendedPrice(r)), cost: by(blendedCost(r)) };
}

const seat = (strategy: string, more = {}) => course(simulate(market(strategy, more)), "zhipu.seat");

describe("a vendor that sells by the month reckons with what a user costs a month", () => {
  test("cost plus a margin of 30 % earns 30 %", () => {
    const { price, cost } = seat("{kind: cost-plus, margin: 30 %, reviewDays: 7, tolerance: 0}");
    expect(cost.at(-1)).toBeGreaterThan(1);
    expect(price.at(-1)! / (cost.at(-2)! / 0.7)).toBeCloseTo(1, 1);
  });

  test("its prices are those of a month's price list, of three digits", () => {
    const { price } = seat("{kind: cost-plus, margin: 30 %, reviewDays: 7, tolerance: 0}");
    for (const p of price) expect(Number(p.toPrecision(3)) / p).toBeCloseTo(1, 9);
  });

  test("a formula says its prices in the unit of its costs", () => {
    const { price, cost } = seat("{kind: formula, price: 1.3 * cost, reviewDays: 7}");
    expect(price.at(-1)! / (1.3 * cost.at(-2)!)).toBeCloseTo(1, 1);
    expect(seat("{kind: formula, price: '12'}").price.at(-1)).toBeCloseTo(12, 9);
    expect(seat("{kind: formula, price: 0.5 * cheapest}").price.at(-1)).toBeCloseTo(4.5, 9);
    expect(seat("{kind: formula, price: start + 1}").price.at(-1)).toBeCloseTo(11, 9);
  });

  test("undercutting stops at its margin floor, not at a hundredth of it", () => {
    const { price, cost } = seat("{kind: undercut, marginFloor: 0}", { rival: "{kind: undercut, marginFloor: 0}" });
    expect(price.at(-1)! / cost.at(-1)!).toBeGreaterThan(0.9);
    expect(price.at(-1)! / cost.at(-1)!).toBeLessThan(1.4);
  });

  test("following stops at its margin floor", () => {
    const more = "events: [{date: 2024-06-03, kind: price, product: moonshot.desk, price: {month: 0.1}}]";
    const { price, cost } = seat("{kind: follow, lag: 7, marginFloor: 0, threshold: 0.1}", { more });
    expect(price.at(-1)! / cost.at(-1)!).toBeGreaterThan(0.5);
    expect(price.at(-1)).toBeLessThan(10);
  });

  test("an introductory price is below cost by its margin, a loss leader's at its part of cost", () => {
    const intro = seat("{kind: penetration, introMargin: {lite: -0.5}, targetShare: 1}");
    expect(intro.price.at(-1)! / (intro.cost[0] / 1.5)).toBeCloseTo(1, 0);
    const bait = seat("{kind: loss-leader, bait: lite, baitPrice: 0.5}");
    expect(bait.price.at(-1)! / (0.5 * bait.cost[0])).toBeCloseTo(1, 0);
  });

  test("a best reply lies above cost, and selling below cost is not what it does where the rules forbid it", () => {
    const { price, cost } = seat("{kind: best-response, reviewDays: 30}");
    expect(price.at(-1)).toBeGreaterThan(cost.at(-1)!);
    const bound = seat("{kind: formula, price: 0.01 * cost}", { more: "rules: {belowCost: false}" });
    expect(bound.price.at(-1)! / bound.cost.at(-1)!).toBeGreaterThan(0.6);
  });

  test("before anybody has bought, what those who may buy would use is what counts", () => {
    const { price } = seat("{kind: cost-plus, margin: 0, reviewDays: 700}", { price: "100000" });
    expect(price.at(-1)).toBeGreaterThan(0.5);
    expect(price.at(-1)).toBeLessThan(1000);
  });
});
