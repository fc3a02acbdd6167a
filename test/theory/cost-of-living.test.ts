import { describe, expect, test } from "vitest";
import { costOfLiving, offersOf } from "../../engine/benchmarks/cost-of-living.ts";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { stateDependentDemand } from "../../engine/equilibrium/state-dependent.ts";
import { compile, openMarket } from "../../engine/index.ts";
import { indicesBetween } from "../../engine/explain/indices.ts";
import { inlineRunner } from "../../workers/inline.ts";
import { library } from "../support/scenarios.ts";

/** China's buyers on the first day, spread evenly. */
const china = () => {
  const model = compile(library("china-2024", { "demand.agents": 500 }), { seed: 1, even: true });
  return demandOf(model).priced(model, openMarket(model));
};
const OUT_OF_REACH = 1e12;

describe("the cost of living", () => {
  test("is halved with all prices, whoever the buyers are", () => {
    const then = china();
    for (const factor of [0.5, 0.01, 3]) {
      const { all, withoutNew } = costOfLiving({ ...then, price: then.price.map((p) => p * factor) }, offersOf(then));
      expect(all).toBeCloseTo(factor, 9);
      expect(withoutNew).toBeCloseTo(factor, 9);
    }
  });

  test("is found in a few looks at everybody, as each takes long", () => {
    const then = china();
    let looks = 0;
    const worth = (p: Float64Array) => (looks++, then.worth(p));
    const now = { ...then, price: then.price.map((p) => p * 0.37), worth };
    expect(costOfLiving(now, offersOf(then)).all).toBeCloseTo(0.37, 12);
    expect(looks).toBeLessThan(40); // 104 by halving alone
  });

  test("falls when a product comes on sale, by what it is worth: without it, it stands", () => {
    const now = china();
    const before = now.price.map((p, k) => (k === 1 ? OUT_OF_REACH : p));
    const then = { products: now.products.filter((_, k) => k !== 1), worth: now.worth(before) };
    const { all, withoutNew } = costOfLiving(now, then);
    expect(all).toBeLessThan(0.99);
    expect(withoutNew).toBeCloseTo(1, 9);
    expect(costOfLiving({ ...now, price: before }, then).all).toBeCloseTo(1, 9); // at its reservation price
  });

  test("of one good whose appeal rises by d is p/(p + d), by hand", () => {
    const market = (appeal: number, p: number) => ({
      products: [0],
      price: Float64Array.of(p),
      worth: logitDemand({ appeal: Float64Array.of(appeal), mu: 0.25, outside: 0 }).surplus!,
    });
    expect(costOfLiving(market(2.5, 1.5), offersOf(market(2, 1.5))).all).toBeCloseTo(1.5 / 2, 9);
  });

  test("is 0 where what is free makes buyers better off than all that was paid for did", () => {
    const free = { products: [0], price: Float64Array.of(0), worth: (p: Float64Array) => 2 - p[0] };
    expect(costOfLiving(free, { products: [0], worth: 1 }).all).toBe(0);
  });

  test("has no answer where nobody could buy then", () => {
    expect(costOfLiving(china(), { products: [], worth: 0 }).all).toBeNaN();
  });

  test("takes loyal buyers at the mean log-sum over what they hold, which is the logit's where nobody is loyal", () => {
    const law = { appeal: Float64Array.of(2, 1.5), mu: 0.25, outside: 0 };
    const p = Float64Array.of(1.5, 1.2);
    const at = (loyalty: number) => stateDependentDemand({ ...law, loyalty }).surplus!(p);
    expect(at(0)).toBeCloseTo(logitDemand(law).surplus!(p), 12);
    expect(at(0.2)).toBeGreaterThan(at(0));
    expect(at(0.2)).toBeLessThan(at(0) + 0.2);
  });
});

describe("every index between two days", () => {
  const span = { from: "2024-04-01", to: "2024-06-30" };
  const few = { "demand.agents": 500, "clock.end": "2024-06-30" };
  const between = async (settings: Readonly<Record<string, unknown>>) => {
    const scenario = library("china-2024", { ...few, ...settings });
    return indicesBetween(await inlineRunner().run({ scenario, seed: 1, nashBetween: span }), span);
  };

  test("orders formulas as theory does, and counts new products in the cost of living alone", async () => {
    const { list, living, livingWithoutNew } = await between({});
    const of = (id: string) => list.find((row) => row.id === id)!;
    for (const way of ["chained", "direct"] as const) {
      const [fisher, high, low] = ["priceIndex", "laspeyresIndex", "paascheIndex"].map((id) => of(id)[way]);
      expect(fisher).toBeGreaterThan(low);
      expect(fisher).toBeLessThan(high);
    }
    expect(living).toBeLessThan(0.5 * livingWithoutNew); // Doubao, DeepSeek-V2
    expect(livingWithoutNew).toBeLessThan(of("priceIndex").chained);
  });

  test("stands at one where nothing moves but time", async () => {
    const entrants = ["deepseek.products.v2", "bytedance.products.doubao-pro", "bytedance.products.doubao-lite"];
    const still = await between(Object.fromEntries(entrants.map((path) => [`vendors.${path}.launch`, "never"])));
    for (const { chained, direct } of still.list) {
      expect(chained).toBeCloseTo(1, 9);
      expect(direct).toBeCloseTo(1, 9);
    }
  });
});
