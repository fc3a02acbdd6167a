import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, metrics, openMarket, patchScenario } from "../../../engine/index.ts";
import { logitDemand } from "../../../engine/equilibrium/logit.ts";
import { priceEquilibrium } from "../../../engine/equilibrium/nash.ts";
import { pricingGame } from "../../../engine/equilibrium/pricing-game.ts";
import { bestReply } from "../../../engine/equilibrium/residual.ts";
import { publicProducts, tokensByProduct, viewOf } from "../../../engine/market/view.ts";
import { duel, prices } from "../../support/duel.ts";
import { library, productAt, simulate } from "../../support/scenarios.ts";

const exact = { kind: "best-response", reviewDays: 7, tolerance: 0, digits: 12 };
const last = (x: readonly number[]) => x.at(-1)!;

describe("best response", () => {
  test("two of them reach the logit Bertrand-Nash price of Calvano et al. (2020), 1.47292666", () => {
    const r = duel({ strategies: [exact, exact] });
    for (const v of [0, 1]) expect(last(prices(r, v))).toBeCloseTo(1.47292666, 8);
  });
  test("they reach the equilibrium of any logit market, whatever its costs, values and number of vendors", () => {
    const firm = fc.record({
      appeal: fc.double({ min: 1.5, max: 2.5, noNaN: true }),
      cost: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(firm, { minLength: 1, maxLength: 4 }), (firms) => {
        const appeal = firms.map((f) => f.appeal);
        const cost = firms.map((f) => f.cost);
        const r = duel({ strategies: firms.map(() => exact), appeal, cost, price: firms.map(() => 1.6), weeks: 40 });
        const game = pricingGame(logitDemand({ appeal, mu: 0.25, outside: 0, size: 1 }), cost, 0);
        const nash = priceEquilibrium(
          game,
          Int32Array.from(firms, (_, k) => k),
        ).price;
        firms.forEach((_, v) => expect(last(prices(r, v))).toBeCloseTo(nash[v], 7));
      }),
      { numRuns: 10 },
    );
  });
  test("a vendor of several products sets them together: at a Nash equilibrium of owners it stays", () => {
    const cost = [1, 1.2, 0.8, 1];
    const game = pricingGame(logitDemand({ appeal: [2, 2.3, 1.7, 2], mu: 0.25, outside: 0, size: 1 }), cost, 0);
    const owner = Int32Array.of(0, 0, 0, 1);
    const nash = priceEquilibrium(game, owner).price;
    const both = bestReply(game, nash, { owner, goods: [0, 1] }).price; // its third product stays
    both.forEach((p, i) => expect(p).toBeCloseTo(nash[i], 7));
    const margins = nash.map((p, k) => p - cost[k]);
    expect(margins[0]).toBeCloseTo(margins[2], 7); // equal margins, as the logit has them
    const alone = bestReply(game, nash, { owner: Int32Array.of(0, 1, 2, 3), goods: [0] }).price[0];
    expect(alone).toBeLessThan(nash[0] - 0.01); // who ignores its other products prices lower
  });
  test("no price of a wide grid earns more on the China market's own population", () => {
    const model = compile(library("china-2024", { "demand.agents": 2000 }));
    const market = openMarket(model);
    const { index, products } = model.vendors.find((v) => v.id === "moonshot")!;
    const rivals = publicProducts(model, market).filter((p) => p.vendor !== "moonshot");
    const {
      game,
      price,
      owner,
      products: goods,
    } = viewOf(model, market, index, { products, rivals, tokens: tokensByProduct(model, market) }).survey();
    const k = goods.indexOf(products[0]);
    const best = bestReply(game, price, { owner, goods: [k] }).price[0];
    const earns = (p: number) => game.profits(price.with(k, p))[k];
    for (let p = 0.25; p < 200; p *= 1.07) expect(earns(best)).toBeGreaterThanOrEqual(earns(p));
    expect(best).toBeGreaterThan(game.cost[k]);
  });
  test("an error of its estimate of demand moves the price both ways, not on the average of the log markup", () => {
    const r = duel({ strategies: [{ ...exact, error: 0.2 }, { kind: "hold" }], weeks: 1500 });
    const sharp = last(prices(duel({ strategies: [exact, { kind: "hold" }] }), 0));
    const errors = prices(r, 0).map((p) => Math.log((p - 1) / (sharp - 1)));
    const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
    const sd = Math.sqrt(errors.reduce((a, e) => a + (e - mean) ** 2, 0) / errors.length);
    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(sd).toBeGreaterThan(0.15);
    expect(sd).toBeLessThan(0.25);
  });
  test("reviews on its own cadence and posts nothing else", () => {
    const r = duel({ strategies: [{ ...exact, reviewDays: 30 }, exact], tickDays: 1 });
    expect(new Set(r.moves.filter((m) => m.product === 0).map((m) => m.tick % 30))).toEqual(new Set([0]));
  });
});

describe("M-22, price for users", () => {
  const share = { "vendors.v0.conduct.shareWeight": 0.005 };

  test("a weight of share against profit lowers the equilibrium price as a lower cost would, and wins share", () => {
    const r = duel({ strategies: [exact, exact], set: share, weeks: 100 });
    const [own, rival] = [last(prices(r, 0)), last(prices(r, 1))];
    expect(own).toBeLessThan(1.44);
    const [a, b] = r.product.users.slice(-2);
    expect(a).toBeGreaterThan(b * 1.1);
    // As if each Mtok cost less by weight x 100 x revenue / market tokens.
    const worth = (0.5 * own * a) / (a + b);
    const game = pricingGame(logitDemand({ appeal: [2, 2], mu: 0.25, outside: 0, size: 1 }), [1 - worth, 1], 0);
    const nash = priceEquilibrium(game, Int32Array.of(0, 1)).price;
    expect(own).toBeCloseTo(nash[0], 6);
    expect(rival).toBeCloseTo(nash[1], 6);
  });
  test("switched off, it leaves the Nash price", () => {
    const r = duel({ strategies: [exact, exact], set: { ...share, off: ["M-22"] } });
    expect(last(prices(r, 0))).toBeCloseTo(1.47292666, 8);
  });
  test("undercutting, it goes below cost by as much", () => {
    const under = { kind: "undercut", step: { main: 0.02 }, tolerance: 0.001 };
    const end = (set: object) =>
      last(prices(duel({ strategies: [under, under], set: set as Record<string, unknown>, weeks: 150 }), 0));
    expect(end({})).toBeCloseTo(1, 2);
    expect(end({ ...share, "vendors.v1.conduct.shareWeight": 0.005 })).toBeLessThan(0.9);
  });
  test("in China, a giant that wants share nearly gives its lite tier away and holds more than one for profit", () => {
    const run = (off: string[]) =>
      simulate(
        patchScenario(library("no-trigger", { "demand.agents": 500, "clock.end": "2024-07-05" }), {
          "vendors.alibaba.strategy": { kind: "best-response" },
          "vendors.alibaba.conduct.shareWeight": 0.01,
          "strategies.headline.strength": 0, // nobody answers: what a rival's cut takes back is another question
          off,
        }),
      );
    const [on, off] = [run([]), run(["M-22"])];
    const share = (r: typeof on) =>
      metrics
        .get("tokenShare")
        .compute(r)
        .at(r.vendorIds.indexOf("alibaba") - r.vendorIds.length)!;
    const lite = (r: typeof on) => productAt(r, "priceInput", "alibaba.qwen-turbo", "2024-07-05");
    expect(lite(on)).toBeLessThan(0.2 * lite(off));
    expect(share(on)).toBeGreaterThan(share(off) + 0.02);
  });
});
