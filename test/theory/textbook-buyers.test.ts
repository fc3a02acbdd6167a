import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readScenario, type ScenarioErrors } from "../../engine/authoring.ts";
import { benchmarks, compile, openMarket, type Scenario, tick } from "../../engine/index.ts";
import { textbookFile } from "../support/textbook.ts";

interface Case {
  readonly params: Readonly<Record<string, never>>;
  readonly expected: Readonly<Record<string, { readonly share: number[]; readonly price: number[] }>>;
}
const published = (id: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../scenarios/validation/${id}.json`), "utf8")) as Case;

/** A textbook market for two years and more, in weeks. */
const market = (demand: object, appeal: number[], price: number[], cost: number[] = []) =>
  textbookFile({ appeal, price, cost, demand, clock: { end: "2026-05-01", tickDays: 7 } });

function after(scenario: Scenario, ticks: number) {
  const model = compile(scenario);
  const state = openMarket(model);
  for (let t = 0; t < ticks; t++) tick(model, state);
  return { model, state };
}
const read = (text: string) => readScenario(text).scenario;
const near = (found: ArrayLike<number>, expected: readonly number[], digits = 8) =>
  expected.forEach((x, k) => expect(found[k]).toBeCloseTo(x, digits));

describe("buyers of the textbook market", () => {
  test("who are loyal to what they bought last come to the shares of their chain, and vendors to its prices", () => {
    const { expected } = published("state-dependence");
    const text = market({ loyalty: 0.2 }, [2, 1.8], [1.5, 1.4], [1, 0.9]);
    const { model, state } = after(read(text), 100);
    near(state.flows.users, expected.at_p.share);
    near(benchmarks(model, state).nash, expected.nash.price, 7);
    const first = after(read(text), 1).state.flows.users;
    expect(Math.abs(first[0] - expected.at_p.share[0])).toBeGreaterThan(0.01); // nobody was loyal to anything yet
  });

  test("of several types buy what a mixed logit over types says, and vendors price as in its equilibrium", () => {
    const { expected } = published("mixed-logit-types");
    const types = {
      many: { share: 0.7 },
      few: { share: 0.3, mu: 0.5, a0: 0.5, appeal: { "v0.p": 3, "v1.p": 2, "v2.p": 2.2 } },
    };
    const { model, state } = after(read(market({ types }, [2, 1.8, 2.4], [1.6, 1.5, 1.8], [1, 0.9, 1.2])), 1);
    near(state.flows.users, expected.at_p.share);
    near(benchmarks(model, state).nash, expected.nash.price, 7);
  });

  test("whom others' buying draws tip to one of two goods alike, and share the market below the tipping point", () => {
    const shares = (network: number) =>
      after(read(market({ network, a0: -1e6 }, [2.0001, 2], [1.5, 1.5])), 110).state.flows.users;
    near(shares(0.75), [0.9293, 0.0707], 3); // beta J = 1.5 of Brock & Durlauf (2001)
    near(shares(0.4), [0.5, 0.5], 2);
  });

  test.each([
    ["shares that do not add up", { types: { a: { share: 0.7 }, b: { share: 0.2 } } }, /demand.types: .*add up to 0.9/],
    ["loyalty of counted agents", { loyalty: 0.1, exact: false }, /demand.exact: .*leave “exact” true/],
    ["a product nobody sells", { types: { a: { share: 1, appeal: { "v9.p": 2 } } } }, /v9.p/],
  ])("%s are refused", (_what, demand, words) => {
    const refused = () => {
      try {
        readScenario(market(demand, [2, 2], [1.5, 1.5]));
        return "";
      } catch (error) {
        return (error as ScenarioErrors).format("en");
      }
    };
    expect(refused()).toMatch(words);
  });
});
