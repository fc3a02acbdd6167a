import { describe, expect, test } from "vitest";
import { duel, path, prices } from "../../support/duel.ts";

const predator = { kind: "predator", depth: { main: 0.7 }, recoupMargin: 0.5 };
const hold = { kind: "hold" };
/** The prey earns about a quarter a week and spends a half: money for some months. */
const prey = (cash: number | null) => ({ "vendors.v1.cash": cash, "vendors.v1.outlays": 0.5 });

describe("predator", () => {
  test("prices below cost while the rival's money runs out, and recoups once it has left", () => {
    const r = duel({ strategies: [predator, hold], weeks: 80, set: prey(12) });
    const alive = r.dates.map((_, t) => r.vendor.alive[t * 2 + 1] === 1);
    const gone = alive.indexOf(false);
    expect(gone).toBeGreaterThan(8);
    const p = prices(r, 0);
    for (let t = 0; t <= gone; t++) expect(p[t]).toBeCloseTo(0.7, 6);
    expect(p.slice(gone + 2).every((x) => x === 2)).toBe(true); // cost over one less the margin
    const left = prices(duel({ strategies: [hold, hold], weeks: 80, set: prey(12) }), 0);
    expect(new Set(left)).toEqual(new Set([1.5]));
  });
  test("the rival that would have lived on at peace dies of it", () => {
    const alive = (strategy: object) => {
      const r = duel({ strategies: [strategy as typeof hold, hold], weeks: 45, set: { ...prey(12) } });
      return r.vendor.alive.at(-1);
    };
    expect(alive(hold)).toBe(1);
    expect(alive(predator)).toBe(0);
  });
  test("the longer the prey's purse, the later it dies", () => {
    const lives = [4, 8, 12, 16].map((cash) => {
      const r = duel({ strategies: [predator, hold], weeks: 80, set: prey(cash) });
      return r.dates.filter((_, t) => r.vendor.alive[t * 2 + 1] === 1).length;
    });
    for (let k = 1; k < lives.length; k++) expect(lives[k]).toBeGreaterThan(lives[k - 1]);
    expect(lives.at(-1)).toBeLessThan(80);
  });
  test("leaves alone a rival whose money never ends, and one that outlasts it", () => {
    expect(duel({ strategies: [predator, hold], set: prey(null) }).moves).toEqual([]);
    const poor = { ...prey(12), "vendors.v0.cash": 10, "vendors.v0.outlays": 0.5 };
    expect(duel({ strategies: [predator, hold], set: poor }).moves).toEqual([]);
  });
  test("breaks off when the published accounts say that the war costs itself more", () => {
    // Longer money at first, but a war at 0.7 burns it faster than the prey's: peace returns at the first accounts.
    const set = { ...prey(14), "vendors.v0.cash": 40, "vendors.v0.outlays": 0.4, "vendors.v0.products.p.appeal": 2.6 };
    const r = duel({ strategies: [{ ...predator, depth: { main: 0.2 } }, hold], weeks: 40, set });
    const p = prices(r, 0);
    expect(p.slice(0, 13).every((x) => Math.abs(x - 0.2) < 1e-6)).toBe(true); // the first quarter
    expect(p[13]).toBe(1.5);
    expect(r.moves.map((m) => m.because)).toContain("spare:v1");
  });
  test("aims at the rival with least money left unless it is told whom", () => {
    const three = {
      "vendors.v1.cash": 40,
      "vendors.v1.outlays": 0.5,
      "vendors.v2.cash": 12,
      "vendors.v2.outlays": 0.5,
    };
    const because = (own: object) =>
      duel({ strategies: [{ ...predator, ...own }, hold, hold], set: three }).moves[0].because;
    expect(because({})).toBe("prey:v2");
    expect(because({ prey: "v1" })).toBe("prey:v1");
  });
  test("loses on each Mtok it sells as long as it preys", () => {
    const r = duel({ strategies: [predator, hold], weeks: 10, set: prey(12) });
    path(r, "revenue", 0).forEach((x, t) => expect(x).toBeLessThan(path(r, "costOfRevenue", 0)[t]));
  });
});
