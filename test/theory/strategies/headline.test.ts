import { describe, expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import type { Recording } from "../../../engine/index.ts";
import { blend } from "../../../engine/price.ts";
import { libraryText, simulate } from "../../support/scenarios.ts";

const CUT = "{input: 1, output: 2}";

/** One vendor that answers, with a main and a light product; one that cuts on day 30; nobody learns or tires. */
const market = (rule: string, { cut = CUT, launch = "null", trust = "{}" } = {}) =>
  simulate(
    readScenario(
      `extends: level-field
id: duel
clock: {start: 2025-01-01, end: 2025-12-31, tickDays: 1, burnInWeeks: 4}
demand: {agents: 300}
strategies: {headline: {lagSpread: 0}}
vendors:
  amber:
    research: null
    strategy: {kind: headline, lag: 7, ${rule}}
    products: {main: {launch: ${launch}, price: {input: 20, output: 20}}, lite: {price: {input: 8, output: 8}}}
  birch:
    research: null
    trustBy: ${trust}
    strategy: {kind: hold}
    products: {main: {quality: -0.2, price: {input: 20, output: 20}}, lite: {price: {input: 8, output: 8}}}
  coral: null
  delta: null
  ember: null
  fjord: null
events: [{date: 2025-01-31, kind: price, product: birch.main, price: ${cut}}]
`,
      { file: "duel.yaml", resolve: libraryText },
    ).scenario,
    { seed: 1 },
  );

const answers = (r: Recording) => r.moves.filter((m) => r.productIds[m.product].startsWith("amber."));
const first = (r: Recording, id: string) => answers(r).find((m) => r.productIds[m.product] === id)!;

describe("the rule that answers a headline", () => {
  test("closes its tier's part of the gap to the record at equal quality, by hand", () => {
    const r = market("returns: 0, passThrough: {main: 0.5}");
    const gap = Math.log((20 + 0.2) / (1 * Math.exp(-0.1) + 0.2)); // birch is better by .1: its price counts for less
    expect(first(r, "amber.main").to.input).toBeCloseTo(20.2 * Math.exp(-0.5 * gap) - 0.2, 1);
    expect(r.dates[first(r, "amber.main").tick]).toBe("2025-02-07");
  });
  test("counts trust where it is told to: whom its buyers trust too little to be a rival, nobody answers", () => {
    const answered = (rule: string, trust: string) => answers(market(`returns: 0, ${rule}`, { trust })).length > 0;
    const distrusted = "{developers: -1, enterprises: -1, bulk: -1}";
    expect(answered("trust: 1", distrusted)).toBe(false);
    expect(answered("trust: 0", distrusted)).toBe(true);
    expect(answered("trust: 1", "{}")).toBe(true);
    expect(answered("trust: 1", "{bulk: -1}")).toBe(true); // the mean of its buyers trusts it well enough
  });
  test("takes the record holder's ratio of output to input", () => {
    const { to } = first(
      market("returns: 0, passThrough: {main: 0.5}", { cut: "{input: 1, output: 4}" }),
      "amber.main",
    );
    expect(to.output / to.input).toBeCloseTo(4, 1);
  });
  test("a challenger meets the record off its flagship; its aim moves the first answer beside it", () => {
    const to = first(market("returns: 0, challenger: 1, aim: -0.2, marginFloor: -20"), "amber.main").to;
    expect(to.input).toBeCloseTo((Math.exp(-0.1) + 0.2) * 0.8 - 0.2, 2);
  });
  test("keeps in the output price what the headline gives up, down to expected cost", () => {
    const rule = "returns: 0, challenger: 1, marginFloor: 0, expectedFall: 0";
    const r = market(rule, { cut: "{input: 0.2, output: 0.2}" });
    const { tick, product, to } = first(r, "amber.main");
    const k = tick * r.productIds.length + product;
    const cost = blend({ input: r.product.unitCostInput[k], output: r.product.unitCostOutput[k] });
    expect(blend(to)).toBeGreaterThan(cost * 0.99);
    expect(blend(to)).toBeLessThan(cost * 1.02);
    expect(to.output / to.input).toBeGreaterThan(2);
  });
  test("makes the light tier free where it is ready to and the record is almost nothing", () => {
    expect(first(market("returns: 0, free: 1"), "amber.lite").to).toMatchObject({ input: 0, output: 0 });
    expect(first(market("returns: 0, free: 1, freeBelow: 0.5"), "amber.lite").to.input).toBeGreaterThan(0);
  });
  test("comes back for a second round, and at most as often as it may", () => {
    const rounds = (rule: string) => answers(market(rule)).filter((m) => m.because.startsWith("round")).length;
    expect(rounds("returnDays: 2")).toBeGreaterThan(0);
    expect(rounds("returns: 0")).toBe(0);
  });
  test("answers at once with a product that launches after the record fell", () => {
    const r = market("returns: 0, challenger: 1", { launch: "2025-03-01" });
    expect(r.dates[first(r, "amber.main").tick]).toBe("2025-03-01");
    expect(first(r, "amber.main").because).toBe("launch:birch.main");
  });
  test("does nothing at strength 0, nor without a new record", () => {
    expect(answers(market("strength: 0"))).toEqual([]);
    expect(answers(market("returns: 2", { cut: "{input: 20, output: 20}" }))).toEqual([]);
  });
});
