import { describe, expect, test } from "vitest";
import { logitDemand } from "../../../engine/equilibrium/logit.ts";
import { pricingGame } from "../../../engine/equilibrium/pricing-game.ts";
import { bestReply } from "../../../engine/equilibrium/residual.ts";
import { duel, path, prices, profits, sum } from "../../support/duel.ts";

const solve = { reviewDays: 7, tolerance: 0, digits: 12 };
const myopic = { kind: "best-response", ...solve };
const learner = { kind: "forward-looking", ...solve, learning: 0.3, behind: 5, discount: 0 };
/** Cost falls by 0.3 log points per log point of tokens served, from 5 behind it. */
const curve = { kind: "curve", input: 1, output: 1, referenceGpuPrice: 1, learning: 0.3, reference: 5 };
const learning = (v: number) => ({ [`vendors.v${v}.products.p.cost`]: curve });

describe("forward-looking", () => {
  test("prices below a myopic rival with the same costs early, and level with it late", () => {
    const r = duel({ strategies: [learner, myopic], set: { ...learning(0), ...learning(1) }, weeks: 80 });
    const gap = (t: number) => prices(r, 1)[t] - prices(r, 0)[t];
    expect(gap(1)).toBeGreaterThan(0.15);
    expect(gap(40)).toBeLessThan(0.5 * gap(1));
    expect(gap(79)).toBeLessThan(0.1 * gap(1)); // what is left is the lead in cost that the early price has bought
    expect(gap(79)).toBeGreaterThan(0);
    expect(path(r, "unitCostInput", 0)[79]).toBeLessThan(path(r, "unitCostInput", 1)[79]);
  });
  test("undiscounted, it prices as if today's cost were the last one (Spence 1981)", () => {
    const r = duel({ strategies: [learner, { kind: "hold" }], set: learning(0), weeks: 40 });
    const t = 20;
    const q = path(r, "users", 0)[t - 1]; // what it has seen of its own volume
    const cost = path(r, "unitCostInput", 0)[t - 1];
    const served = 5 + sum(path(r, "users", 0).slice(0, t));
    const lastCost = cost * (served / (served + q * (40 - t))) ** 0.3;
    const game = pricingGame(logitDemand({ appeal: [2, 2], mu: 0.25, outside: 0, size: 1 }), [lastCost, 1], 0);
    const reply = bestReply(game, Float64Array.of(1, 1.5), { owner: Int32Array.of(0, 1), goods: [0] });
    expect(prices(r, 0)[t]).toBeCloseTo(reply.price[0], 3);
  });
  test("alone with its experience it earns more over the horizon than the myopic vendor in its place", () => {
    const earns = (strategy: object) =>
      sum(profits(duel({ strategies: [strategy as never, { kind: "hold" }], set: learning(0), weeks: 60 }), 0));
    expect(earns(learner)).toBeGreaterThan(earns(myopic) * 1.005);
  });
  test("the more it discounts, or the less there is to learn, the nearer to myopic it starts", () => {
    const first = (own: object) =>
      prices(duel({ strategies: [{ ...learner, ...own }, { kind: "hold" }], set: learning(0), weeks: 40 }), 0)[1];
    const without = first({ learning: 0 });
    expect(first({})).toBeLessThan(first({ discount: 5 }) - 0.01);
    expect(first({ discount: 5 })).toBeLessThan(without - 0.01);
    const reply = prices(duel({ strategies: [myopic, { kind: "hold" }], set: learning(0), weeks: 40 }), 0)[1];
    expect(without).toBeCloseTo(reply, 9);
  });
  test("customers who stay are worth a bargain at first and none at the end (Klemperer)", () => {
    const base = { kind: "forward-looking", ...solve, learning: 0, lockIn: 0.3, churn: 0.05 };
    const r = duel({ strategies: [base, { kind: "hold" }], weeks: 60 });
    const plain = prices(duel({ strategies: [myopic, { kind: "hold" }], weeks: 60 }), 0);
    expect(prices(r, 0)[1]).toBeLessThan(plain[1] - 0.1);
    expect(prices(r, 0)[59]).toBeGreaterThan(plain[59] - 0.01);
    expect(prices(r, 0)[59]).toBeGreaterThan(prices(r, 0)[1] + 0.1);
  });
});
