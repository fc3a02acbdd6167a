import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metrics } from "../../engine/index.ts";
import { simulate } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";

const users = (r: ReturnType<typeof simulate>) => r.product.users.slice(0, r.productIds.length);

const worth = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 3, noNaN: true }));

describe("the textbook market", () => {
  test("shares equal the closed-form logit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: worth, p: worth }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (goods, mu) => {
          const got = users(simulate(textbook({ appeal: goods.map((g) => g.a), price: goods.map((g) => g.p), mu })));
          const e = goods.map((g) => Math.exp((g.a - g.p) / mu));
          const sum = 1 + e.reduce((x, y) => x + y, 0);
          got.forEach((s, j) => expect(s).toBeCloseTo(e[j] / sum, 12));
        },
      ),
      { numRuns: 50 },
    );
  });
  test("simulated buyers with lasting tastes agree with it within Monte-Carlo error", () => {
    const market = { appeal: [2, 1.9, 1.7], price: [1.5, 1.2, 1.4] };
    const exact = users(simulate(textbook(market)));
    const counted = users(simulate(textbook({ ...market, exact: false, agents: 40_000 })));
    counted.forEach((s, j) =>
      expect(Math.abs(s - exact[j])).toBeLessThan(4 * Math.sqrt((exact[j] * (1 - exact[j])) / 40_000)),
    );
  });
  test("at Calvano's Nash price each of two firms sells 0.471 and earns a margin of mu over one less its share", () => {
    const p = 1.47292666;
    const [share] = users(simulate(textbook({ price: [p, p] })));
    expect(p - 1).toBeCloseTo(0.25 / (1 - share), 6);
  });
  test("gross margin is price less cost over price, and HHI of equals is one over their number", () => {
    const r = simulate(textbook({ price: [2, 2] }));
    expect(metrics.get("grossMargin").compute(r)[0]).toBeCloseTo(0.5, 12);
    expect(metrics.get("hhi").compute(r)[0]).toBeCloseTo(0.5, 12);
  });
});

test("users' surplus is the log-sum: a small price cut adds what is bought, to what a hand sum says", () => {
  const surplusAt = (p: number) => {
    const r = simulate(textbook({ appeal: [2, 2.2], price: [p, 1.6], a0: 0.1 }));
    return { surplus: r.segment.surplus[0], bought: r.product.users[0] };
  };
  const [e1, e2, e0] = [Math.exp((2 - 1.5) / 0.25), Math.exp((2.2 - 1.6) / 0.25), Math.exp(0.1 / 0.25)];
  expect(surplusAt(1.5).surplus).toBeCloseTo(0.25 * Math.log((e0 + e1 + e2) / e0), 12);
  const slope = (surplusAt(1.4999).surplus - surplusAt(1.5001).surplus) / 0.0002;
  expect(slope).toBeCloseTo(surplusAt(1.5).bought, 6); // the envelope: Roy's identity
});
