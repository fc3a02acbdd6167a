import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, openMarket, type Recording, type Scenario, simulateModel } from "../../../engine/index.ts";
import { agentMarket, agentModel } from "../../../engine/demand/mixed-logit/model.ts";
import { normalCdf } from "../../../engine/math/normal-cdf.ts";
import { bestUse, ownTerms } from "../../../engine/tariff/own-terms.ts";
import { monthlyBill, overList } from "../../../engine/tariff/spend.ts";
import { COST, last, run, smallMarket, tokens } from "../../support/tariffs.ts";

const step = (above: number, times: number) => ({ steps: [{ above, times }], minimum: 0, commitments: [] });

describe("terms by volume over a law of bills", () => {
  test("a step is worth what the lognormal law says in closed form", () => {
    // Median e^m, spread s: E min(B, K) = M Phi(d - s) + K (1 - Phi(d)), d = (ln K - m)/s, M = e^(m + s^2/2).
    const [m, s, K, times] = [3, 1.2, 40, 0.4];
    const mean = Math.exp(m + (s * s) / 2);
    const d = (Math.log(K) - m) / s;
    const below = mean * normalCdf(d - s) + K * (1 - normalCdf(d));
    expect(overList(step(K, times), { mean, sd: s })).toBeCloseTo((below + times * (mean - below)) / mean, 5);
  });
});

const amounts = fc.double({ min: 0.5, max: 300, noNaN: true });
const factors = fc.double({ min: 0.05, max: 1.5, noNaN: true });
const terms = fc.record({
  steps: fc
    .uniqueArray(fc.record({ above: amounts, times: factors }), { maxLength: 3, selector: ({ above }) => above })
    .map((steps) => steps.toSorted((a, b) => a.above - b.above)),
  minimum: fc.constantFrom(0, 5, 60),
  commitments: fc.array(fc.record({ spend: amounts, times: factors }), { maxLength: 2 }),
});

