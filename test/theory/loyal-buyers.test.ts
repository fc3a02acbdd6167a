import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logitDemand } from "../../engine/equilibrium/logit.ts";
import { networkEquilibria, tippingPoint } from "../../engine/equilibrium/network-effects.ts";
import { choicesByState, stateDependentDemand } from "../../engine/equilibrium/state-dependent.ts";
import { logitChoice } from "../../engine/equilibrium/logit.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const goods = fc.array(fc.tuple(number(1, 3), number(0.5, 2.5)), { minLength: 2, maxLength: 4 });

describe("buyers to whom the good bought last is worth more", () => {
  test("buy in the long run what their chain leads to, and are a plain logit without loyalty", () => {
    fc.assert(
      fc.property(goods, number(0, 1), number(0.1, 1), (list, loyalty, mu) => {
        const [appeal, p] = [0, 1].map((k) => Float64Array.from(list, (g) => g[k]));
        const market = { appeal, mu, outside: 0.5, loyalty };
        const long = stateDependentDemand(market);
        const share = Float64Array.of(...long.quantities(p), long.outside!(p));
        const rows = choicesByState(market, p);
        share.forEach((s, j) => expect(share.reduce((sum, x, i) => sum + x * rows[i][j], 0)).toBeCloseTo(s, 12));
        const none = stateDependentDemand({ ...market, loyalty: 0 }).quantities(p);
        const plain = logitDemand({ appeal, mu, outside: 0.5 }).quantities(p);
        none.forEach((q, j) => expect(q).toBeCloseTo(plain[j], 12));
      }),
      { numRuns: 100 },
    );
  });

  test("answer prices with the slopes that differences confirm", () => {
    fc.assert(
      fc.property(goods, number(0, 1), (list, loyalty) => {
        const [appeal, p] = [0, 1].map((k) => Float64Array.from(list, (g) => g[k]));
        const demand = stateDependentDemand({ appeal, mu: 0.4, outside: -Infinity, loyalty });
        const slopes = demand.jacobian(p);
        p.forEach((x, j) => {
          const [up, down] = [1e-5, -1e-5].map((h) => demand.quantities(p.with(j, x + h)));
          up.forEach((q, k) => expect(slopes[k * p.length + j]).toBeCloseTo((q - down[k]) / 2e-5, 6));
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe("goods worth more the more buy them", () => {
  test("have expectations that come true, one at least, and a single one where the network is weak", () => {
    fc.assert(
      fc.property(goods, number(-1, 3), number(0.1, 1), (list, network, mu) => {
        const [appeal, p] = [0, 1].map((k) => Float64Array.from(list, (g) => g[k]));
        const found = networkEquilibria({ appeal, mu, outside: 0, network }, p);
        expect(found.some(({ stable }) => stable)).toBe(true);
        if (Math.abs(network) < 2 * mu) expect(found).toHaveLength(1);
        for (const { shares } of found) {
          const true_ = logitChoice(
            shares.map((s, j) => (appeal[j] - p[j] + network * s) / mu),
            0,
          ).shares;
          shares.forEach((s, j) => expect(true_[j]).toBeCloseTo(s, 10));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("tip where a buyer draws in more than one: goods alike at their number times the spread of tastes", () => {
    for (const n of [2, 3, 5]) {
      const market = { appeal: Array.from({ length: n }, () => 2), mu: 0.3, outside: -Infinity, network: 1 };
      expect(tippingPoint(market, new Float64Array(n).fill(1.2))).toBeCloseTo(n * 0.3, 9);
    }
    expect(tippingPoint({ appeal: [2, 2.1], mu: 0.3, outside: 0, network: 1 }, [1, 1])).toBeNaN();
    const market = { appeal: [2, 2], mu: 0.3, outside: 1, network: 0 };
    const at = tippingPoint(market, [1, 1]);
    const count = (network: number) => networkEquilibria({ ...market, network }, [1, 1]).filter((e) => e.stable).length;
    expect([count(0.98 * at) === 1, count(1.05 * at) > 1]).toEqual([true, true]);
  });
});
