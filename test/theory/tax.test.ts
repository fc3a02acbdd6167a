import { describe, expect, test } from "vitest";
import { benchmarks } from "../../engine/benchmarks/benchmarks.ts";
import { mergerTable } from "../../engine/benchmarks/merger.ts";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { ownership } from "../../engine/demand/priced-market.ts";
import { ownerProfits, replaced, scanPrices } from "../../engine/equilibrium/pricing-game.ts";
import { taxOf } from "../../engine/model/tax.ts";
import { compile, metrics, openMarket, type Recording, type Scenario } from "../../engine/index.ts";
import { library, simulate, variant } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";

const NONE = { rate: 0, perMtok: 0, perMonth: 0, perSecond: 0 };
const [MU, COST] = [0.25, 1];

const taxed = (scenario: Scenario, tax: Partial<typeof NONE>): Scenario => ({
  ...scenario,
  rules: { ...scenario.rules, tax: { ...NONE, ...tax } },
});

/** Competitive prices of a scenario's first day, and who buys what at them. */
function competition(scenario: Scenario) {
  const model = compile(scenario);
  const market = openMarket(model);
  const { nash } = benchmarks(model, market);
  return { nash, shares: demandOf(model).priced(model, market).buyers.quantities(nash) };
}

const last = (r: Recording, column: ArrayLike<number>, row: number, width: number): number =>
  column[(r.dates.length - 1) * width + row];

const sumOf = (column: Float64Array): number => column.reduce((a, b) => a + b, 0);

describe("Competitive prices under a tax", () => {
  test("a specific tax on unit logit: what buyers pay less cost less tax is mu/(1 - s)", () => {
    const t = 0.3;
    const appeal = [2, 2.4];
    const { nash } = competition(taxed(textbook({ appeal }), { perMtok: t }));
    const pays = Array.from(nash, (p) => p + t);
    const e = pays.map((p, j) => Math.exp((appeal[j] - p) / MU));
    const all = 1 + e[0] + e[1]; // buying nothing is worth 0
    pays.forEach((p, j) => expect(p - COST - t).toBeCloseTo(MU / (1 - e[j] / all), 9));
  });

  test("it is passed on to buyers in full where everybody buys, and less where they may stay away", () => {
    const rise = (a0: number) => {
      const [before, after] = [0, 0.3].map((t) => competition(taxed(textbook({ a0 }), { perMtok: t })).nash[0] + t);
      return (after - before) / 0.3;
    };
    expect(rise(-1e6)).toBeCloseTo(1, 9);
    expect(rise(1)).toBeLessThan(0.99);
  });

  test("a tax on the price shrinks the margin of unit logit to mu/((1 + r)(1 - s))", () => {
    const { nash, shares } = competition(taxed(textbook({ appeal: [2, 2.4] }), { rate: 0.2 }));
    nash.forEach((p, j) => expect(p - COST).toBeCloseTo(MU / (1.2 * (1 - shares[j])), 9));
  });

  test("among heterogeneous buyers, a tax on the price is to them what as large a rise of every cost would be", () => {
    const china = (level: number) =>
      library("china-2024", { "demand.agents": 400, "clock.burnInWeeks": 1, "costs.level": level });
    const [tax, costs] = [competition(taxed(china(1), { rate: 0.1 })), competition(china(1.1))];
    tax.nash.forEach((p, k) => expect((p * 1.1) / costs.nash[k]).toBeCloseTo(1, 6));
  });

  test("vendors' profits know a tax by the unit: slopes and scans are those of profits at what buyers pay", () => {
    const scenario = library("china-2024", { "demand.agents": 400, "clock.burnInWeeks": 1 });
    const model = compile(taxed(scenario, { rate: 0.1, perMtok: 2 }));
    const { game, price, products } = demandOf(model).priced(model, openMarket(model));
    const owner = ownership(model, products);
    const { marginal, profits } = game.conditions(price, owner);
    const scale = Math.max(...profits);
    const values = Array.from(price, (p) => Float64Array.of(0.5 * p, p, 2 * p));
    const scanned = scanPrices(game, price, owner, values);
    price.forEach((p, k) => {
      const at = (x: number) => ownerProfits(game.profits(replaced(price, k, x)), owner)[owner[k]];
      expect(Math.abs((at(p * 1.00001) - at(p * 0.99999)) / 2e-5 - marginal[k] * p)).toBeLessThan(1e-3 * scale);
      values[k].forEach((x, v) => expect(Math.abs(scanned[k][v] / at(x) - 1)).toBeLessThan(1e-6));
    });
  });
});

test("what a merger costs users is counted at what they pay, tax included", () => {
  const three = textbook({ appeal: [2, 2, 2], price: [1.5, 1.5, 1.5] });
  const surplus = (scenario: Scenario) => {
    const model = compile(scenario);
    return mergerTable(model, openMarket(model), { merge: [0, 1] }).surplus;
  };
  const costly = { ...three, costs: { ...three.costs, level: 1.1 } };
  expect(surplus(taxed(three, { rate: 0.1 })) / surplus(costly)).toBeCloseTo(1, 6);
});

