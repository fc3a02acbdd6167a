import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compile,
  openMarket,
  planBill,
  planDeciles,
  type Recording,
  type Scenario,
  simulateModel,
  tick,
  WINDOWS,
} from "../../../engine/index.ts";
import { agentModel } from "../../../engine/demand/mixed-logit/model.ts";
import { COST, last, run, smallMarket, tokens } from "../../support/tariffs.ts";

const BY_TOKEN = `p: {price: {input: 6, output: 6}, ${COST}}`;

describe("a plan against paying by the token", () => {
  const market = (fee: number, plan = "") =>
    smallMarket({
      products: `${BY_TOKEN}\nsub: {arena: plans, price: {month: ${fee}}, ${COST}${plan}}`,
      segment: ", also: [plans]",
    });

  test("sorts buyers as a two-part tariff does (Oi 1971): who uses much takes it, agent by agent", () => {
    const fee = 200;
    const scenario = market(fee);
    const model = agentModel(compile(scenario, { seed: 1 }));
    const r = simulateModel(model);
    const { population: p } = model;
    const [sub, token] = ["v.sub", "v.p"].map((id) => model.products.findIndex((x) => x.id === id));
    const weekly = (fee * 12 * 7) / 365;
    let [users, tokensBy, surplus] = [0, 0, 0];
    for (let i = 0; i < p.size; i++) {
      // Surplus of a plan without limit: v X - F. By the token: v X exp(-p/v). (g is 1.)
      const whole = p.value[i] * p.volume[i];
      const taste = (j: number) => 0.4 * p.taste[i * p.products + j];
      const ln = whole > weekly ? Math.log(whole - weekly) : -1e6;
      const plan = ln + taste(sub) > Math.log(whole) - 6 / p.value[i] + taste(token);
      const reach = Math.max(ln - Math.log(whole), -6 / p.value[i]);
      if (!plan || reach < p.lnFixedCost[i]) continue;
      users += p.weight[i];
      tokensBy += p.weight[i] * p.volume[i];
      surplus += p.weight[i] * (whole - weekly - whole * p.fixedCost[i]);
    }
    expect(users).toBeGreaterThan(0);
    expect(last(r, "v.sub", "users") / users).toBeCloseTo(1, 6);
    expect(tokens(r, "v.sub") / tokensBy).toBeCloseTo(1, 6);
    expect(last(r, "v.sub", "revenue") / (weekly * users)).toBeCloseTo(1, 6);
    expect(last(r, "v.sub", "fees") / (weekly * users)).toBeCloseTo(1, 6);
    expect(surplus).toBeGreaterThan(0);
  });

  test("with a quota stops there, pays beyond it or slows down, as it says", () => {
    const quota = "quota: [{tokens: 20 Mtok, every: week}]";
    const at = (beyond: string) => run(market(100, `, plan: {${quota}, beyond: ${beyond}}`));
    const perUser = (r: Recording) => tokens(r, "v.sub") / last(r, "v.sub", "users");
    expect(perUser(at("stop"))).toBeLessThanOrEqual(20 + 1e-9);
    const paid = at("pay, overage: {input: 6, output: 6}");
    expect(last(paid, "v.sub", "revenue")).toBeGreaterThan(last(paid, "v.sub", "fees") * 1.01);
    const slow = at("slow, slow: 0.5");
    expect(last(slow, "v.sub", "revenue") / last(slow, "v.sub", "fees")).toBeCloseTo(1, 9);
    expect(perUser(slow)).toBeGreaterThan(perUser(at("stop")));
  });

  test("that bills what lies beyond its quota has to say at what price", () => {
    const at = (terms: string) => market(100, `, plan: {quota: [{tokens: 20 Mtok}], ${terms}}`);
    expect(() => at("beyond: pay")).toThrow(/plan\.overage: .*say at what price: overage: \{input/);
    for (const terms of ["beyond: pay, overage: {input: 6, output: 6}", "beyond: stop"])
      expect(() => at(terms)).not.toThrow();
  });

  test("conserves: what the fee pays, what lies beyond, fees and overage add up to the work and the bill", () => {
    const quota = fc.record({
      tokens: fc.double({ min: 0.1, max: 80, noNaN: true }),
      every: fc.constantFrom("5h", "day", "week", "month"),
    });
    const quotas = fc.uniqueArray(quota, { minLength: 1, maxLength: 3, selector: ({ every }) => every });
    const shape = fc.constantFrom("even", "office", "evening");
    fc.assert(
      fc.property(quotas, shape, fc.double({ min: 0.5, max: 400, noNaN: true }), (list, hours, input) => {
        const limits = list.map(({ tokens, every }) => `{tokens: ${tokens} Mtok, every: ${every}}`).join(", ");
        const plan = `, plan: {quota: [${limits}], beyond: pay, overage: {input: 6, output: 9}}`;
        const segment = `, also: [plans], traffic: {hours: {shape: ${hours}}}`;
        const products = `${BY_TOKEN}\nsub: {arena: plans, price: {month: 100}, ${COST}${plan}}`;
        const model = compile(smallMarket({ products, segment }), { seed: 1 });
        const question = { product: "v.sub", segment: "devs", day: model.startDay, work: { input, output: input / 3 } };
        const bill = planBill(model, openMarket(model), question)!;
        const rest = bill.asked - bill.included;
        expect(bill.asked).toBeCloseTo((input * 4) / 3, 9);
        expect(rest).toBeGreaterThanOrEqual(-1e-9);
        for (const { tokens, every } of list)
          expect(bill.included).toBeLessThanOrEqual(tokens * Math.ceil(WINDOWS.month / WINDOWS[every]) + 1e-9);
        expect(bill.fee + bill.overage).toBeCloseTo(bill.total, 9);
        expect(bill.overage).toBeCloseTo(rest * (0.75 * 6 + 0.25 * 9), 8);
      }),
      { numRuns: 25 },
    );
  });

  test("adverse selection: its users use more than those who pay by the token, and cost more than the mean", () => {
    const r = run(market(150));
    const perUser = (id: string) => tokens(r, id) / last(r, id, "users");
    expect(perUser("v.sub")).toBeGreaterThan(perUser("v.p") * 1.3);
  });

  const withEvents = (fee: number, events: string): Scenario =>
    smallMarket({
      products: `p: {price: {input: 6, output: 6}, ${COST}}\nsub: {arena: plans, price: {month: ${fee}}, ${COST}}`,
      segment: ", also: [plans]",
      more: `events: [${events}]`,
    });

  test("its margin falls from the lightest tenth of its users to the heaviest; the tenths add up to it", () => {
    const model = compile(market(150), { seed: 1 });
    const held = openMarket(model);
    for (let t = 1; t < model.ticks; t++) tick(model, held);
    const j = model.products.findIndex(({ id }) => id === "v.sub");
    const deciles = planDeciles(model, held, j);
    const sumOf = (of: (d: (typeof deciles)[number]) => number) => deciles.reduce((sum, d) => sum + of(d), 0);
    expect(sumOf((d) => d.fee) / held.flows.revenue[j]).toBeCloseTo(1, 9);
    expect(sumOf((d) => d.cost) / held.flows.cost[j]).toBeCloseTo(1, 9);
    const margins = deciles.map(({ fee, cost }) => 1 - cost / fee);
    for (let k = 1; k < 10; k++) expect(margins[k]).toBeLessThan(margins[k - 1]);
    expect(deciles[9].cost).toBeGreaterThan(sumOf((d) => d.cost) * 0.2);
  });

  test("a rise of the fee drives the light users out first", () => {
    const before = run(market(150));
    const raised = run(withEvents(150, "{date: 2026-08-31, kind: price, product: v.sub, price: {month: 300}}"));
    const perUser = (r: Recording) => tokens(r, "v.sub") / last(r, "v.sub", "users");
    expect(last(raised, "v.sub", "users")).toBeLessThan(last(before, "v.sub", "users"));
    expect(perUser(raised)).toBeGreaterThan(perUser(before));
  });

  test("a refund lowers the revenue of its week by that part of a month's fees", () => {
    const before = run(market(150));
    const after = run(withEvents(150, "{date: 2026-09-07, kind: refund, product: v.sub, share: 50 %}"));
    const weekly = last(before, "v.sub", "fees");
    expect(last(before, "v.sub", "revenue") - last(after, "v.sub", "revenue")).toBeCloseTo(
      0.5 * (365 / 84) * weekly,
      4,
    );
  });
});
