import { describe, expect, test } from "vitest";
import { compile, openMarket, type Recording } from "../../../engine/index.ts";
import { agentMarket, agentModel } from "../../../engine/demand/mixed-logit/model.ts";
import { choiceTable } from "../../../engine/demand/mixed-logit/tables.ts";
import { refreshOffers } from "../../../engine/demand/offers.ts";
import { COST, run, smallMarket } from "../../support/tariffs.ts";

const HALF = "promotions: [{until: 2026-08-30, times: 0.5}]"; // the market opens on Monday 17 August
const products = (promotions: string, input = 2) =>
  ["p", "q"]
    .map(
      (id) =>
        `${id}: {price: {input: ${input}, output: ${4 * input}}, ${COST}, tariff: {${id === "p" ? promotions : ""}}}`,
    )
    .join("\n");
const looking = (weeks: number) => `, switching: {mean: 1, sd: 0}, traffic: {answers: {foresee: {weeks: ${weeks}}}}`;

/** Input price of p as a chooser weighs it, so many days after the opening. */
function weighed(promotions: string, weeks: number, day: number): number {
  const model = agentModel(compile(smallMarket({ products: products(promotions), segment: looking(weeks) })));
  const market = agentMarket(openMarket(model));
  market.day = day;
  refreshOffers(model, market);
  return choiceTable(model, market, model.segments[0]).input[0];
}

describe("a promotion's printed end is foreseen by who looks ahead", () => {
  test("half of the weeks weighed lie after it: half of the price's rise is weighed with them", () => {
    expect(weighed(HALF, 0, 0)).toBeCloseTo(1, 6);
    expect(weighed(HALF, 4, 0)).toBeCloseTo(1.5, 6); // 14 days at 1, 14 at 2
    expect(weighed(HALF, 4, 13)).toBeCloseTo(1 + 27 / 28, 6);
    expect(weighed(HALF, 2, 0)).toBeCloseTo(1, 6); // all of them lie before
    expect(weighed(HALF, 4, 14)).toBeCloseTo(2, 6); // over
  });

  test("what was announced counts, not what came: one that goes on beyond its printed end has none", () => {
    const extended = "promotions: [{until: 2026-08-30, ended: 2026-12-31, times: 0.5}]";
    expect(weighed(extended, 4, 0)).toBeCloseTo(1.5, 6);
    expect(weighed(extended, 4, 14)).toBeCloseTo(1, 6);
    expect(weighed("promotions: [{times: 0.5}]", 4, 0)).toBeCloseTo(1, 6);
  });

  test("of two ends the first is foreseen, and what is left then is weighed", () => {
    const two = "promotions: [{until: 2026-08-30, times: 0.5}, {until: 2026-12-31, times: 0.8}]";
    expect(weighed(two, 4, 0)).toBeCloseTo((0.8 + 1.6) / 2, 6);
    expect(weighed(two, 400, 20)).toBeGreaterThan(1.9); // then the second
  });

  const users = (r: Recording, t: number) => r.product.users[t * 2];

  test("buyers with switching costs take up less of it before it ends; switched off, T-8 changes nothing", () => {
    const scenario = (weeks: number) => smallMarket({ products: products(HALF, 40), segment: looking(weeks) });
    const [blind, ahead] = [run(scenario(0)), run(scenario(26))];
    expect(users(ahead, 1)).toBeLessThan(0.9 * users(blind, 1));
    const off = run({ ...scenario(26), off: ["T-8"] });
    expect([...off.product.users]).toEqual([...blind.product.users]);
  });

  test("a plan whose fee will rise is weighed at both fees", () => {
    const plan = (weeks: number) =>
      run(
        smallMarket({
          products:
            `p: {price: {input: 40, output: 160}, ${COST}}\n` +
            `sub: {arena: plans, price: {month: 4000}, ${COST}, tariff: {${HALF.replace("0.5", "0.25")}}}`,
          segment: `, also: [plans]${looking(weeks)}`,
        }),
      );
    const taken = (r: Recording) => r.product.users[2 + r.productIds.indexOf("v.sub")];
    expect(taken(plan(26))).toBeLessThan(0.95 * taken(plan(0)));
  });
});