describe("a buyer's own bill", () => {
  test("no other use leaves a buyer better off, whatever the terms", () => {
    const wanted = fc.record({
      satiation: amounts,
      price: fc.double({ min: 0.1, max: 5, noNaN: true }),
      other: fc.constantFrom(0, 0.3),
      worth: fc.double({ min: 0.2, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(terms, wanted, (offer, want) => {
        const { tokens: used, due, surplus } = bestUse(ownTerms(offer), want);
        expect(due).toBeCloseTo(monthlyBill(offer, used * want.price) + used * want.other, 8);
        for (let k = 1; k <= 400; k++) {
          const x = (want.satiation * k) / 400;
          const value = want.worth * x * (1 + Math.log(want.satiation / x));
          const other = value - monthlyBill(offer, x * want.price) - x * want.other;
          expect(surplus).toBeGreaterThanOrEqual(other - 1e-9 * (1 + Math.abs(other)));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("beyond a step a buyer works at its price, and keeps what it paid more before", () => {
    // v g = 2, X = 100, 1 a token up to 20, half beyond: x = 100 e^(-1/4), surplus 2x - what the first 20 cost more.
    const {
      tokens: used,
      due,
      surplus,
    } = bestUse(ownTerms(step(20, 0.5)), {
      satiation: 100,
      price: 1,
      other: 0,
      worth: 2,
    });
    expect(used).toBeCloseTo(100 * Math.exp(-0.25), 10);
    expect(due).toBeCloseTo(20 + (used - 20) / 2, 10);
    expect(surplus).toBeCloseTo(2 * used - 20 * 0.5, 10);
  });

  test("up to a month's minimum one more token is free", () => {
    const offer = { steps: [], minimum: 50, commitments: [] };
    const want = { price: 1, other: 0, worth: 2 };
    expect(bestUse(ownTerms(offer), { ...want, satiation: 40 })).toMatchObject({ tokens: 40, due: 50, surplus: 30 });
    expect(bestUse(ownTerms(offer), { ...want, satiation: 60 }).tokens).toBeCloseTo(50, 10); // 60 e^(-1/2) is less
    expect(bestUse(ownTerms(offer), { ...want, satiation: 200 }).tokens).toBeCloseTo(200 * Math.exp(-0.5), 10);
  });
});

/** Two equals: one flat, one dearer for the small, cheaper for who spends more than 2,000 a month. */
const STEPPED =
  `p: {price: {input: 20, output: 80}, ${COST}}\n` +
  `q: {price: {input: 26, output: 104}, ${COST}, tariff: {volume: {steps: [{above: 2000, times: 0.3}]}}}`;

/** The market once everybody has chosen, by price alone: tastes hardly count. */
function opened(off: string) {
  const scenario = smallMarket({ products: STEPPED, segment: ", switching: {mean: 0, sd: 0}", more: `off: [${off}]` });
  const demand = { ...scenario.demand, mu: 1e-9 } as Scenario["demand"];
  const model = agentModel(compile({ ...scenario, demand }, { seed: 1 }));
  const market = agentMarket(openMarket(model));
  return { model, market, users: [...market.agents.held.keys()].filter((i) => market.agents.held[i] >= 0) };
}
const OFFER = step(2000, 0.3);
const LIST = 0.75 * 26 + 0.25 * 104; // every buyer's output is a quarter
const MONTH = 365 / 84; // weeks

describe("T-9: buyers of one segment differ in what terms by volume leave them to pay", () => {
  test("each takes the stepped price where its own bill is worth more there than the flat one", () => {
    const { model, market, users } = opened("");
    const { value, volume } = model.population;
    const byHand = users.map((i) => {
      const [worth, satiation] = [value[i], volume[i] * MONTH];
      const { surplus } = bestUse(ownTerms(OFFER), { satiation, price: LIST, other: 0, worth });
      return surplus > worth * satiation * Math.exp(-(LIST / 1.3) / worth) ? 1 : 0;
    });
    expect(users.map((i) => market.agents.held[i])).toEqual(byHand);
    expect(new Set(byHand)).toEqual(new Set([0, 1]));
  });

  test("at the segment's mean price, T-9 off, all take one", () => {
    const { market, users } = opened("T-9");
    expect(new Set(users.map((i) => market.agents.held[i])).size).toBe(1);
  });

  test("money is what the buyers' bills add up to, buyer by buyer", () => {
    const { model, market, users } = opened("");
    const { held, use, adopted } = market.agents;
    const { weight } = model.population;
    let [due, used] = [0, 0];
    for (const i of users) {
      if (held[i] !== 1) continue;
      const ramp = 1 - (1 - model.demand.ramp.start) * model.fading[market.day - adopted[i]];
      due += (weight[i] * ramp * monthlyBill(OFFER, (use[i] / weight[i]) * LIST * MONTH)) / MONTH;
      used += use[i] * ramp;
    }
    const { tokensInput, tokensOutput, off } = market.flows;
    const { paidInput, paidOutput } = market.offers;
    expect((tokensInput[1] + tokensOutput[1]) / used).toBeCloseTo(1, 9);
    expect((tokensInput[1] * paidInput[1] + tokensOutput[1] * paidOutput[1] - off[1]) / due).toBeCloseTo(1, 9);
  });

  test("who has grown into a step pays it: the mean price falls as use grows", () => {
    const paid = (r: Recording, t: number) => {
      const { revenue, tokensInput, tokensOutput } = r.product;
      return revenue[t] / (tokensInput[t] + tokensOutput[t]);
    };
    const products = STEPPED.split("\n")[1];
    const scenario = smallMarket({ products, segment: ", growth: 8", more: "" });
    const r = simulateModel(compile(scenario, { seed: 1 }));
    expect(paid(r, 3)).toBeLessThan(paid(r, 0) * 0.97);
    const off = run({ ...scenario, off: ["T-9"] });
    expect(paid(off, 3)).toBeCloseTo(paid(off, 0), 9);
    expect(tokens(r, "v.q")).toBeGreaterThan(0);
    expect(last(r, "v.q", "users")).toBeGreaterThan(0);
  });
});
