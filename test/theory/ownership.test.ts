import { describe, expect, test } from "vitest";
import { readScenario } from "../../engine/authoring.ts";
import { benchmarks, compile, mergerTable, metrics, openMarket, simulateModel } from "../../engine/index.ts";

/** Three firms of a textbook logit, each giving best replies; costs 1, 1.1 and 1.2. */
const firm = (id: string, cost: number, appeal: number, more = "") => `
  ${id}:
    name: ${id}
    load: 1
    cash: 100
    ${more}
    strategy: {kind: best-response, reviewDays: 7, tolerance: 0, digits: 8}
    products:
      p:
        appeal: ${appeal}
        price: {input: 1.6, output: 1.6}
        cost: {kind: curve, input: ${cost}, output: ${cost}, learning: 0, referenceGpuPrice: 1}`;

const scenario = (owner = "") =>
  readScenario(`id: three
title: T
question: Q
clock: {start: 2024-01-01, weeks: 60, tickDays: 7, burnInWeeks: 0}
currency: CNY
demand: {kind: unit-logit, mu: 0.25, a0: 0, size: 1, exact: true}
costs: {gpuPrice: 1, referenceGpuPrice: 1}
vendors:${firm("f1", 1, 2)}${firm("f2", 1.1, 2, owner)}${firm("f3", 1.2, 2.2)}
`).scenario;

// Solved apart from the product, by the first-order conditions of the logit.
const APART = [1.38367923, 1.44414501, 1.58367923];
const JOINED = [1.52221201, 1.62221201, 1.64058578];
const near = (values: readonly number[], digits: number) => values.map((x) => expect.closeTo(x, digits));

describe("an owner", () => {
  test("sets the prices of what it owns together: best replies end at the merged equilibrium", () => {
    const ends = (s: ReturnType<typeof scenario>) => Array.from(simulateModel(compile(s)).product.priceInput.slice(-3));
    expect(ends(scenario())).toEqual(near(APART, 5));
    expect(ends(scenario("owner: f1"))).toEqual(near(JOINED, 5));
  });

  test("takes the profits and the cash; the brand keeps its name and its users", () => {
    const r = simulateModel(compile(scenario("owner: f1")));
    const [first, last] = [0, r.dates.length - 1];
    const cash = (t: number, v: number) => r.vendor.cash[t * 3 + v];
    expect(r.vendorIds).toEqual(["f1", "f2", "f3"]);
    expect(cash(last, 1)).toBeCloseTo(100, 9);
    expect(cash(last, 0)).toBeGreaterThan(cash(first, 0));
    expect(r.product.users[last * 3 + 1]).toBeGreaterThan(0);
    const alone = simulateModel(compile(scenario()));
    expect(alone.vendor.cash[last * 3 + 1]).toBeGreaterThan(100);
  });

  test("is one seller of concentration: brands under it count together", () => {
    const r = simulateModel(compile(scenario("owner: f1")));
    const last = r.dates.length - 1;
    const tokens = [0, 1, 2].map((j) => r.product.tokensInput[last * 3 + j] + r.product.tokensOutput[last * 3 + j]);
    const total = tokens[0] + tokens[1] + tokens[2];
    const hhi = ((tokens[0] + tokens[1]) / total) ** 2 + (tokens[2] / total) ** 2;
    expect(metrics.get("hhi").compute(r)[last]).toBeCloseTo(hhi, 12);
    expect(metrics.get("cr4").compute(r)[last]).toBeCloseTo(1, 12);
  });

  test("is a vendor that belongs to itself", () => {
    expect(() => scenario("owner: nobody")).toThrow(/vendors\.f2\.owner: unknown owner “nobody”/);
  });
});

describe("a merger table", () => {
  const model = compile(scenario());
  const found = mergerTable(model, openMarket(model), { merge: [0, 1] });

  test("gives prices before and after, pressure and break-even efficiencies of the logit", () => {
    expect(Array.from(found.before)).toEqual(near(APART, 8));
    expect(Array.from(found.after)).toEqual(near(JOINED, 8));
    // Diversion of a logit is s_k / (1 - s_j), and its margin mu / (1 - s_j).
    const share = APART.map((p, j) => 1 - 0.25 / (p - [1, 1.1, 1.2][j]));
    const guppi = ((share[1] / (1 - share[0])) * (APART[1] - 1.1)) / APART[0];
    expect(found.guppi[0]).toBeCloseTo(guppi, 5);
    expect([found.guppi[2], found.efficiency[2]]).toEqual([0, 0]);
  });

  test("at costs lower by those efficiencies the merger leaves prices as they were", () => {
    const cost = [1, 1.1, 1.2].map((c, j) => c * (1 - found.efficiency[j]));
    const sums = [0, 1].map((j) => APART[j] - cost[j]);
    expect(sums[0]).toBeCloseTo(sums[1], 4); // one owner of a logit has one margin
  });

  test("counts what users lose: the log-sum, by the path of prices", () => {
    const logSum = (p: readonly number[]) =>
      0.25 * Math.log(1 + p.reduce((sum, x, j) => sum + Math.exp(([2, 2, 2.2][j] - x) / 0.25), 0));
    expect(found.surplus).toBeCloseTo(logSum(JOINED) - logSum(APART), 5);
    expect(found.profit.after).toBeGreaterThan(found.profit.before);
    expect(found.rivals.after).toBeGreaterThan(found.rivals.before);
  });
});

test("with prices held, an equilibrium moves the others alone: a best reply", () => {
  const model = compile(scenario());
  const { nash, equilibrium } = benchmarks(model, openMarket(model), { hold: [1, 2] });
  expect(Array.from(nash)).toEqual(near([1.40752151, 1.6, 1.6], 8));
  expect(equilibrium.converged).toBe(true);
  const owned = compile(scenario("owner: f1"));
  const both = benchmarks(owned, openMarket(owned), { hold: [1, 2] }).nash;
  expect(both[0]).toBeGreaterThan(nash[0]); // what it holds gains from a higher price of the one that moves
});
