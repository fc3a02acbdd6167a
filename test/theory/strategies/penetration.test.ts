import { describe, expect, test } from "vitest";
import { library, simulate } from "../../support/scenarios.ts";
import { duel, path, prices } from "../../support/duel.ts";

const hold = { kind: "hold" };

describe("penetration", () => {
  const strategy = {
    kind: "penetration",
    introMargin: { main: -0.3 },
    targetShare: 0.6,
    harvestMargin: 0.4,
    raiseStep: 0.1,
  };

  test("prices below cost until it has the share it wants, then raises to its harvest margin", () => {
    const r = duel({ strategies: [strategy, hold], weeks: 60, price: [1.5, 1.6] });
    const [p, users] = [prices(r, 0), path(r, "users", 0)];
    expect(p[0]).toBeCloseTo(1 / 1.3, 2);
    expect(users[0] / (users[0] + path(r, "users", 1)[0])).toBeGreaterThan(0.6);
    expect(p.slice(1).every((x, t) => x >= p[t])).toBe(true); // from here on it only rises
    expect(p.at(-1)! / p[0]).toBeGreaterThan(1.4);
  });
  test("stays low as long as the target is out of reach, until its patience ends", () => {
    const out = { ...strategy, targetShare: 0.999, keepShare: 0 };
    expect(new Set(prices(duel({ strategies: [out, hold] }), 0)).size).toBe(1);
    const impatient = prices(duel({ strategies: [{ ...out, patience: 100 }, hold] }), 0);
    expect(impatient[Math.floor(99 / 7)]).toBe(impatient[0]);
    expect(impatient.at(-1)!).toBeGreaterThan(impatient[0] * 1.5);
  });
  test("stops raising before it has lost more of the share than it means to keep", () => {
    const careful = prices(duel({ strategies: [{ ...strategy, keepShare: 0.95 }, hold], weeks: 100 }), 0).at(-1)!;
    const careless = prices(duel({ strategies: [{ ...strategy, keepShare: 0 }, hold], weeks: 100 }), 0).at(-1)!;
    expect(careless).toBeCloseTo(1 / 0.6, 2);
    expect(careful).toBeLessThan(careless * 0.97);
  });
  test("with lasting tastes and attention, share takes months to win: a deeper cut wins it sooner", () => {
    const days = (margin: number) => {
      const r = simulate(
        library("nobody-follows", {
          "demand.agents": 2000,
          "vendors.zhipu.strategy": {
            kind: "penetration",
            introMargin: { flagship: margin, lite: margin },
            targetShare: 0.2,
          },
        }),
      );
      const at = r.moves.find((m) => m.because === "harvest")?.tick ?? Infinity;
      return at;
    };
    const [deep, shallow] = [days(-1), days(0.5)];
    expect(deep).toBeGreaterThan(14);
    expect(deep).toBeLessThan(shallow);
  });
});