describe("A market under a tax", () => {
  const still = "demand: {agents: 300}\n";
  const run = (more: string) => simulate(variant(`${still}${more}`), { seed: 1 });

  test("buyers pay price and tax, vendors book the price, the state the rest", () => {
    const r = run("rules: {tax: {rate: 6 %, perMtok: 0.1 CNY/Mtok}}");
    const [spend, tax, revenue] = [r.segment.spend, r.segment.tax, r.product.revenue].map(sumOf);
    expect(tax).toBeGreaterThan(0);
    expect(revenue + tax).toBeCloseTo(spend, 3);
    expect(sumOf(metrics.get("taxRevenue").compute(r))).toBeCloseTo(tax, 6);
    const free = (k: number) => r.product.priceInput[k] === 0;
    const tokens = r.product.tokensInput.reduce((sum, x, k) => sum + (free(k) ? 0 : x + r.product.tokensOutput[k]), 0);
    expect(tax).toBeCloseTo(0.06 * revenue + 0.1 * tokens, 1);
  });

  test("what buyers face is the list price, the share of it and the tax of the unit", () => {
    const free = "vendors: {zhipu: {products: {glm-4: {price: {input: 0, output: 0}}}}}";
    const model = compile(variant(`${still}${free}\nrules: {tax: {rate: 0.5, perMtok: 3}}`));
    const plain = compile(variant(`${still}${free}`));
    const [with_, without] = [openMarket(model), openMarket(plain)].map((m) => m.offers.input);
    without.forEach((p, k) => expect(with_[k]).toBeCloseTo(p > 0 ? 1.5 * p + 3 : 0, 9));
  });

  test("from its date on an event replaces the tax, of one vendor or of all", () => {
    const event = (more: string) => run(`events: [{date: 2024-06-10, kind: tax, ${more}}]`);
    const all = event("rate: 10 %");
    const before = all.dates.findIndex((day) => day >= "2024-06-10");
    const s = all.segmentIds.length;
    expect(sumOf(all.segment.tax.slice(0, before * s))).toBe(0);
    expect(sumOf(all.segment.tax.slice(before * s))).toBeGreaterThan(0);
    const one = event("rate: 10 %, vendor: deepseek");
    const row = one.vendorIds.indexOf("deepseek");
    const due = one.segmentIds.reduce((sum, _, k) => sum + last(one, one.segment.tax, k, s), 0);
    expect(due).toBeGreaterThan(0);
    expect(due).toBeCloseTo(0.1 * last(one, one.vendor.revenue, row, one.vendorIds.length), 6);
  });

  test("a vendor's own tax stands instead of the market's", () => {
    const r = run("rules: {tax: {rate: 10 %}}\nvendors: {deepseek: {tax: {rate: 0}}}");
    const untaxed = last(r, r.vendor.revenue, r.vendorIds.indexOf("deepseek"), r.vendorIds.length);
    const all = r.vendorIds.reduce((sum, _, v) => sum + last(r, r.vendor.revenue, v, r.vendorIds.length), 0);
    const due = r.segmentIds.reduce((sum, _, k) => sum + last(r, r.segment.tax, k, r.segmentIds.length), 0);
    expect(untaxed).toBeGreaterThan(0);
    expect(due).toBeCloseTo(0.1 * (all - untaxed), 6);
  });

  test("what people write by mistake is refused with what would be right", () => {
    const file = (more: string) => () => variant(`${still}${more}`);
    expect(file("rules: {tax: 6 %}")).toThrow(/rules\.tax: expected a mapping of keys: rate, perMtok/);
    expect(file("rules: {tax: {rate: 6}}")).toThrow(/rate: .*6 %/);
    expect(file("tax: {rate: 6 %}")).toThrow(/“tax” does not stand here but under rules or vendors\.<name>/);
    const cut = "events: [{date: 2024-06-10, kind: price, vendor: zhipu, change: 80 % off}]";
    expect(file(cut)).toThrow(/expected a change, like “-80 %”/);
  });

  test("a tax by a unit in which nothing is sold is refused by name", () => {
    const file = (more: string) => () => variant(`${still}${more}`);
    expect(file("rules: {tax: {perSecond: 0.1}}")).toThrow(/perSecond: none of the products is billed by the second/);
    expect(file("vendors: {zhipu: {tax: {perMonth: 1}}}")).toThrow(/perMonth/);
    expect(file("events: [{date: 2024-06-10, kind: tax, perSecond: 1}]")).toThrow(/perSecond/);
  });
});

test("a specific tax is of what its product is billed by: a million tokens, a user's week, a million seconds", () => {
  const tax = { rate: 0.1, perMtok: 2, perMonth: 365 / 12, perSecond: 3e-6 };
  const of = (meter: "token" | "month" | "second") =>
    taxOf({ products: [{ vendor: 0, meter }] as never }, { taxes: [tax] as never }, 0);
  expect(of("token")).toEqual({ rate: 0.1, specific: 2 });
  expect(of("month").specific).toBeCloseTo(7, 12);
  expect(of("second").specific).toBeCloseTo(3, 12);
});
